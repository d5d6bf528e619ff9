import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from './service.ts';

const answers = answersFor('C');
let served: Served;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

const path = (id: string) => `/api/v1/installations/${id}/events`;

/** A new installation that has come to a page, or to `ready`. */
async function at(page: string, wish?: object): Promise<View> {
  let view = await served.client.begin(wish);
  for (let steps = 0; view.page.id !== page; steps++) {
    if (steps > 60) throw new Error(`${page} does not come`);
    view = await served.client.step(view, answers);
  }
  return view;
}

/** Sends an event that is refused, and sees that it changed nothing. */
async function refused(view: View, event: object, status: number, headers: Record<string, string> = {}) {
  const before = await served.client.view(view.id);
  const { body } = await served.api.post(path(view.id)).set(headers).send(event).expect(status);
  expect(await served.client.view(view.id)).toEqual(before);
  return body as { code: string; errors: { field: string; code: string }[]; page: string; can: string[]; checks: string[] };
}

describe('An event', () => {
  it('replies with the view, its revision and, where it was waited for, for how long', async () => {
    const { id } = await served.client.begin();
    const submit = { type: 'submit', page: 'welcome', answers: {} };
    const { body, headers } = await served.api.post(path(id)).set('Prefer', 'wait=20').send(submit).expect(200);
    expect(body).toMatchObject({ id, revision: 2, page: { id: 'licenseAgreement' } });
    expect(headers).toMatchObject({ etag: '"2"', 'preference-applied': 'wait=20' });
    const without = await served.api.post(path(id)).send({ type: 'back' }).expect(200);
    expect(without.headers).not.toHaveProperty('preference-applied');
  });

  it('does not wait for a check unless that is preferred; then its outcome is the reply', async () => {
    const { id } = await at('signIn');
    const submit = { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } };
    const { body } = await served.api.post(path(id)).send(submit).expect(200);
    expect(body).toMatchObject({ status: 'checking', page: { id: 'signIn' } });
    expect((await served.api.post(path(id)).send({ type: 'back' }).expect(200)).body.status).toBe('asking');
    const waited = await served.api.post(path(id)).set('Prefer', 'wait=20').send(submit).expect(200);
    expect(waited.body).toMatchObject({ status: 'asking', page: { id: 'components' } });
  });

  it('waits no longer than is preferred', async () => {
    const { id } = await at('signIn');
    const submit = { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } };
    const patient = served.client.event(id, submit, { Prefer: 'wait=0' });
    expect((await patient).body.status).toBe('checking');
  });

  it('with a stale If-Match is refused as stale and changes nothing; with the right one it is taken', async () => {
    const view = await at('licenseAgreement');
    const submit = { type: 'submit', page: 'licenseAgreement', answers: { accepted: true } };
    for (const stale of ['"1"', '"99"', 'W/"1"', 'nonsense', '', '"1", "7"'])
      expect((await refused(view, submit, 412, { 'If-Match': stale })).code).toBe('stale');
    await served.api.post(path(view.id)).set('If-Match', '"1", "2"').send(submit).expect(200);
    await served.api.post(path(view.id)).set('If-Match', '*').send({ type: 'back' }).expect(200);
  });
});

describe('An event that the present state does not take', () => {
  it('is refused as not-now, with where it is and what it takes there', async () => {
    const view = await at('cloud');
    const events = [
      { type: 'submit', page: 'welcome', answers: {} },
      { type: 'submit', page: 'database', answers: {} },
      { type: 'acknowledge', page: 'cloud' },
      { type: 'acknowledge', page: 'accountSecurityWarning' },
      { type: 'revisit', page: 'database' },
      { type: 'revisit', page: 'finished' },
      { type: 'recheck' },
      { type: 'override', check: 'sign-in', reason: 'Why not.' },
      { type: 'register', mailbox: 'a@contoso.com', group: 'b@contoso.com' },
      { type: 'install' },
      { type: 'retry' },
      { type: 'complete', task: 'addIns', outcome: 'done' },
    ];
    for (const event of events) {
      const { code, page, can } = await refused(view, event, 409);
      expect({ event, code, page, can }).toEqual({ event, code: 'not-now', page: 'cloud', can: view.can });
    }
  });

  it('is refused as not-now on the first page, where there is no way back, and after the end, where nothing is taken', async () => {
    const first = await served.client.begin();
    expect((await refused(first, { type: 'back' }, 409)).can).not.toContain('back');
    await served.client.event(first.id, { type: 'cancel' });
    const { page, can } = await refused(first, { type: 'cancel' }, 409);
    expect({ page, can }).toEqual({ page: 'cancelled', can: [] });
  });

  it('is refused as not-now while a check runs, but for back and cancel', async () => {
    const { id } = await at('signIn');
    const submit = { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } };
    await served.api.post(path(id)).send(submit).expect(200);
    const { body } = await served.api.post(path(id)).send(submit).expect(409);
    expect(body).toMatchObject({ code: 'not-now', page: 'signIn' });
    expect(body.can.toSorted()).toEqual(['back', 'cancel', 'change', 'revisit']);
    await served.api.post(path(id)).send({ type: 'back' }).expect(200);
  });
});

