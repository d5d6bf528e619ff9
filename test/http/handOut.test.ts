import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from './service.ts';

interface Refused {
  readonly code: string;
  readonly detail: string;
}

describe('A client secret that was registered here', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served[Symbol.asyncDispose]());

  it('is handed out once, to somebody who says why, and the journal has who and when', async () => {
    const view = await installed();
    expect(view.holdsSecret).toBe(true);
    const path = `/api/v1/installations/${view.id}/secret`;
    expect(await served.client.request<Refused>('POST', path, { reason: ' ' })).toMatchObject({ status: 422 });
    const handed = await served.client.request<{ clientSecret: string; expiresAt: string }>('POST', path, {
      reason: 'For Change mode.',
    });
    expect(handed.status).toBe(200);
    expect(handed.body.clientSecret.length).toBeGreaterThan(8);
    const { body: history } = await served.client.request<object[]>('GET', `/api/v1/installations/${view.id}/history`);
    expect(history.at(-1)).toMatchObject({ who: 'local', event: { type: 'handOut', reason: 'For Change mode.', who: 'local' } });
    const after = await served.client.view(view.id);
    expect(after.holdsSecret).toBe(false);
    for (const told of [JSON.stringify(history), JSON.stringify(after), served.logged()])
      expect(told).not.toContain(handed.body.clientSecret);
    expect(await served.client.request<Refused>('POST', path, { reason: 'Again.' })).toMatchObject({
      status: 409,
      body: { code: 'not-now' },
    });
    const report = await served.api.get(`/api/v1/installations/${view.id}/report`).set('Accept', 'text/markdown').expect(200);
    expect(report.text).toMatch(/## Client secret handed out[\s\S]*\| For Change mode\. \| local \|/);
  });

  it('is handed again to a repeat by the same key, whose first answer may have been lost, and to nobody else', async () => {
    const { id } = await installed();
    const path = `/api/v1/installations/${id}/secret`;
    const ask = (reason: string, key: string) =>
      served.client.request<{ clientSecret: string } & Refused>('POST', path, { reason }, { 'Idempotency-Key': key });
    const [first, second] = await Promise.all([ask('For Change mode.', 'one'), ask('For Change mode.', 'one')]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await ask('Why else?', 'one')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await ask('For Change mode.', 'two')).toMatchObject({ status: 409, body: { code: 'not-now' } });
    const { body: history } = await served.client.request<{ event: { type: string } }[]>(
      'GET',
      `/api/v1/installations/${id}/history`,
    );
    expect(history.filter(({ event }) => event.type === 'handOut')).toHaveLength(1);
    const answered = await served.service.installations.answered(`local ${id}/secret`, 'one');
    expect(JSON.stringify(answered)).not.toContain(first.body.clientSecret);
  });

  it('is not handed to a repeat once another one was registered: the journal would not have it', async () => {
    const { id } = await registered({ mode: 'rehearsal', rehearsal: { pace: 1, failCheck: 'mailbox-access', times: 9 } });
    const path = `/api/v1/installations/${id}/secret`;
    const ask = (key: string) =>
      served.client.request<{ clientSecret: string } & Refused>('POST', path, { reason: 'Why not.' }, { 'Idempotency-Key': key });
    const first = await ask('one');
    expect(first.status).toBe(200);
    // Another application is tried, and does not do.
    let { body: view } = await served.client.event(id, { type: 'revisit', page: 'mailboxApplication' });
    view = await served.client.step(view, answersFor('C', ['service']));
    expect(view.checks).toContainEqual(expect.objectContaining({ id: 'mailbox-access', status: 'failed' }));
    ({ view } = await served.client.walk(await register(view), answersFor('C', ['service'])));
    expect(view.holdsSecret).toBe(true);
    expect(await ask('one')).toMatchObject({ status: 409, body: { code: 'not-now' } });
    const second = await ask('two');
    expect(second.status).toBe(200);
    expect(second.body.clientSecret).not.toBe(first.body.clientSecret);
  });

  it('that nobody was handed keeps the task that needs it from ending without a reason', async () => {
    const { id, tasks } = await installed();
    expect(tasks.map(({ id: task }) => task)).toEqual([
      'serviceRuns',
      'mailServerConnection',
      'mailboxSettings',
      'exchangeWebServices',
      'applicationAccess',
      'addIns',
    ]);
    for (const { id: task } of tasks.filter((one) => one.id !== 'mailboxSettings')) await end(id, task, 'done');
    for (const outcome of ['done', 'skipped']) {
      const refused = await served.client.event<Refused>(id, { type: 'complete', task: 'mailboxSettings', outcome });
      expect([refused.status, refused.body.code]).toEqual([422, 'invalid-answers']);
      expect(refused.body.detail).toMatch(/destroyed when the installation is finished/);
    }
    const ended = await served.client.event(id, {
      type: 'complete',
      task: 'mailboxSettings',
      outcome: 'skipped',
      reason: 'Another secret is used.',
    });
    expect(ended.body.status).toBe('finished');
    const path = `/api/v1/installations/${id}/secret`;
    expect(await served.client.request<Refused>('POST', path, { reason: 'Too late.' })).toMatchObject({ status: 409 });
  });

  it('keeps a file of answers from ending that task, and no other one', async () => {
    const { id, trail } = await registered();
    const path = `/api/v1/installations/${id}`;
    const behind = async (page: string) =>
      (await served.client.request<{ page: View['page'] }>('GET', `${path}/pages/${page}`)).body.page;
    const pages = (await Promise.all(trail.slice(0, -1).map(behind))).filter(({ kind }) => kind === 'form');
    await served.client.request('PUT', `${path}/answers`, {
      pages: Object.fromEntries(pages.map(({ id: page, answers }) => [page, answers])),
      acknowledge: ['accountSecurityWarning'],
      install: true,
      complete: 'all',
    });
    await expect.poll(async () => (await served.client.view(id)).stopped?.reason, { timeout: 20_000 }).toBe('tasks');
    const { tasks } = await served.client.view(id);
    expect(tasks.filter(({ state }) => state !== 'done')).toMatchObject([{ id: 'mailboxSettings', state: 'open' }]);
  });

  it('is none where the application was typed in: its user has the secret', async () => {
    const begun = await served.client.begin();
    const { view } = await served.client.walk(begun, answersFor('C', ['service']));
    expect(view.holdsSecret).toBe(false);
    await served.client.event(view.id, { type: 'install' });
    const installedNow = await served.client.until(view.id, 'postInstallation');
    expect(installedNow.tasks.map(({ id }) => id)).toContain('mailboxSettings');
    const done = await served.client.event(view.id, { type: 'complete', task: 'mailboxSettings', outcome: 'done' });
    expect(done.status).toBe(200);
  });

  it('leaves scripts for what is done in Exchange Online among the tasks, filled in', async () => {
    const { tasks } = await installed();
    const script = (id: string) => tasks.find((task) => task.id === id)?.script;
    expect(script('exchangeWebServices')).toMatch(/EwsAllowedAppIDs/);
    expect(script('applicationAccess')).toMatch(/New-ApplicationAccessPolicy/);
  });

  async function end(id: string, task: string, outcome: string): Promise<void> {
    expect((await served.client.event(id, { type: 'complete', task, outcome })).status).toBe(200);
  }

  /** Has an application registered on its page, and goes on with it. */
  async function register({ id }: View): Promise<View> {
    const answers = answersFor('C', ['service']);
    const asked = { type: 'register', mailbox: 'mim@contoso.com', group: 'mim-access@contoso.com' };
    let { body: view } = await served.client.event(id, asked);
    while (view.page.id !== 'mailboxApplication') view = await served.client.step(view, answers);
    view = await served.client.step(view, { mailboxApplication: view.page.answers as Readonly<Record<string, unknown>> });
    if (view.page.id !== 'mailboxApplication') return view;
    return (await served.client.event(id, { type: 'override', check: 'mailbox-access', reason: 'It takes an hour.' })).body;
  }

  /** At `ready`, with an application that was registered here. */
  async function registered(wish?: object): Promise<View> {
    const answers = answersFor('C', ['service']);
    let view = await served.client.begin(wish);
    while (view.page.id !== 'mailboxApplication') view = await served.client.step(view, answers);
    return (await served.client.walk(await register(view), answers)).view;
  }

  async function installed(): Promise<View> {
    const view = await registered();
    await served.client.event(view.id, { type: 'install' });
    await served.client.until(view.id, 'postInstallation');
    return (await served.client.request('GET', `/api/v1/installations/${view.id}`)).body;
  }
});
