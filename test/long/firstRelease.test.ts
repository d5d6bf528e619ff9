import { describe, expect, it } from 'vitest';
import { hasEnded } from '../../server/host/status.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { left, type State, serving } from '../host/firstRelease.ts';
import type { DocumentedClient } from '../http/documented.ts';

/** There is no directory here to sign in to for real. */
const going = left.filter(([name, { status }]) => !hasEnded(status) && name !== 'signIn, for real');

/** Its file leads it on by itself, through the installer. */
const ledOn = 'signIn, from a file';

describe('What the first release has left', () => {
  const served = serving();

  it.each(left)('is read by every route: %s', async (name, { id, trail, option, answers, revision }) => {
    const { api, client } = served();
    const path = `/api/v1/installations/${id}`;
    if (name === ledOn) await client.until(id, 'postInstallation');
    const isPlanned = 'components' in answers.pages || name.endsWith('from a file');
    await api.get(`${path}/plan`).expect(isPlanned ? 200 : 409);
    for (const part of ['', '/checks', '/report', '/chart.svg', '/chart.svg?revision=1', `/history/${revision}`])
      await api.get(path + part).expect(200);
    await api.get(`${path}/log`).expect(hasLog(name) ? 200 : 404);
    const { body: history } = await api.get(`${path}/history`).expect(200);
    expect(history[0]).toMatchObject({ revision: 1, event: { type: 'begin' } });
    const { body: kept } = await api.get(`${path}/answers`).set('Accept', 'application/json').expect(200);
    // A managed account brings a warning that the first release did not tell: what was answered behind it is proposed.
    if (name === 'ready, option I') return;
    expect(kept.pages).toMatchObject(answers.pages);
    const view = await client.view(id);
    expect(view.trail.slice(0, trail.length)).toEqual(trail);
    if (option !== null) expect(view.option).toBe(option);
  });

  it.each(going)('goes on to its end: %s', async (name, state) => {
    const ended = name.startsWith('stopping') ? 'cancelled' : 'finished';
    expect((await toItsEnd(served().client, state)).status).toBe(ended);
  });
});

describe('What the first release has left and nobody wants any more', () => {
  const served = serving();

  it.each(going)('is cancelled: %s', async (name, { id, status }) => {
    const { client, api } = served();
    if (status === 'installing' || name === ledOn) await client.until(id, 'postInstallation', 'cancelled');
    const { can } = await client.view(id);
    if (can.includes('cancel')) await client.event(id, { type: 'cancel' });
    if (can.length > 0 && !can.includes('cancel')) await closeTasks(client, await client.view(id));
    expect(['cancelled', 'finished']).toContain((await client.view(id)).status);
    await api.delete(`/api/v1/installations/${id}`).expect(204);
  });
});

/** An installation has a log once its installer has run here; the one that a file leads to its end may have by now. */
function hasLog(name: string): boolean {
  if (name.endsWith('by a report')) return false;
  return /^(failed|installing|stopping|postInstallation|finished|cancelled, (after|while))|back from|signIn, from a file/.test(
    name,
  );
}

/** Goes on as the person would who was at it, from wherever it is. */
async function toItsEnd(client: DocumentedClient, { id, option, answers: { pages } }: State): Promise<View> {
  const features = (pages['components'] as { features?: string[] } | undefined)?.features;
  const answers: PageAnswers = { ...answersFor((option ?? 'C') as 'C', features) };
  for (let view = await client.view(id); ; ) {
    if (hasEnded(view.status)) return view;
    if (view.status === 'checking' || view.status === 'installing')
      view = await client.until(id, 'asking', 'warning', 'error', 'ready', 'failed', 'postInstallation', 'finished', 'cancelled');
    else if (view.status === 'error') view = (await client.event(id, { type: 'acknowledge', page: view.page.id })).body;
    else if (view.status === 'ready') view = await install(client, view);
    else if (view.status === 'failed') view = (await client.event(id, { type: 'retry' })).body;
    else if (view.status === 'postInstallation') view = await closeTasks(client, view);
    else view = await client.step(view, answers);
  }
}

/** Installs once what is checked has been checked; a check that has failed is repeated. */
async function install(client: DocumentedClient, view: View): Promise<View> {
  const failed = view.checks.some(({ status }) => status === 'failed');
  const { body } = await client.event(view.id, { type: failed ? 'recheck' : 'install' });
  return body;
}

async function closeTasks(client: DocumentedClient, from: View): Promise<View> {
  let view = from;
  for (const { id } of from.tasks.filter(({ state }) => state === 'open'))
    view = (await client.event(view.id, { type: 'complete', task: id, outcome: 'done' })).body;
  return view;
}