describe('Answers that are not valid', () => {
  it('are refused as invalid-answers with every finding, and nothing of them is kept', async () => {
    const view = await at('database');
    const wrong = { server: 'http://x', name: '', whenExists: 'drop', nmae: 'x', checkAs: { method: 'ntlm', user: 'x' } };
    const { code, errors } = await refused(view, { type: 'submit', page: 'database', answers: wrong }, 422);
    expect(code).toBe('invalid-answers');
    expect(errors.map(({ field }) => field).toSorted()).toEqual(['checkAs.password', 'name', 'nmae', 'server', 'whenExists']);
    expect((await served.client.view(view.id)).page.answers).toEqual({ name: 'FIMService', whenExists: 'create' });
  });

  it('name a field that does not apply as not-applicable, and one that is missing as required', async () => {
    const view = await at('mailServer');
    const mail = { type: 'none', host: 'mail.contoso.com', authentication: 'basic', managedServiceAccount: false };
    const { errors } = await refused(view, { type: 'submit', page: 'mailServer', answers: mail }, 422);
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['host', 'not-applicable'],
      ['authentication', 'not-applicable'],
    ]);
    const bare = { type: 'exchange', managedServiceAccount: false };
    const { errors: missing } = await refused(view, { type: 'submit', page: 'mailServer', answers: bare }, 422);
    expect(missing.map(({ field, code }) => [field, code])).toEqual([
      ['host', 'required'],
      ['authentication', 'required'],
    ]);
  });

  it('may not keep a secret where none is kept', async () => {
    const view = await at('mailboxApplication');
    const kept = { ...answers['mailboxApplication'], clientSecret: { kept: true } };
    const { errors } = await refused(view, { type: 'submit', page: 'mailboxApplication', answers: kept }, 422);
    expect(errors).toMatchObject([{ field: 'clientSecret', code: 'required' }]);
    const forged = { ...answers['mailboxApplication'], clientSecret: { secret: crypto.randomUUID() } };
    expect((await refused(view, { type: 'submit', page: 'mailboxApplication', answers: forged }, 422)).code).toBe(
      'invalid-answers',
    );
  });
});

describe('Checks that stand in the way', () => {
  const failing = { mode: 'rehearsal', rehearsal: { pace: 1, failCheck: 'host-disk-space', times: 9 } };

  it('refuse install as checks-failed and name themselves, until they are overridden with a reason', async () => {
    const view = await at('ready', failing);
    expect(view.status).toBe('ready');
    const { code, checks } = await refused(view, { type: 'install' }, 409);
    expect({ code, checks }).toEqual({ code: 'checks-failed', checks: ['host-disk-space'] });
    const override = { type: 'override', check: 'host-disk-space', reason: 'A disk is on its way.' };
    const { body } = await served.api.post(path(view.id)).send(override).expect(200);
    const check = body.checks.find(({ id }: { id: string }) => id === 'host-disk-space');
    expect(check).toMatchObject({ status: 'overridden', overridden: { reason: 'A disk is on its way.', who: 'local' } });
    expect(body.can).toContain('install');
  });

  it('are refused as not-overridable where the installer itself would refuse', async () => {
    const { body } = await served.api.get('/api/v1/pages').expect(200);
    const declared = body.items.flatMap(({ checks = [] }: { checks?: { id: string; overridable: boolean }[] }) => checks);
    const hard = declared.find(({ overridable }: { overridable: boolean }) => !overridable);
    expect(hard).toBeDefined();
    const view = await at('database');
    const { code, checks } = await refused(view, { type: 'override', check: hard.id, reason: 'Why not.' }, 409);
    expect({ code, checks }).toEqual({ code: 'not-overridable', checks: [hard.id] });
  });
});

describe('Two requests at once on one installation', () => {
  it('one wins, and the other is told: not-now by its event, stale by its If-Match', async () => {
    for (const headers of [{}, { 'If-Match': '"1"' }] as Record<string, string>[]) {
      const { id } = await served.client.begin();
      const submit = { type: 'submit', page: 'welcome', answers: {} };
      const replies = await Promise.all(
        Array.from({ length: 6 }, () => served.client.event<{ code?: string }>(id, submit, headers)),
      );
      const codes = replies.map(({ status, body }) => (status === 200 ? 'won' : body.code));
      expect(codes.filter((code) => code === 'won')).toHaveLength(1);
      expect(new Set(codes.filter((code) => code !== 'won'))).toEqual(new Set([headers['If-Match'] ? 'stale' : 'not-now']));
      expect((await served.client.view(id)).revision).toBe(2);
    }
  });
});
