import { judge } from '../../machines/answers/judgeAnswers.ts';
import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { lookBack } from '../../machines/chart/lookBack.ts';
import type { Finding } from '../../machines/pages/definePage.ts';
import { isPageId, type PageId, pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { isSecretRef } from '../../machines/vocabulary/secret.ts';
import type { Step } from '../store/step.ts';
import type { ClientEvent } from './clientEventSchemas.ts';
import { findingsInWords } from './findingsInWords.ts';
import type { LoadedInstallation } from './loadedInstallation.ts';
import { notNow } from './notNow.ts';
import { Refusal } from './refusal.ts';
import type { Seal } from './secrets/secrets.ts';
import { screenOf } from './transition.ts';

/** An event as the chart takes it, with the secrets that came with it, sealed. */
export interface Sealing {
  readonly event: WizardEvent;
  readonly sealed: Step['sealed'];
}

/**
 * Answers for the page on screen.
 *
 * @throws {Refusal} `not-found`, `not-now`, or `invalid-answers` with every finding.
 */
export async function submit(
  present: LoadedInstallation,
  { page, answers }: ClientEvent & { type: 'submit' },
  seal: () => Promise<Seal>,
): Promise<Sealing> {
  if (!isPageId(page)) throw new Refusal('not-found', 'There is no such page. GET /api/v1/pages lists them.');
  const { snapshot } = present;
  if (screenOf(snapshot) !== page || !snapshot.can(answering('submit', page, {}))) throw notNow(snapshot);
  const { value, sealed } = await judgeAndSeal(snapshot.context, page, answers, seal);
  return { event: answering('submit', page, value), sealed };
}

/**
 * Other answers for a page behind, judged by what was known when it was on screen.
 *
 * @throws {Refusal} `not-found`, `stale`, `not-now`, or `invalid-answers` with every finding.
 */
export async function change(
  { snapshot, row }: LoadedInstallation,
  { page, answers, revision = row.revision }: ClientEvent & { type: 'change' },
  seal: () => Promise<Seal>,
): Promise<Sealing> {
  if (!isPageId(page)) throw new Refusal('not-found', 'There is no such page. GET /api/v1/pages lists them.');
  if (revision !== row.revision) throw new Refusal('stale', `The installation is at revision ${row.revision} by now.`);
  const then = lookBack(snapshot.context, page);
  if (!then || !snapshot.can(answering('change', page, {}))) throw notNow(snapshot);
  const { value, sealed } = await judgeAndSeal(then, page, answers, seal);
  return { event: answering('change', page, value), sealed };
}

function answering(type: 'submit' | 'change', page: PageId, answers: unknown): WizardEvent {
  return { type, page, answers } as unknown as WizardEvent;
}

async function judgeAndSeal(
  { answers: given, proposals }: LoadedInstallation['snapshot']['context'],
  page: PageId,
  answers: unknown,
  seal: () => Promise<Seal>,
) {
  const judged = judge(pageOf(page), answers, factsOf(given), given[page] ?? proposals[page]);
  if ('findings' in judged) throw invalidAnswers(judged.findings);
  return sealAnswers(page, judged.answers, seal);
}

/** The answers with each secret that was typed in sealed; one that is kept stays the reference that it is. */
async function sealAnswers(page: PageId, answers: unknown, seal: () => Promise<Seal>) {
  let holdsText = false;
  mapSecretFields(pageOf(page).fields, answers, (text) => {
    holdsText ||= !isSecretRef(text);
    return text;
  });
  const sealed: Step['sealed'][number][] = [];
  if (!holdsText) return { value: answers, sealed };
  const sealText = await seal();
  const value = mapSecretFields(pageOf(page).fields, answers, (text) => {
    if (isSecretRef(text)) return text;
    const one = sealText(String(text));
    sealed.push(one.sealed);
    return one.ref;
  });
  return { value, sealed };
}

/** Refuses answers by every finding: together in words, and each with its field. */
export function invalidAnswers(errors: readonly Finding[]): Refusal {
  return new Refusal('invalid-answers', findingsInWords(errors), { errors });
}
