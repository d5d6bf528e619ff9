import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { expectDocumentedData } from './documented.ts';
import { type Follower, follow } from './follow.ts';
import { type Served, serve } from './service.ts';

const answers = answersFor('F');
const pathOf = (id: string) => `/api/v1/installations/${id}/stream`;
const revisionsOf = ({ told }: Follower) => told.filter(({ event }) => event === 'view').map(({ id }) => Number(id));

describe('The stream of an installation', () => {
  it('tells the present view first, then each as it comes, the revision as its id', async () => {
    await using served = await serve();
    const begun = await served.client.begin();
    await using follower = await follow(served.url + pathOf(begun.id));
    expect(await follower.until(({ event }) => event === 'view')).toEqual({ id: '1', event: 'view', data: begun });
    const { view } = await served.client.walk(begun, answers);
    const last = await follower.until(({ id }) => id === String(view.revision));
    expect(last.data).toEqual(await served.client.view(begun.id));
    expect(revisionsOf(follower)).toEqual(Array.from({ length: view.revision }, (_, at) => at + 1));
  });

  it('tells the same view at the same revision as the reply to a step, and as a view that is asked for', async () => {
    await using served = await serve();
    let view = await served.client.begin();
    await using follower = await follow(served.url + pathOf(view.id));
    const replies = [view];
    for (; view.status === 'asking' || view.status === 'warning'; replies.push(view)) {
      view = await served.client.step(view, answers);
      expect(await served.client.view(view.id)).toEqual(view);
    }
    expect(view.status).toBe('ready');
    for (const reply of replies) {
      const { data } = await follower.until(({ event, id }) => event === 'view' && id === String(reply.revision));
      expect(data).toEqual(reply);
    }
  });

  it('resumes behind Last-Event-ID with every revision that was missed', async () => {
    await using served = await serve();
    const { view } = await served.client.walk(await served.client.begin(), answers);
    const stream = served.url + pathOf(view.id);
    await using follower = await follow(stream, { 'Last-Event-ID': String(view.revision - 5) });
    await follower.until(({ id }) => id === String(view.revision));
    expect(revisionsOf(follower)).toEqual([4, 3, 2, 1, 0].map((behind) => view.revision - behind));
    for (const told of follower.told) expect((told.data as View).revision).toBe(Number(told.id));

    await using upToDate = await follow(stream, { 'Last-Event-ID': String(view.revision) });
    await served.client.event(view.id, { type: 'back' });
    await upToDate.until(({ event }) => event === 'view');
    expect(revisionsOf(upToDate)).toEqual([view.revision + 1]);
  });

  it.each(['', 'x', '-1', '1e3', '999999', '9'.repeat(40)])(
    'tells the present view where Last-Event-ID is none of its revisions: %j',
    async (last) => {
      await using served = await serve();
      const { id } = await served.client.begin();
      await using follower = await follow(served.url + pathOf(id), { 'Last-Event-ID': last });
      await follower.until(({ event }) => event === 'view');
      expect(revisionsOf(follower)).toEqual([1]);
    },
  );

  it('tells progress and log without id, to two readers alike, and the log is what the installer wrote', async () => {
    await using served = await serve();
    const { view } = await served.client.walk(await served.client.begin({ mode: 'rehearsal', rehearsal: { pace: 5 } }), answers);
    await using one = await follow(served.url + pathOf(view.id));
    await using two = await follow(served.url + pathOf(view.id));
    await Promise.all([one, two].map((follower) => follower.until(({ event }) => event === 'view')));
    await served.client.event(view.id, { type: 'install' });
    const { revision } = await served.client.until(view.id, 'postInstallation');
    for (const follower of [one, two]) await follower.until(({ id }) => id === String(revision));
    expect(two.told).toEqual(one.told);
    const told = one.told.filter(({ event }) => event !== 'view');
    expect(new Set(told.map(({ event }) => event))).toEqual(new Set(['progress', 'log']));
    for (const { id, event, data } of told) {
      expect(id).toBeUndefined();
      expectDocumentedData(event === 'log' ? 'LogLines' : 'Progress', data);
    }
    const lines = told.filter(({ event }) => event === 'log').flatMap(({ data }) => (data as { lines: string[] }).lines);
    const log = readFileSync(join(served.folder, 'jobs', view.id, '1', 'log.txt'), 'utf8');
    expect(`${lines.join('\n')}\n`).toBe(log);
    const percents = told.flatMap(({ data }) => (data as { installer?: { percent: number } }).installer?.percent ?? []);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(percents.at(-1)).toBe(100);
  });

  it('tells the code to sign in with, and each check as it ends', async () => {
    await using served = await serve();
    let view = await served.client.begin();
    while (view.page.id !== 'signIn') view = await served.client.step(view, answers);
    await using follower = await follow(served.url + pathOf(view.id));
    await served.client.event(view.id, { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } });
    const prompt = await follower.until(({ data }) => (data as { signIn?: object }).signIn != null);
    expect(prompt.data).toMatchObject({ signIn: { userCode: 'CONTOSO42' } });
    const passed = ({ data }: { data: unknown }) =>
      (data as { checks?: { id: string; status: string }[] }).checks?.some(
        ({ id, status }) => id === 'sign-in' && status === 'passed',
      );
    await follower.until((told) => told.event === 'progress' && passed(told) === true);
  });

  it('ends when the installation is deleted', async () => {
    await using served = await serve();
    const { id } = await served.client.begin();
    await using follower = await follow(served.url + pathOf(id));
    await served.client.event(id, { type: 'cancel' });
    await served.client.request('DELETE', `/api/v1/installations/${id}`);
    await expect(follower.ended).resolves.toBeUndefined();
    expect(revisionsOf(follower)).toEqual([1, 2]);
  });

  it('holds nothing for a reader that has gone', async () => {
    await using served = await serve();
    const { installations } = served.service;
    const { id } = await served.client.begin();
    for (let times = 0; times < 5; times++) {
      await using follower = await follow(served.url + pathOf(id));
      await follower.until(({ event }) => event === 'view');
    }
    const leaving = new AbortController();
    const waiting = fetch(`${served.url}/api/v1/installations/${id}`, {
      headers: { 'If-None-Match': '"1"', Prefer: 'wait=60' },
      signal: leaving.signal,
    });
    await until(() => installations.followersOf(id) > 0);
    leaving.abort();
    await expect(waiting).rejects.toThrow();
    await until(() => installations.followersOf(id) === 0);
  });

  it('replies to HEAD at once', async () => {
    await using served = await serve();
    const { id } = await served.client.begin();
    const { status, headers } = await fetch(served.url + pathOf(id), { method: 'HEAD' });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });

  it('does not keep the service from ending', async () => {
    const served = await serve();
    const { id } = await served.client.begin();
    const follower = await follow(served.url + pathOf(id));
    const waiting = fetch(`${served.url}/api/v1/installations/${id}`, { headers: { 'If-None-Match': '"1"', Prefer: 'wait=60' } });
    await until(() => served.service.installations.followersOf(id) > 1);
    await served[Symbol.asyncDispose]();
    await Promise.allSettled([follower.ended, waiting]);
    expect(served.logged()).not.toMatch(/went wrong/);
  });

  it('keeps pace with a reader that reads late: it misses nothing, and holds nobody up', async () => {
    await using served = await serve();
    const { id } = await served.client.begin();
    await many(served, id, 190);
    const { hostname, port } = new URL(served.url);
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.write(`GET ${pathOf(id)} HTTP/1.1\r\nHost: ${hostname}\r\nLast-Event-ID: 1\r\n\r\n`);
    await until(() => served.service.installations.followersOf(id) > 0);
    // Others step on meanwhile, though nothing is read.
    await many(served, id, 230);
    const { revision } = await served.client.view(id);
    let text = '';
    socket.on('data', (piece) => {
      text += piece.toString('utf8');
    });
    socket.resume();
    await until(() => text.includes(`id: ${revision}\n`));
    socket.destroy();
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, revisionTold]) => Number(revisionTold));
    expect(ids).toEqual(Array.from({ length: revision - 1 }, (_, at) => at + 2));
  });
});

/** Moves an installation to and fro, with long answers, so that its views add up to many megabytes. */
async function many({ client }: Served, id: string, steps: number): Promise<void> {
  let view = await client.view(id);
  while (view.page.id !== 'signIn') view = await client.step(view, answers);
  for (let step = view.revision; step < steps; step += 2) {
    await client.event(id, { type: 'back' }, {});
    await client.event(id, { type: 'submit', page: 'cloud', answers: { cloud: 'global' } }, {});
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !isSo(); await pause(10))
    if (Date.now() > end) throw new Error('It does not come about.');
}
