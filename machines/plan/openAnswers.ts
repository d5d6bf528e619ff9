import type { WizardContext } from '../chart/context.ts';
import type { PageId } from '../pages/screens.ts';
import type { PackageSettlement } from '../ports/packageSettlement.ts';
import { isSecretRef } from '../vocabulary/secret.ts';
import { askedBy, type Match, matchesFor } from './packageMatch.ts';
import { settled, toSettle } from './settled.ts';
import { declaredProperties, type SettledProperty, type Settlements } from './settledProperties.ts';

/** An answer whose property nobody has published, beside what the package's own dialogs ask. */
export interface OpenAnswer {
  /** The name that it is settled by. */
  readonly name: string;
  readonly page: PageId;
  readonly field: string;
  readonly label: string;
  /** As the page shows it; null for a secret. */
  readonly value: string | null;
  readonly isSecret: boolean;
  /** What may ask for it, the likeliest first. */
  readonly candidates: readonly Candidate[];
  /** What somebody has settled it by; null as long as it is open. */
  readonly settled: PackageSettlement | null;
}

export interface Candidate extends Omit<Match, 'weight' | 'password'> {
  /** It is the likeliest, and no other is as likely: what `settle` is proposed with. */
  readonly proposed: boolean;
}

type Situation = Pick<WizardContext, 'answers' | 'settlements' | 'packageAsks'>;

/** The answers that are open, or were settled by the package. Candidates there are where the package is at hand. */
export function openAnswers(context: Situation, configured: Settlements): OpenAnswer[] {
  const properties = settled(toSettle(context), configured);
  return properties
    .filter(({ provenance, passed }) => provenance === 'package' || (provenance === 'unknown' && !passed))
    .flatMap((property) => {
      const from = declaredProperties.get(property.declared);
      const asked = askedBy(property.declared);
      if (!from || !asked) return [];
      const { page, field } = from;
      const value = valueBefore(property, context);
      return {
        name: property.declared,
        page,
        field,
        label: asked.label,
        value: value === null ? null : (asked.words[value] ?? value),
        isSecret: value === null,
        candidates: candidatesOf(property, properties, context),
        settled: property.provenance === 'package' ? (context.settlements[property.declared] ?? null) : null,
      };
    });
}

/** The value as it was before anything was settled; null for a secret. */
function valueBefore({ declared }: SettledProperty, context: Situation): string | null {
  const before = toSettle(context).properties.find(({ name }) => name === declared)?.value ?? '';
  return isSecretRef(before) ? null : before;
}

function candidatesOf({ declared }: SettledProperty, all: readonly SettledProperty[], { packageAsks }: Situation): Candidate[] {
  if (!packageAsks) return [];
  const matches = matchesFor(declared, packageAsks, takenBeside(declared, all));
  return matches.map(({ weight, password: _, ...match }, at) => ({
    ...match,
    proposed: at === 0 && weight > (matches[1]?.weight ?? 0),
  }));
}

/** The properties that carry other answers: those of the plan, and those that any page is known to set. */
export function takenBeside(declared: string, all: readonly SettledProperty[]): Set<string> {
  const others = all.filter((property) => property.declared !== declared && property.passed).map(({ name }) => name);
  const known = [...declaredProperties.keys()].filter((name) => name !== declared);
  return new Set([...known, ...others]);
}
