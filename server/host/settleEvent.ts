import type { WizardEvent } from '../../machines/chart/events.ts';
import type { PlannedProperty } from '../../machines/chart/installerProperties.ts';
import type { Finding } from '../../machines/pages/definePage.ts';
import { type Candidate, candidatesFor, takenBeside } from '../../machines/plan/candidates.ts';
import { type AnswerAsked, askedBy } from '../../machines/plan/packageMatch.ts';
import { settled, toSettle } from '../../machines/plan/settled.ts';
import type { DialogProperty } from '../../machines/ports/packageListing.ts';
import { type PackageSettlement, saysWhich } from '../../machines/ports/packageSettlement.ts';
import { isPublicName } from '../../machines/vocabulary/publicProperty.ts';
import { isSecretRef } from '../../machines/vocabulary/secret.ts';
import type { ClientEvent } from './clientEventSchemas.ts';
import { notNow } from './notNow.ts';
import { Refusal } from './refusal.ts';
import type { Snapshot } from './transition.ts';

/** The event as a client sends it. */
export type Settle = ClientEvent & { type: 'settle' };

/**
 * Settles an answer whose property is not known for certain by a property of the package: one that the package has and no other
 * answer has, and each value one that the package writes for it.
 *
 * @throws {Refusal} `not-now`, `not-found` or `invalid-answers`.
 */
export function settleEvent(snapshot: Snapshot, body: Settle, who: string): WizardEvent {
  const { name, property } = body;
  if (!snapshot.can({ type: 'settle', name, settlement: null })) throw notNow(snapshot);
  const asked = askedBy(name);
  const planned = toSettle(snapshot.context).properties.find((one) => one.name === name);
  if (!asked || !planned || planned.provenance === 'documented') {
    throw new Refusal('not-found', 'There is no such open answer. See `openAnswers` in the view.');
  }
  if (property === null) return { type: 'settle', name, settlement: null };
  const { match, findings = [] } = judgeProperty(snapshot, planned, property);
  const values = body.values ?? match?.values ?? {};
  const about = { isGiven: body.values !== undefined, isNeeded: planned.provenance === 'unknown' };
  const all = findings.length > 0 ? findings : judgeValues(asked, textOf(planned), values, about);
  if (all.length > 0) throw new Refusal('invalid-answers', all.map(({ message }) => message).join(' '), { errors: all });
  const { productName, productCode, productVersion } = snapshot.context.packageAsks!;
  return {
    type: 'settle',
    name,
    settlement: {
      property,
      ...(Object.keys(values).length > 0 && { values }),
      for: body.for,
      who,
      at: new Date().toISOString(),
      product: { productName, productCode, productVersion },
      ...askedAs(match),
    },
  };
}

/** Where the package asks for it; nothing, where no dialog does. */
function askedAs(candidate: Candidate | undefined): Pick<PackageSettlement, 'asked'> {
  if (!isAsked(candidate)) return {};
  const { dialog, control, type, label } = candidate;
  return { asked: { dialog, control, type, label } };
}

/** Of the control that asks for it all is known, or nothing. */
function isAsked(candidate: Candidate | undefined): candidate is Candidate & Pick<DialogProperty, 'dialog' | 'control' | 'type'> {
  return typeof candidate?.dialog === 'string';
}

/** What is passed on for it by itself; of a secret nothing is said. */
function textOf({ value }: PlannedProperty): string {
  return isSecretRef(value) ? '' : value;
}

function judgeProperty(
  { context }: Snapshot,
  planned: PlannedProperty,
  property: string,
): { readonly match?: Candidate | undefined; readonly findings?: readonly Finding[] } {
  const asks = context.packageAsks!;
  const finding = (message: string) => ({ findings: [{ field: 'property', code: 'invalid', message }] });
  // Nobody could tell whether it is still the same package: what was settled by it would not outlast the next look at it.
  if (!saysWhich(asks)) {
    return finding('The package does not say which one it is, by product code and version: nothing can be settled by it.');
  }
  if (!isPublicName(property) || !asks.properties.includes(property)) {
    return finding(`The package knows no property ${property} that a command line can set.`);
  }
  const all = settled(toSettle(context), {});
  if (takenBeside(planned.name, all).has(property)) return finding(`${property} carries another answer.`);
  return { match: candidatesFor(planned, all, asks).find((one) => one.property === property) };
}

/**
 * What is chosen from a list has a word of the package's own: where nobody has published it, without that nobody would know what is
 * passed on. Where sources disagree, it is passed on as the plan has it. What is taken here counts: see `settlementsThatCount`.
 */
function judgeValues(
  { secret, words }: AnswerAsked,
  value: string,
  values: Readonly<Record<string, string>>,
  { isGiven, isNeeded }: { readonly isGiven: boolean; readonly isNeeded: boolean },
): Finding[] {
  const finding = (message: string) => [{ field: 'values', code: 'invalid', message }];
  if (secret) return isGiven ? finding('It is a secret: it is passed on as it is.') : [];
  const shown = Object.keys(words);
  const strange = Object.keys(values).find((one) => shown.length > 0 && !shown.includes(one));
  if (strange !== undefined) return finding(`This page has no value ${strange}. It has ${shown.join(', ')}.`);
  const isSaid = Object.hasOwn(values, value) || (shown.length === 0 && Object.keys(values).length === 0);
  if (!isNeeded || isSaid) return [];
  return finding(`Say what the package writes for “${words[value] ?? value}”: values: { "${value}": "…" }.`);
}
