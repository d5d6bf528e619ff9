import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Finding } from '../../machines/pages/definePage.ts';
import { takenBeside } from '../../machines/plan/openAnswers.ts';
import { type AnswerAsked, askedBy, type Match, matchesFor } from '../../machines/plan/packageMatch.ts';
import { settled, toSettle } from '../../machines/plan/settled.ts';
import { isPublicName } from '../../machines/vocabulary/publicProperty.ts';
import { isSecretRef } from '../../machines/vocabulary/secret.ts';
import type { ClientEvent } from './clientEventSchemas.ts';
import { notNow } from './notNow.ts';
import { Refusal } from './refusal.ts';
import type { Snapshot } from './transition.ts';

/** The event as a client sends it. */
export type Settle = ClientEvent & { type: 'settle' };

/**
 * Settles an open answer by a property of the package: the answer has to be open, the property one that the package has and no
 * other answer has, and each value one that the package writes for it.
 *
 * @throws {Refusal} `not-now`, `not-found` or `invalid-answers`.
 */
export function settleEvent(snapshot: Snapshot, body: Settle, who: string): WizardEvent {
  const { name, property } = body;
  if (!snapshot.can({ type: 'settle', name, settlement: null })) throw notNow(snapshot);
  const asked = askedBy(name);
  const planned = toSettle(snapshot.context).properties.find((one) => one.name === name);
  if (!asked || planned?.provenance !== 'unknown') {
    throw new Refusal('not-found', 'There is no such open answer. See `openAnswers` in the view.');
  }
  if (property === null) return { type: 'settle', name, settlement: null };
  const { match, findings } = judgeProperty(snapshot, name, property);
  const value = isSecretRef(planned.value) ? null : planned.value;
  const values = body.values ?? match?.values ?? {};
  const all = [...findings, ...(findings.length > 0 ? [] : judgeValues(asked, value, values, body.values !== undefined))];
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
      ...(match && { asked: { dialog: match.dialog, control: match.control, type: match.type, label: match.label } }),
    },
  };
}

function judgeProperty(
  { context }: Snapshot,
  name: string,
  property: string,
): { match?: Match | undefined; findings: Finding[] } {
  const asks = context.packageAsks!;
  const finding = (message: string) => ({ findings: [{ field: 'property', code: 'invalid', message }] });
  if (!isPublicName(property) || !asks.properties.includes(property)) {
    return finding(`The package knows no property ${property} that a command line can set.`);
  }
  const taken = takenBeside(name, settled(toSettle(context), {}));
  if (taken.has(property)) return finding(`${property} carries another answer.`);
  return { match: matchesFor(name, asks, taken).find((one) => one.property === property), findings: [] };
}

/** What is chosen from a list has a word of the package's own: without that, nobody would know what is passed on. */
function judgeValues(
  { secret, words }: AnswerAsked,
  value: string | null,
  values: Readonly<Record<string, string>>,
  isGiven: boolean,
): Finding[] {
  const finding = (message: string) => [{ field: 'values', code: 'invalid', message }];
  if (secret && isGiven) return finding('It is a secret: it is passed on as it is.');
  const shown = Object.keys(words);
  const strange = Object.keys(values).find((one) => shown.length > 0 && !shown.includes(one));
  if (strange !== undefined) return finding(`This page has no value ${strange}. It has ${shown.join(', ')}.`);
  if (shown.length === 0 || value === null || Object.hasOwn(values, value)) return [];
  return finding(`Say what the package writes for “${words[value] ?? value}”: values: { "${value}": "…" }.`);
}
