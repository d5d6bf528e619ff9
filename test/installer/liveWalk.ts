import { setTimeout as sleep } from 'node:timers/promises';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import type { Client } from '../client.ts';

/** Answers that name nothing that is there: names below `.invalid` resolve nowhere (RFC 2606). */
export function answersForNowhere(option: Option, features: readonly string[]): PageAnswers {
  return JSON.parse(JSON.stringify(answersFor(option, features)).replaceAll('contoso.com', 'contoso.invalid')) as PageAnswers;
}

/** Walks from the screen that is on to `ready` as an administrator would who takes on what fails, and waits for the last checks. */
export async function walkToReady(client: Client, from: View, answers: PageAnswers): Promise<View> {
  let view = from;
  while (view.status !== 'ready') {
    const next = await takeOn(client, await client.step(view, answers));
    if (next.page.id === view.page.id) throw new Error(`${view.page.id}: ${JSON.stringify(next.problems)}`);
    view = next;
  }
  for (const limit = Date.now() + 60_000; view.checks.some(({ status }) => status === 'pending'); await sleep(100)) {
    if (Date.now() > limit) throw new Error('The checks at ready do not end.');
    view = await client.view(view.id);
  }
  return view;
}

/** Overrides each failed check of the screen, at `ready` all of them. */
export async function takeOn(client: Client, view: View): Promise<View> {
  let taken = view;
  for (const { id, page, status } of view.checks) {
    if (status !== 'failed' || (page !== view.page.id && view.status !== 'ready') || taken.page.id !== view.page.id) continue;
    taken = (await client.event(view.id, { type: 'override', check: id, reason: 'Nothing answers here.' })).body;
  }
  return taken;
}
