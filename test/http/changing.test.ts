import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from './service.ts';
import { walkToReady } from './walkToReady.ts';

let served: Served;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

describe('A change from ready', () => {
  it('checks again what rests on the answers, and asks nothing where they hold', async () => {
    const ready = await readyWith('C');
    const before = await checks(ready);
    const view = await changed(ready, 'database', { ...answersFor('C')['database'], name: 'FIMOther' });
    expect([view.page.id, view.option]).toEqual(['ready', 'C']);
    expect((await look(view, 'database')).page.answers).toMatchObject({ name: 'FIMOther' });
    expect((await checks(view)).map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
  });

  it('stops at the first page that a further component brings, and says so, and what else it will ask', async () => {
    const ready = await readyWith('E', ['service', 'portal']);
    let view = await changed(ready, 'components', { features: ['service', 'reporting', 'portal', 'resetPortal'] });
    expect(view).toMatchObject({ status: 'asking', page: { id: 'reportingServer' } });
    expect(view.change).toEqual({
      page: 'components',
      asks: ['reportingServer', 'resetPortal', 'resetPortalService'].map((page) => ({
        page,
        reason: 'unanswered',
        problems: [],
      })),
    });
    const asked: string[] = [];
    while (view.status !== 'ready') {
      asked.push(view.page.id);
      view = await served.client.step(view, answersFor('E'));
    }
    expect(asked).toEqual(['reportingServer', 'resetPortal', 'resetPortalWarning', 'resetPortalService']);
    expect(view.change).toBeNull();
  });

  it('stops at answers that it makes impossible, and says what is wrong with them', async () => {
    const ready = await readyWith('A');
    const view = await changed(ready, 'mailServer', { type: 'office365', authentication: 'basic', managedServiceAccount: false });
    expect(view).toMatchObject({
      status: 'asking',
      page: { id: 'serviceAccount', answers: { name: 'svcMIMService', password: { kept: true } } },
    });
    expect(view.change).toEqual({
      page: 'mailServer',
      asks: [
        {
          page: 'serviceAccount',
          reason: 'invalid',
          problems: [expect.objectContaining({ field: 'emailPassword', code: 'required' })],
        },
      ],
    });
    const answers = { ...(view.page.answers as object), emailPassword: 'Mail@word1' };
    const next = await served.client.event(view.id, { type: 'submit', page: 'serviceAccount', answers });
    expect(next.body).toMatchObject({ status: 'ready', option: 'B', change: null });
  });

  it('stops where a check fails, and goes on once the answers are mended', async () => {
    const ready = await readyWith('E');
    const failed = await changed(ready, 'serviceAddress', { host: 'mim.invalid' });
    expect(failed).toMatchObject({ status: 'asking', page: { id: 'serviceAddress' }, problems: [{ code: 'host-unreachable' }] });
    expect(failed.change).toEqual({ page: 'serviceAddress', asks: [] });
    const { body } = await served.client.event(failed.id, {
      type: 'submit',
      page: 'serviceAddress',
      answers: { host: 'mim2.contoso.com' },
    });
    expect(body.status).toBe('ready');
  });

  it('seals a secret that is typed in, keeps those that are kept, and shows none', async () => {
    await using alone = await serve();
    const ready = await walkToReady(alone.client, 'B');
    const { body: behind } = await alone.api.get(`/api/v1/installations/${ready.id}/pages/serviceAccount`).expect(200);
    expect(behind.page.answers).toMatchObject({ password: { kept: true }, emailPassword: { kept: true } });
    const answers = { ...behind.page.answers, password: 'Changed@word1' };
    const { body } = await alone.client.event(ready.id, { type: 'change', page: 'serviceAccount', answers });
    expect(body.status).toBe('ready');
    const { text } = await alone.api.get(`/api/v1/installations/${ready.id}/history`).expect(200);
    const kept = readdirSync(alone.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    for (const word of ['Changed@word1', 'Pass@word1', 'Mail@word1'])
      expect([JSON.stringify(body), text, ...kept].join('\n')).not.toContain(word);
    expect(kept.join('')).toContain('svcMIMService');
  });

  it('with an Idempotency-Key is made once; a repeat answers the same', async () => {
    const { id } = await readyWith('E');
    const event = { type: 'change', page: 'database', answers: { ...answersFor('E')['database'], name: 'FIMOther' } };
    const headers = { 'Idempotency-Key': `change ${id}`, Prefer: 'wait=20' };
    const first = await served.client.event(id, event, headers);
    const second = await served.client.event(id, event, headers);
    expect(second.body).toEqual(first.body);
    expect((await served.client.view(id)).revision).toBe(first.body.revision);
  });

  it('is refused as stale at any other revision than the one that it is meant for', async () => {
    const { id, revision } = await readyWith('E');
    const event = { type: 'change', page: 'cloud', answers: { cloud: 'global' } };
    const { body } = await served.api
      .post(`/api/v1/installations/${id}/events`)
      .send({ ...event, revision: revision - 1 })
      .expect(412);
    expect(body.code).toBe('stale');
    await served.api
      .post(`/api/v1/installations/${id}/events`)
      .send({ ...event, revision })
      .expect(200);
  });

  it('changes nothing where its answers are not valid, and says all that is wrong with them', async () => {
    const { id, revision } = await readyWith('E');
    const event = { type: 'change', page: 'database', answers: { server: 'http://x', name: 'x' } };
    const { body } = await served.api.post(`/api/v1/installations/${id}/events`).send(event).expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual(['server', 'whenExists']);
    expect((await served.client.view(id)).revision).toBe(revision);
  });

  it('is not taken for a page that is not behind, nor known for one that there is not', async () => {
    const { id } = await readyWith('E');
    const post = (page: string) =>
      served.api.post(`/api/v1/installations/${id}/events`).send({ type: 'change', page, answers: {} });
    expect((await post('mailboxApplication').expect(409)).body).toMatchObject({ code: 'not-now', page: 'ready' });
    await post('ready').expect(404);
    await post('nothing').expect(404);
  });
});

describe('A page behind', () => {
  it('is looked at as it was shown and answered, without going back', async () => {
    const ready = await readyWith('C');
    const behind = await look(ready, 'mailboxApplication');
    expect(behind).toMatchObject({
      page: { id: 'mailboxApplication', kind: 'form', answers: { clientSecret: { kept: true } } },
      checks: [
        { id: 'mailbox-application', status: 'passed' },
        { id: 'mailbox-access', status: 'passed' },
      ],
      can: ['change', 'revisit'],
    });
    expect((await served.client.view(ready.id)).revision).toBe(ready.revision);
  });

  it('is asked by what was known there: nothing that was answered later rules its fields', async () => {
    const ready = await readyWith('C');
    const { body: asked } = await served.client.event(ready.id, { type: 'revisit', page: 'serviceAccount' });
    await served.client.walk(asked, answersFor('C'));
    const { schema, answers } = (await look(ready, 'serviceAccount')).page;
    expect({ schema, answers }).toEqual({ schema: asked.page.schema, answers: asked.page.answers });
  });

  it('is a warning as well, and none that was not come by', async () => {
    const ready = await readyWith('A');
    expect(await look(ready, 'sharePointTimerWarning')).toMatchObject({ page: { kind: 'warning' }, can: ['revisit'] });
    await served.api.get(`/api/v1/installations/${ready.id}/pages/mailboxApplication`).expect(404);
    await served.api.get(`/api/v1/installations/${ready.id}/pages/nothing`).expect(404);
  });
});

interface Behind {
  readonly page: View['page'];
  readonly checks: View['checks'];
  readonly can: readonly string[];
}

async function look({ id }: View, page: string): Promise<Behind> {
  return (await served.api.get(`/api/v1/installations/${id}/pages/${page}`).expect(200)).body as Behind;
}

async function checks({ id }: View): Promise<View['checks']> {
  return (await served.client.request<View['checks']>('GET', `/api/v1/installations/${id}/checks`)).body;
}

async function changed({ id }: View, page: string, answers: object): Promise<View> {
  const { status, body } = await served.client.event(id, { type: 'change', page, answers });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

function readyWith(option: Option, features?: readonly string[]): Promise<View> {
  return walkToReady(served.client, option, features);
}
