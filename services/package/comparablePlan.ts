import { isSecretField } from '../../machines/answers/secretFields.ts';
import { type Answers, pageOf } from '../../machines/pages/screens.ts';
import { settled, toSettle } from '../../machines/plan/settled.ts';
import type { Settlements } from '../../machines/plan/settledProperties.ts';
import type { WholeSubject } from '../../machines/ports/subjects.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { PlanToCompare } from './planComparison.ts';

/**
 * The plan as far as the package can say anything about it, by the answers and by what is settled; the value of a secret is null.
 */
export function comparablePlan({ answers, settlements }: WholeSubject, configured: Settlements): PlanToCompare {
  const sealed = answers as unknown as Answers;
  const planned = toSettle({ answers: sealed, settlements: settlements ?? {} });
  return {
    features: planned.features,
    option: factsOf(sealed).option?.option ?? null,
    properties: settled(planned, configured).map(({ name, value, provenance, page, field }) => {
      const schema = page && field ? pageOf(page).fields.shape[field] : undefined;
      return { name, value: schema && isSecretField(schema) ? null : String(value), provenance };
    }),
  };
}
