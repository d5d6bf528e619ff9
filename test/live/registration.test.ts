import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { inMonths } from '../../services/entra/registerClientSecret.ts';
import type { Served } from '../http/service.ts';
import { approve } from '../peers/entra/browser.ts';
import type { Fault } from '../peers/entra/listener.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application } from '../peers/entra/tenants.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { startWorld } from '../sql/asking.ts';
import { wish } from './killing.ts';
import { comeTo, promptOf, seen, serveLive, statuses } from './liveService.ts';
import { addRegistrar, answersWith, registered } from './tenants.ts';

let peer: EntraPeer;
let sql: SqlServerPeer;
let served: Served;
beforeAll(async () => {
  peer = await startEntra();
  sql = await startWorld({ version: [15, 0, 2000], sysadmins: ['sa'] });
  served = await serveLive({ checks: { timeout: 2_000 }, entra: { clouds: peer.overrides } });
});
afterAll(async () => {
  await served?.[Symbol.asyncDispose]();
  await peer?.close();
  await sql?.close();
});

describe('Registering the mailbox application', () => {
  test('ends with the access policy script to confirm, and the page filled in with what works, its secret kept', async () => {
    const { id } = await atMailboxApplication(addRegistrar(peer));
    const { body } = await served.client.event(id, { ...wish, secretMonths: 6 });
    expect(body).toMatchObject({ status: 'warning', page: { id: 'mailboxApplicationPolicy' } });
    const [ours] = registered(peer, id);
    const [task] = body.tasks;
    expect(task?.script).toContain(`$application = '${ours?.appId}'`);
    expect(task?.script).toContain(`$group = 'mim-mailboxes@contoso.com'`);
    expect(task?.script).toContain('New-ApplicationAccessPolicy');
    expect(task?.detail).toContain(inMonths(new Date(), 6).toISOString().slice(0, 10));

    const { body: filledIn } = await served.client.event(id, { type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    expect(filledIn).toMatchObject({ status: 'asking', page: { id: 'mailboxApplication' } });
    expect(filledIn.page.answers).toEqual({
      applicationId: ours?.appId,
      tenantId: peer.tenant.id,
      clientSecret: { kept: true },
    });
    const { body: next } = await served.client.event(id, {
      type: 'submit',
      page: 'mailboxApplication',
      answers: filledIn.page.answers,
    });
    expect(next.page.id).toBe('certificate');
    const checks = (await served.client.request<View['checks']>('GET', `/api/v1/installations/${id}/checks`)).body;
    expect(statuses({ checks })).toMatchObject({ 'mailbox-application': 'passed', 'mailbox-access': 'passed' });
  });

  test('for a mailbox that does not open leads to its box as soon as the page is submitted', async () => {
    const { id } = await atMailboxApplication(addRegistrar(peer));
    await served.client.event(id, { ...wish, mailbox: 'nobody@contoso.com' });
    const { body } = await served.client.event(id, { type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    const { answers } = body.page;
    const { body: box } = await served.client.event(id, { type: 'submit', page: 'mailboxApplication', answers });
    expect(box).toMatchObject({ status: 'error', page: { id: 'mailboxAccessFailed' } });
    expect(box.problems[0]?.detail).toContain('ErrorNonExistentMailbox');
  });

  test('as a user shows a code in the view, once for all steps', async () => {
    const { id } = await comeTo(served.client, 'signIn', answersWith({}, sql.port));
    await served.client.event(id, { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } }, {});
    await approve(await promptOf(served.client, id), 'admin@contoso.onmicrosoft.com');
    await walkOn(await seen(served.client, id, ({ page }) => page.id === 'components'));

    const { body } = await served.client.event(id, wish, {});
    expect(body).toMatchObject({ status: 'checking', page: { id: 'mailboxApplication' } });
    await approve(await promptOf(served.client, id), 'admin@contoso.onmicrosoft.com');
    const view = await served.client.until(id, 'warning');
    expect(view).toMatchObject({ page: { id: 'mailboxApplicationPolicy' }, signIn: null });
    expect(peer.login.log.filter((line) => line.includes('devicecode'))).toHaveLength(2);
  });

  test('hands out the consent link where the signed-in role may not consent, and goes on when it is confirmed', async () => {
    const { id } = await atMailboxApplication(addRegistrar(peer, { consents: false }));
    const { body } = await served.client.event(id, wish);
    expect(body).toMatchObject({ status: 'warning', page: { id: 'mailboxApplicationConsent' } });
    const [ours] = registered(peer, id);
    expect(body.tasks[0]?.detail).toContain(`${peer.login.url}/${peer.tenant.id}/adminconsent?client_id=${ours?.appId}`);

    const { body: policy } = await served.client.event(id, { type: 'acknowledge', page: 'mailboxApplicationConsent' });
    expect(policy.page.id).toBe('mailboxApplicationPolicy');
    const { body: page } = await served.client.event(id, { type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    const submit = { type: 'submit', page: 'mailboxApplication', answers: page.page.answers };
    const { body: tooEarly } = await served.client.event(id, submit);
    expect(tooEarly).toMatchObject({ page: { id: 'mailboxAccessFailed' }, problems: [{ code: 'mailbox-access-failed' }] });

    ours?.roles.mail.push('full_access_as_app');
    await served.client.event(id, { type: 'acknowledge', page: 'mailboxAccessFailed' });
    const { body: next } = await served.client.event(id, { type: 'recheck' });
    expect(next.page.id).toBe('certificate');
  });

  test.each([
    ['creating the application', /^PATCH .*applications/],
    ['creating its service principal', /^POST .*servicePrincipals$/],
    ['adding the secret', /^POST .*addPassword/],
    ['granting consent', /^POST .*appRoleAssignedTo/],
  ] as const)('that fails while %s is taken up there, with no second application and no second live secret', async (_, on) => {
    const { id } = await atMailboxApplication(addRegistrar(peer));
    for (const fault of [{ status: 500, body: '{"error":{"code":"InternalServerError","message":"Sorry."}}' }, 'loseAnswer']) {
      peer.graph.misbehave(fault as Fault, { on, times: 1 });
      const { body } = await served.client.event(id, wish);
      expect(body).toMatchObject({
        status: 'asking',
        page: { id: 'mailboxApplication' },
        problems: [{ code: 'registration-failed' }],
      });
    }
    const { body } = await served.client.event(id, wish);
    expect(body.page.id).toBe('mailboxApplicationPolicy');
    expect(registered(peer, id)).toHaveLength(1);
    expect(registered(peer, id)[0]?.secrets).toHaveLength(1);
    expect(registered(peer, id)[0]?.roles.mail).toEqual(['full_access_as_app']);
  });

  test('leaves no answers behind that an override could go on without', async () => {
    const { id } = await atMailboxApplication(addRegistrar(peer));
    const mine = application({ secret: 'mine' });
    peer.tenant.applications.push(mine);
    await served.client.event(id, {
      type: 'submit',
      page: 'mailboxApplication',
      answers: { applicationId: mine.appId, tenantId: peer.tenant.id, clientSecret: 'mine' },
    });
    await served.client.event(id, { type: 'acknowledge', page: 'mailboxAccessFailed' });
    await served.client.event(id, wish);
    const { body } = await served.client.event(id, { type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    expect(body.can).not.toContain('override');
    expect(body.problems).toEqual([]);
  });
});

describe('A mailbox application that was typed in', () => {
  const secret = 'Mailbox~Secret.1';
  test.each([
    ['of an unknown tenant', { tenantId: '00000000-0000-4000-8000-000000000001' }, 'applicationValidationFailed', 'AADSTS90002'],
    [
      'that the tenant does not know',
      { applicationId: '00000000-0000-4000-8000-000000000002' },
      'applicationValidationFailed',
      'AADSTS700016',
    ],
    ['whose secret is refused', { clientSecret: 'wrong' }, 'mailboxAccessFailed', 'AADSTS7000215'],
    ['without the permission', {}, 'mailboxAccessFailed', 'full_access_as_app'],
  ])('%s leads to its error box, with what the other side said, and back', async (_, wrong, box, words) => {
    const mine = application({ secret });
    peer.tenant.applications.push(mine);
    const { id } = await atMailboxApplication(addRegistrar(peer));
    const answers = { applicationId: mine.appId, tenantId: peer.tenant.id, clientSecret: secret, ...wrong };
    const { body } = await served.client.event(id, { type: 'submit', page: 'mailboxApplication', answers });
    expect(body).toMatchObject({ status: 'error', page: { id: box } });
    expect(body.problems[0]?.detail).toContain(words);
    const { body: again } = await served.client.event(id, { type: 'acknowledge', page: box });
    expect(again.page.answers).toEqual({ ...answers, clientSecret: { kept: true } });
  });

  test('that the mail service turns away leads to "Failed to access Office 365 mailbox"', async () => {
    const mine = application({ secret, mail: ['full_access_as_app'] });
    peer.tenant.applications.push(mine);
    const { id } = await atMailboxApplication(addRegistrar(peer));
    peer.mail.misbehave({ status: 403 });
    const answers = { applicationId: mine.appId, tenantId: peer.tenant.id, clientSecret: secret };
    const { body } = await served.client.event(id, { type: 'submit', page: 'mailboxApplication', answers });
    expect(body).toMatchObject({ status: 'error', page: { id: 'mailboxAccessFailed' } });
  });
});

function atMailboxApplication(signIn: Readonly<Record<string, unknown>>): Promise<View> {
  return comeTo(served.client, 'mailboxApplication', answersWith(signIn, sql.port));
}

async function walkOn(from: View): Promise<void> {
  const answers = answersWith({}, sql.port);
  let view = from;
  while (view.page.id !== 'mailboxApplication') view = await served.client.step(view, answers);
}
