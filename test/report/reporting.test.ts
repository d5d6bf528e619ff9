import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { json as bodyOf } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';
import { until } from '../installer/jobs.ts';
import { everything, filesOf, fixture, log, ready, report, streamed, windowsLog } from './elsewhere.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ config: new URL('./settled.yaml', import.meta.url).pathname });
});
afterAll(() => served[Symbol.asyncDispose]());

describe('An installer that ran elsewhere', () => {
  it('is reported by its log as the body and its exit code in the query, and read just as if it had run here', async () => {
    const { id } = await ready(served);
    const { status, body } = await report(served, id, '?exitCode=1603', { body: windowsLog(fixture('rolled-back.txt')) });
    expect([status, body.status]).toEqual([200, 'failed']);
    expect(body.outcome).toMatchObject({
      result: 'failed',
      exitCode: 1603,
      rolledBack: true,
      failure: { action: 'DeploySolutions', cause: { title: expect.stringMatching(/still deploying or retracting a solution/) } },
    });
    const masked = fixture('rolled-back.txt').replaceAll("'**********'.", '**********');
    expect(await log(served, id)).toBe(masked);
    expect(await filesOf(served, id)).toEqual(['1', '1/log.txt']);
  });

  it('is reported as JSON, with its log or without', async () => {
    const { id } = await ready(served);
    const failed = await json(id, { exitCode: 1603, log: fixture('rolled-back.txt') });
    expect(failed.body.outcome?.failure?.action).toBe('DeploySolutions');
    const done = await json(id, { exitCode: 0 });
    expect(done.body).toMatchObject({ status: 'postInstallation', outcome: { result: 'succeeded' } });
    expect((await log(served, id, '?attempt=1')).length).toBeGreaterThan(1000);
    expect((await served.api.get(`/api/v1/installations/${id}/log`)).status).toBe(404);
  });

  it.each([
    [0, 'postInstallation', { result: 'succeeded', restartNeeded: false }],
    [3010, 'postInstallation', { result: 'succeeded', restartNeeded: true }],
    [1641, 'postInstallation', { result: 'succeeded', restartNeeded: true }],
    [1602, 'failed', { result: 'cancelled', restartNeeded: false }],
    [
      1603,
      'failed',
      { result: 'failed', restartNeeded: false, failure: { cause: { title: expect.stringMatching(/does not know/) } } },
    ],
    [
      1618,
      'failed',
      { result: 'failed', restartNeeded: false, failure: { cause: { title: expect.stringMatching(/[Aa]nother installation/) } } },
    ],
    [
      1619,
      'failed',
      { result: 'failed', restartNeeded: false, failure: { cause: { title: expect.stringMatching(/could not be opened/) } } },
    ],
    [-1073741510, 'failed', { result: 'failed', restartNeeded: false }],
  ])('that ended with %i leads to %s', async (exitCode, status, outcome) => {
    const { id } = await ready(served);
    const { body } = await report(served, id, `?exitCode=${exitCode}`);
    expect(body).toMatchObject({ status, outcome: { exitCode, ...outcome } });
    if (status === 'postInstallation') expect(body.tasks.some((task) => task.id === 'restart')).toBe(outcome.restartNeeded);
    else expect(body.can).toEqual(expect.arrayContaining(['retry', 'back', 'revisit', 'cancel']));
  });

  it('is reported at ready and at failed', async () => {
    const asking = await served.client.begin();
    const refused = await report(served, asking.id, '?exitCode=0', { body: windowsLog(fixture('success.txt')) });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-now', page: 'welcome' } });
    const { id } = await ready(served);
    expect((await report(served, id, '?exitCode=1603')).body.status).toBe('failed');
    expect((await report(served, id, '?exitCode=0', { body: windowsLog(fixture('success.txt')) })).body.status).toBe(
      'postInstallation',
    );
    expect(await filesOf(served, asking.id)).toEqual([]);
    expect(await filesOf(served, id)).toEqual(['2', '2/log.txt']);
  });

  it('and was taken wrongly is taken back by another report, and both stand in the journal', async () => {
    const { id } = await ready(served);
    await report(served, id, '?exitCode=0', { body: windowsLog(fixture('success.txt')) });
    await served.client.event(id, { type: 'complete', task: 'addIns', outcome: 'done' });
    const { body } = await report(served, id, '?exitCode=1603', { body: windowsLog(fixture('rolled-back.txt')) });
    expect(body).toMatchObject({ status: 'failed', outcome: { exitCode: 1603, failure: { action: 'DeploySolutions' } } });
    const again = await report(served, id, '?exitCode=3010', { body: windowsLog(fixture('restart-needed.txt')) });
    expect(again.body).toMatchObject({ status: 'postInstallation', outcome: { exitCode: 3010 } });
    expect(again.body.tasks.every(({ state }) => state === 'open')).toBe(true);
    const { body: history } = await served.client.request<{ event: { type: string }; to: string }[]>(
      'GET',
      `/api/v1/installations/${id}/history`,
    );
    const reports = history.filter(({ event }) => event.type === 'report').map(({ to }) => to);
    expect(reports).toEqual(['postInstallation', 'failed', 'postInstallation']);
    expect(await filesOf(served, id)).toEqual(['1', '1/log.txt', '2', '2/log.txt', '3', '3/log.txt']);
  });

  it('takes no other’s place that ran here', async () => {
    const { id } = await ready(served);
    await served.client.event(id, { type: 'install' });
    await served.client.until(id, 'postInstallation');
    expect(await report(served, id, '?exitCode=1603')).toMatchObject({
      status: 409,
      body: { code: 'not-now', page: 'postInstallation' },
    });
  });

  it('is retried here after that as an attempt of its own', async () => {
    const { id } = await ready(served);
    await report(served, id, '?exitCode=1603', { body: windowsLog(fixture('rolled-back.txt')) });
    await served.client.event(id, { type: 'retry' });
    expect((await served.client.until(id, 'postInstallation')).outcome?.result).toBe('succeeded');
    expect(await log(served, id, '?attempt=1')).toContain('DeploySolutions');
    expect(await log(served, id)).not.toContain('4152');
    expect(await filesOf(served, id)).toEqual(expect.arrayContaining(['1/log.txt', '2/log.txt']));
  });

  it.each([
    ['while the last checks still run', {}],
    ['though they have been made once more meanwhile', { Prefer: 'wait=20' }],
  ])('%s is taken all the same', async (_, patience) => {
    const { id } = await ready(served);
    const slow = async function* () {
      yield windowsLog(fixture('success.txt'));
      await until(async () => (await filesOf(served, id)).length > 0, 'the log comes in');
      await served.client.event(id, { type: 'recheck' }, patience);
    };
    const { status, body } = await report(served, id, '?exitCode=0', streamed(slow()));
    expect([status, body.status]).toEqual([200, 'postInstallation']);
  });

  it('is taken once, where two report at the same time', async () => {
    const { id } = await ready(served);
    const slow = async function* (text: string) {
      yield windowsLog(text);
      await until(async () => (await filesOf(served, id)).length >= 2, 'both logs come in');
    };
    const both = await Promise.all([
      report(served, id, '?exitCode=1603', streamed(slow(fixture('rolled-back.txt')))),
      report(served, id, '?exitCode=1602', streamed(slow(fixture('cancelled.txt')))),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('conflict');
    const { outcome } = await served.client.view(id);
    expect(both.find(({ status }) => status === 200)?.body.outcome?.exitCode).toBe(outcome?.exitCode);
    expect(await log(served, id)).toContain(`MainEngineThread is returning ${outcome?.exitCode}`);
    expect(await filesOf(served, id)).toEqual(['1', '1/log.txt']);
  });
});

describe('A report', () => {
  /** For those that are refused: it stays as it is. */
  let waiting: View;
  beforeAll(async () => {
    waiting = await ready(served);
  });
  afterEach(async () => {
    expect(await served.client.view(waiting.id)).toMatchObject({ status: 'ready', revision: waiting.revision, outcome: null });
    expect(await filesOf(served, waiting.id)).toEqual([]);
  });

  it.each([
    ['without an exit code', ''],
    ['with an empty one', '?exitCode='],
    ['with two', '?exitCode=0&exitCode=1603'],
    ['with one that is no number', '?exitCode=failed'],
    ['with one that is none of 32 bits', '?exitCode=4294967296'],
    ['with half a number', '?exitCode=0.5'],
  ])('%s is refused', async (_, query) => {
    const { status, body } = await report(served, waiting.id, query, { body: windowsLog(fixture('success.txt')) });
    expect([status, body.code]).toEqual([422, 'invalid-request']);
    expect(body.detail).toMatch(/whole number/);
  });

  it.each([{}, { exitCode: null }, { exitCode: '' }, { exitCode: true }, { exitCode: '0' }, { exitCode: 0, Log: '' }, [], 'x'])(
    'as the JSON %j is refused',
    async (body) => {
      expect([400, 422]).toContain((await json(waiting.id, body)).status);
    },
  );

  it.each([
    ['a success whose log tells a failure', 'rolled-back.txt', /failed/],
    ['a success whose log breaks off', 'cut-off.txt', /had not ended yet/],
  ])('of %s is refused, and nothing is changed', async (_, name, words) => {
    const { status, body } = await report(served, waiting.id, '?exitCode=0', { body: windowsLog(fixture(name)) });
    expect([status, body.code]).toEqual([422, 'invalid-request']);
    expect(body.detail).toMatch(words);
  });

  it('under one Idempotency-Key is taken once: a repeat whose first reply was lost gets the same answer', async () => {
    const { id } = await ready(served);
    const send = () =>
      report(served, id, '?exitCode=1603', {
        headers: { 'Idempotency-Key': 'report' },
        body: windowsLog(fixture('rolled-back.txt')),
      });
    const first = await send();
    expect(first.status).toBe(200);
    expect(await send()).toEqual(first);
    expect(await filesOf(served, id)).toEqual(['1', '1/log.txt']);
  });

  it('of a log of more than 64 MiB is refused with 413 before any of it is sent', async () => {
    const sending = httpRequest(`${served.url}/api/v1/installations/${waiting.id}/report?exitCode=1603`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Content-Length': 64 * 2 ** 20 + 1 },
    });
    sending.on('error', () => {});
    sending.flushHeaders();
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    expect([response.statusCode, await bodyOf(response)]).toMatchObject([413, { code: 'too-large' }]);
    sending.destroy();
  });

  it('as JSON is refused with 413 beyond 256 KiB', async () => {
    expect((await json(waiting.id, { exitCode: 0, log: 'x'.repeat(256 * 1024) })).status).toBe(413);
  });

  it.each([
    ['a form', { body: formWith('x') }],
    ['something compressed', { body: 'x', headers: { 'Content-Encoding': 'gzip', 'Content-Type': 'text/plain' } }],
  ])('that is %s is refused', async (_, init) => {
    expect(await report(served, waiting.id, '?exitCode=0', init)).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
  });

  it('that breaks off in the middle changes nothing, leaves no file in the way, and is no fault of this software', async () => {
    const { id, revision } = await ready(served);
    const sending = httpRequest(`${served.url}/api/v1/installations/${id}/report?exitCode=0`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', 'Content-Length': 50_000_000 },
    });
    sending.on('error', () => {});
    const broken = once(sending, 'close');
    sending.write(windowsLog(fixture('success.txt')));
    await until(async () => (await filesOf(served, id)).length > 0, 'the log comes in');
    sending.destroy();
    await broken.catch(() => {});
    await until(async () => (await filesOf(served, id)).length === 0, 'nothing is left');
    expect(await served.client.view(id)).toMatchObject({ status: 'ready', revision, outcome: null });
    expect(served.logged()).not.toContain('went wrong');
    expect((await report(served, id, '?exitCode=0', { body: windowsLog(fixture('success.txt')) })).status).toBe(200);
  });

  it('keeps and shows no secret, by whatever name the log has it', async () => {
    const { id } = await ready(served);
    const password = String(answersFor('E')['serviceAccount']?.['password']);
    const told = [
      `Property(S): SERVICE_ACCOUNT_PASSWORD = ${password}`,
      `ConfigureDatabase:  connecting with ${password} failed`,
      'Property(S): OFFICE365_CLIENT_SECRET = typed-on-the-server',
      'Property(S): APP_KEY = typed-there-too',
      'ConfigureDatabase:  the key was typed-there-too',
      'Action ended 10:00:00: ConfigureDatabase. Return value 3.',
    ].join('\n');
    const { body } = await report(served, id, '?exitCode=1603', {
      body: windowsLog(`${fixture('secrets-in-clear.txt')}\n${told}`),
    });
    expect(body.status).toBe('failed');
    expect(await log(served, id)).toContain('Property(S): APP_KEY = **********');
    const { body: history } = await served.client.request<object>('GET', `/api/v1/installations/${id}/history`);
    const shown = [
      await log(served, id),
      JSON.stringify(body),
      JSON.stringify(history),
      served.logged(),
      await everything(served),
    ];
    for (const text of shown) expect(text).not.toMatch(/typed-on-the-server|typed-there-too|Pass@word1/);
  });

  it('names who sent it in the journal', async () => {
    const { id } = await ready(served);
    await report(served, id, '?exitCode=1603');
    const { body } = await served.client.request<{ who: string; event: { type: string }; to: string }[]>(
      'GET',
      `/api/v1/installations/${id}/history`,
    );
    expect(body.at(-1)).toMatchObject({ who: 'local', event: { type: 'report' }, to: 'failed' });
  });
});

function json(id: string, body: unknown) {
  return report(served, id, '', { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
}

function formWith(text: string): FormData {
  const form = new FormData();
  form.set('log', new Blob([text]), 'log.txt');
  return form;
}
