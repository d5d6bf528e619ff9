import type { Plan } from '../../machines/plan/plan.ts';
import { isKnown } from '../../machines/plan/settledProperties.ts';

/** What each kind of script says in its own way. */
interface OwnWords {
  /** How it is run, a sentence or two. */
  readonly run: string;
  /** Where its secrets come from; nothing, where the script itself shows that. */
  readonly secrets?: readonly string[];
  /** A property, and how surely it is known, in signs that a remark of its language may hold. */
  named(property: string, how: string): string;
}

/**
 * What stands at the head of a script of the plan, for whoever opens it: what it does, how it is run, and what of it nobody knows for
 * certain. A line each, to be written as remarks of the script's language.
 */
export function scriptRemarks(plan: Plan, { run, secrets = [], named }: OwnWords): string[] {
  return [
    'Installs Microsoft Identity Manager 2016 SP2 Service and Portal, unattended. Written by mim-setup.',
    run,
    ...secrets,
    ...(plan.uncertain.length > 0 ? ['Not known for certain, so check these against your package:'] : []),
    ...plan.properties.flatMap(({ name, provenance, passed, note = '' }) =>
      isKnown(provenance) ? [] : [`- ${named(name, passed ? provenance : 'left out')}: ${note}`],
    ),
  ];
}
