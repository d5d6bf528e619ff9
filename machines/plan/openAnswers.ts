import type { WizardContext } from '../chart/context.ts';
import type { PlannedProperty } from '../chart/installerProperties.ts';
import type { PageId } from '../pages/screens.ts';
import type { PackageSettlement } from '../ports/packageSettlement.ts';
import { isSecretRef } from '../vocabulary/secret.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { askedBy } from './packageMatch.ts';
import { settled, toSettle } from './settled.ts';
import { isKnown, type Settlements } from './settledProperties.ts';

/** An answer whose property is not known for certain, beside what the package knows of it. */
export interface OpenAnswer {
  /** The name that it is settled by. */
  readonly name: string;
  readonly page: PageId;
  readonly field: string;
  readonly label: string;
  /** As the page shows it; null for a secret. */
  readonly value: string | null;
  readonly isSecret: boolean;
  /** What sources disagree on: the answer reaches the installer as the plan has it. Null where nobody has published its property. */
  readonly doubt: string | null;
  /** What of the package may carry it, the likeliest first. */
  readonly candidates: readonly Candidate[];
  /** What somebody has settled it by; null as long as it is open. */
  readonly settled: PackageSettlement | null;
}

type Situation = Pick<WizardContext, 'answers' | 'settlements' | 'packageAsks'>;

/** The answers that are open, or were settled by the package. Candidates there are where the package is at hand. */
export function openAnswers(context: Situation, configured: Settlements): OpenAnswer[] {
  const planned = toSettle(context);
  const properties = settled(planned, configured);
  return properties
    .filter(({ provenance }) => provenance === 'package' || !isKnown(provenance))
    .map(({ declared, provenance }) => {
      // Only what a page declares is ever in doubt: what configuration adds is known.
      const property = planned.properties.find(({ name }) => name === declared)!;
      const asked = askedBy(declared)!;
      const value = isSecretRef(property.value) ? null : property.value;
      return {
        name: declared,
        page: property.page,
        field: property.field,
        label: asked.label,
        value: value === null ? null : (asked.words[value] ?? value),
        isSecret: value === null,
        doubt: doubtOf(property),
        candidates: context.packageAsks ? candidatesFor(property, properties, context.packageAsks) : [],
        settled: provenance === 'package' ? (context.settlements[declared] ?? null) : null,
      };
    });
}

function doubtOf({ provenance, note }: PlannedProperty): string | null {
  return provenance === 'disputed' ? (note ?? '') : null;
}
