import { declaredProperties, type PlannedProperty } from '../chart/installerProperties.ts';
import type { DialogProperty, PackageAsks } from '../ports/packageListing.ts';
import { isSecretRef } from '../vocabulary/secret.ts';
import { type ReadingOfPackage, readingsOf } from './disputedReadings.ts';
import { askedBy, type Match, matchesFor } from './packageMatch.ts';
import type { SettledProperty } from './settledProperties.ts';

/** A property of the package that may carry an answer, and what speaks for it. */
export interface Candidate {
  readonly property: string;
  /** The control that sets it, and the words beside it; null where no dialog does. */
  readonly dialog: string | null;
  readonly control: string | null;
  readonly type: string | null;
  readonly label: string | null;
  readonly choices: DialogProperty['choices'];
  /** What is written for each value of the answer, where that differs. */
  readonly values: Readonly<Record<string, string>>;
  /** What is passed on for the present answer; null for a secret, and where the package does not tell. */
  readonly writes: string | null;
  /** What speaks for it, a sentence each. */
  readonly grounds: readonly string[];
  /** It is the likeliest, and no other is as likely: what `settle` is proposed with. */
  readonly proposed: boolean;
}

/**
 * What of the package may carry an answer, the likeliest first: where nobody has published its property, the controls that ask for the
 * same; where sources disagree, each of their readings that the package knows, then such controls.
 *
 * @param all the properties as they are settled now: no property carries two answers.
 */
export function candidatesFor(planned: PlannedProperty, all: readonly SettledProperty[], asks: PackageAsks): Candidate[] {
  const { name, value } = planned;
  const taken = takenBeside(name, all);
  const matches = matchesFor(name, asks, taken);
  const text = isSecretRef(value) ? null : value;
  if (planned.provenance !== 'disputed' || text === null) return ranked(matches.map((match) => matched(match, name, text)));
  const { readings: declared = [] } = declaredProperties.get(name)?.property ?? {};
  const readings = readingsOf(name, text, declared, asks).filter(({ property }) => !taken.has(property));
  const isRead = ({ property, values }: Match) =>
    readings.some((one) => one.property === property && (one.values[text] ?? text) === (values[text] ?? text));
  // Where a name is known, words that are merely alike say little: the control has to offer the answer as well.
  const others = matches
    .filter((match) => !isRead(match) && (readings.length === 0 || match.values[text] !== undefined))
    .map((match) => ({
      ...matched(match, name, text),
      writes: match.values[text] ?? text,
      weight: readings.length > 0 ? 0 : match.weight,
    }));
  return ranked([...readings.map((reading) => read(reading, text)), ...others]);
}

/** The properties that carry other answers: those of the plan, and those that any page is known to set. */
export function takenBeside(declared: string, all: readonly SettledProperty[]): Set<string> {
  const others = all.filter((property) => property.declared !== declared && property.passed).map(({ name }) => name);
  const known = [...declaredProperties.keys()].filter((name) => name !== declared);
  return new Set([...known, ...others]);
}

type Weighed = Omit<Candidate, 'proposed'> & { readonly weight: number };

/** @param all the likeliest first. */
function ranked(all: readonly Weighed[]): Candidate[] {
  const second = all[1]?.weight ?? 0;
  return all.map(({ weight, ...candidate }) => ({ ...candidate, proposed: weight > second }));
}

function matched({ password: _, ...match }: Match, name: string, value: string | null): Weighed {
  const isChosen = Object.keys(askedBy(name)?.words ?? {}).length > 0;
  const writes = value === null ? null : (match.values[value] ?? (isChosen ? null : value));
  return { ...match, writes };
}

function read({ property, values, control, grounds, weight }: ReadingOfPackage, value: string): Weighed {
  const { dialog = null, control: name = null, type = null, label = null, choices = [] } = control ?? {};
  return {
    property,
    dialog,
    control: name,
    type,
    label,
    choices,
    values,
    writes: values[value] ?? value,
    grounds,
    weight,
  };
}
