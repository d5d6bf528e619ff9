import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../server/view/view.ts';
import type { PageAnswers } from '../answers.ts';
import { answersFor } from '../answers.ts';
import type { Served } from '../http/service.ts';
import { openStream } from '../live/evidence.ts';
import { comeTo, seen, serveLive, statuses } from '../live/liveService.ts';
import { answersWith } from '../live/tenants.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { pipeline } from '../peers/entra/tenants.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { startWorld } from '../sql/asking.ts';

const asPipeline = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', ...pipeline };
const databaseChecks = [
  'database-reachable',
  'database-sign-in',
  'database-version',
  'database-rights',
  'database-full-text',
  'database-presence',
  'database-kind',
  'database-encryption',
  'database-port',
];

let entra: EntraPeer;
let sql: SqlServerPeer;
let served: Served;
let answers: PageAnswers;
beforeAll(async () => {
  entra = await startEntra();
  sql = await startWorld({ version: [15, 0, 2000], sysadmins: ['sa'] });
  // Long enough for what is looked at meanwhile, on a machine however busy.
  served = await serveLive({ checks: { timeout: 8_000, hostTimeout: 8_000 }, entra: { clouds: entra.overrides } });
  answers = { ...answersWith(asPipeline, sql.port), ...pick('mailServer', 'serviceAccount') };
});
afterAll(async () => {
  await served?.[Symbol.asyncDispose]();
  await sql?.close();
  await entra?.close();
});

describe('Checks that are being made', () => {
  test('are pending in the view, among all checks and on the stream, each until it has ended', async () => {
    const { client, url } = served;
    const { id } = await comeTo(client, 'database', answers);
    await using stream = await openStream(url, id);
    sql.trouble = { at: 'question', how: 'hangs' };
    const { body } = await client.event(id, { type: 'submit', page: 'database', answers: answers['database'] }, {});
    expect(body.status).toBe('checking');
    expect(statuses(body)).toEqual(Object.fromEntries(databaseChecks.map((check) => [check, 'pending'])));

    const underWay = await seen(client, id, (view) => statuses(view)['database-reachable'] === 'passed');
    // The connection's encryption is looked at before anyone signs in.
    const left = databaseChecks.filter((check) => !['database-reachable', 'database-encryption'].includes(check));
    expect(statuses(underWay)).toMatchObject(Object.fromEntries(left.map((check) => [check, 'pending'])));
    const all = statuses({ checks: (await client.request<View['checks']>('GET', `/api/v1/installations/${id}/checks`)).body });
    expect(all).toMatchObject({ 'sign-in': 'passed', ...Object.fromEntries(left.map((check) => [check, 'pending'])) });

    const view = await client.until(id, 'asking');
    sql.trouble = null;
    await stream.until(view.revision);
    expect(statuses(view)).toMatchObject({ 'database-sign-in': 'failed', 'database-rights': 'skipped' });
    const told = [...stream.heard().matchAll(/^event: progress\ndata: (.*)$/gm)].flatMap(
      ([, data]) => JSON.parse(data!).checks ?? [],
    );
    for (const check of databaseChecks) {
      expect([check, told.filter((one) => one.id === check).map((one) => one.status)]).toEqual([
        check,
        ['pending', view.checks.find((one) => one.id === check)?.status],
      ]);
    }
  });

  test('have, once they ended, id, status, a message with the next action, when, and how long', async () => {
    const { client } = served;
    const { id } = await comeTo(client, 'database', answers);
    const wrong = { ...answers['database'], checkAs: { method: 'sql', user: 'sa', password: 'wrong' } };
    const asked = new Date().toISOString();
    const { body } = await client.event(id, { type: 'submit', page: 'database', answers: wrong });
    const answered = new Date().toISOString();
    const found = body.checks.find((check) => check.id === 'database-sign-in')!;
    expect(found).toMatchObject({ status: 'failed', overridable: true, detail: expect.stringContaining('Login failed') });
    expect(found.message).toMatch(/Check the user, the password/);
    expect([answered, found.at, asked].toSorted()).toEqual([asked, found.at, answered]);
    expect(Number.isInteger(found.ms)).toBe(true);
    expect(body.problems).toMatchObject([{ code: 'database-sign-in-failed', field: 'checkAs' }]);
  });

  test('are made again by recheck, on their page', async () => {
    const { client } = served;
    const { id } = await comeTo(client, 'database', answers);
    sql.trouble = { at: 'login', how: 'hangs up' };
    const { body } = await client.event(id, { type: 'submit', page: 'database', answers: answers['database'] });
    expect(statuses(body)['database-sign-in']).toBe('failed');
    sql.trouble = null;
    const { body: next } = await client.event(id, { type: 'recheck' });
    expect(next.page.id).toBe('mailServer');
  });

  test('are all pending at ready, those of the pages among them: what was found before counts no more', async () => {
    const { client } = served;
    const { id } = await comeTo(client, 'database', answers);
    const { view } = await client.walk(await client.view(id), { ...answers, serviceAddress: { host: 'mim.invalid' } });
    expect(view).toMatchObject({ page: { id: 'synchronizationServer' } });
    const override = (check: string) => client.event(id, { type: 'override', check, reason: 'It comes later.' });
    await client.walk((await override('synchronization-server')).body, { ...answers, serviceAddress: { host: 'mim.invalid' } });
    await client.walk((await override('service-address')).body, answers);
    expect((await client.view(id)).status).toBe('ready');

    sql.trouble = { at: 'prelogin', how: 'hangs' };
    const { body } = await client.event(id, { type: 'recheck' }, {});
    expect(body.status).toBe('ready');
    const underWay = await seen(client, id, (view) => statuses(view)['database-reachable'] === 'pending');
    expect(statuses(underWay)).toMatchObject(Object.fromEntries(databaseChecks.map((check) => [check, 'pending'])));
    await seen(client, id, (view) => statuses(view)['database-reachable'] === 'failed');
    sql.trouble = null;
  });
});

/** Without a mail server. */
function pick(...pages: readonly string[]): PageAnswers {
  return Object.fromEntries(Object.entries(answersFor('E')).filter(([page]) => pages.includes(page)));
}
