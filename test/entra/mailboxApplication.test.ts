import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import type { CloudName } from '../../services/entra/clouds.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application } from '../peers/entra/tenants.ts';
import { entraAt, expectNoSecrets, mailboxPage, makeCall, office365, resultOf } from './calls.ts';

const mim = application({ secret: 'Mailbox~Secret.1', mail: ['full_access_as_app'] });
const serviceAccount = { name: 'svcMIMService', domain: 'contoso', email: 'svcMIMService@contoso.com' } as const;

const clouds: [CloudName, OpenedAnswers][] = [
  ['global', { mailServer: office365 }],
  ['china', { cloud: { cloud: 'china' }, mailServer: { ...office365, type: 'office365China' } }],
  ['governmentGccHigh', { mailServer: { ...office365, type: 'office365Government' } }],
  ['governmentDod', { cloud: { cloud: 'governmentDod' }, mailServer: { ...office365, type: 'office365Government' } }],
];

describe.each(clouds)('in the cloud %s', (cloud, answers) => {
  let peer: EntraPeer;
  beforeAll(async () => {
    peer = await startEntra({ cloud });
    peer.tenant.applications.push(mim);
  });
  afterAll(() => peer.close());

  test('on its page, the application signs in, has its permission, and the mail service takes its token', async () => {
    const call = makeCall();
    const results = await entraAt(peer).checkMailboxApplication(mailboxPage(answersOf(peer), answers), call);

    expect(results.map(({ id, status }) => [id, status])).toEqual([
      ['mailbox-application', 'passed'],
      ['mailbox-access', 'passed'],
    ]);
    expect(resultOf(results, 'mailbox-access').message).toContain('opened before the installation');
    expect(peer.mail.log).toHaveLength(1);
    expectNoSecrets(peer, ['Mailbox~Secret.1'], results, call.told);
  });

  test('once the mailbox is named, it is opened', async () => {
    const page = mailboxPage(answersOf(peer), { ...answers, serviceAccount });
    const results = await entraAt(peer).checkMailboxApplication(page, makeCall());
    expect(resultOf(results, 'mailbox-access')).toMatchObject({ status: 'passed' });
    expect(resultOf(results, 'mailbox-access').message).toContain('opens the mailbox svcMIMService@contoso.com');
  });
});

describe('what is wrong is told apart', () => {
  let peer: EntraPeer;
  const powerless = application({ secret: 'powerless' });
  const expired = application({ secret: 'old', secretExpires: new Date(Date.now() - 1000) });
  beforeAll(async () => {
    peer = await startEntra();
    peer.tenant.applications.push(mim, powerless, expired);
  });
  afterAll(() => peer.close());

  test.each([
    [
      'an unknown tenant',
      { tenantId: 'aa7efd5d-2944-43aa-8543-34b476c47a7a' },
      'application-validation-failed',
      'AADSTS90002',
      'tenantId',
    ],
    [
      'an unknown application',
      { applicationId: '48b15b07-ae4a-ae4a-ae4a-8850556d6b76' },
      'application-validation-failed',
      'AADSTS700016',
      'applicationId',
    ],
    ['a refused secret', { clientSecret: 'wrong' }, 'mailbox-access-failed', 'AADSTS7000215', 'clientSecret'],
    [
      'an expired secret',
      { applicationId: expired.appId, clientSecret: 'old' },
      'mailbox-access-failed',
      'AADSTS7000222',
      'clientSecret',
    ],
  ])('%s, in the directory’s words', async (_name, change, code, aadsts, field) => {
    const results = await entraAt(peer).checkMailboxApplication(mailboxPage({ ...answersOf(peer), ...change }), makeCall());
    const refused = resultOf(results, 'mailbox-application');
    expect(refused).toMatchObject({ status: 'failed', code, field });
    expect(refused.detail).toMatch(new RegExp(`${aadsts}: .*Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36}`));
    expect(resultOf(results, 'mailbox-access')).toMatchObject({ status: 'skipped' });
  });

  test('a missing permission, which the mail service does not make up for', async () => {
    const page = mailboxPage({ ...answersOf(peer), applicationId: powerless.appId, clientSecret: 'powerless' });
    for (const account of [undefined, serviceAccount]) {
      const results = await entraAt(peer).checkMailboxApplication(
        { ...page, answers: { ...page.answers, ...(account && { serviceAccount: account }) } },
        makeCall(),
      );
      expect(resultOf(results, 'mailbox-application')).toMatchObject({ status: 'passed' });
      expect(resultOf(results, 'mailbox-access')).toMatchObject({ status: 'failed', code: 'mailbox-access-failed' });
      expect(resultOf(results, 'mailbox-access').message).toContain('full_access_as_app');
    }
  });

  test('an application without the permission that a role of Exchange Online lets in (RBAC for Applications) opens the mailbox', async () => {
    peer.tenant.mailboxRoles.set(powerless.appId, new Set([serviceAccount.email]));
    const page = mailboxPage(
      { ...answersOf(peer), applicationId: powerless.appId, clientSecret: 'powerless' },
      { serviceAccount },
    );
    const results = await entraAt(peer).checkMailboxApplication(page, makeCall());
    peer.tenant.mailboxRoles.clear();
    expect(resultOf(results, 'mailbox-access')).toMatchObject({ status: 'passed' });
  });

  test('an application whose mailbox an access policy leaves out, by that name', async () => {
    const words = 'Access to the mailbox is denied. Blocked by tenant configured AppOnly AccessPolicy settings.';
    const body = `<s:Envelope><s:Body><s:Fault><faultcode>a:ErrorAccessDenied</faultcode><faultstring>${words}</faultstring></s:Fault></s:Body></s:Envelope>`;
    peer.mail.misbehave({ status: 500, body });
    const results = await entraAt(peer).checkMailboxApplication(mailboxPage(answersOf(peer), { serviceAccount }), makeCall());
    peer.mail.behave();
    expect(resultOf(results, 'mailbox-access')).toMatchObject({ status: 'failed', code: 'mailbox-access-failed' });
    expect(resultOf(results, 'mailbox-access').message).toContain('group of the policy');
  });

  test('a mailbox that does not open, in the mail service’s words', async () => {
    const page = mailboxPage(answersOf(peer), { serviceAccount: { ...serviceAccount, email: "nobody's&co@contoso.com" } });
    const results = await entraAt(peer).checkMailboxApplication(page, makeCall());
    expect(resultOf(results, 'mailbox-access')).toMatchObject({
      status: 'failed',
      code: 'mailbox-access-failed',
      detail: 'ErrorNonExistentMailbox: The SMTP address has no mailbox associated with it.',
    });
  });

  test('an application whose token the mail service does not take', async () => {
    const turnedAway = await turnedAwayWith(401);
    expect(turnedAway.message).toContain('does not take the application’s token');
    expect(turnedAway.detail).toContain('HTTP 401');
  });

  test('an application that Exchange Online blocks although it has the permission, with the setting and the dates', async () => {
    const blocked = await turnedAwayWith(403);
    expect(blocked.message).toContain('EwsAllowedAppIDs');
    expect(blocked.message).toContain(mim.appId);
    expect(blocked.message).toContain('since 1 October 2026');
    expect(blocked.message).toContain('1 April 2027');
  });

  async function turnedAwayWith(status: number) {
    peer.mail.misbehave({ status });
    const results = await entraAt(peer).checkMailboxApplication(mailboxPage(answersOf(peer), { serviceAccount }), makeCall());
    peer.mail.behave();
    expect(resultOf(results, 'mailbox-access')).toMatchObject({ status: 'failed', code: 'mailbox-access-failed' });
    return resultOf(results, 'mailbox-access');
  }
});

function answersOf({ tenant }: EntraPeer) {
  return { applicationId: mim.appId, tenantId: tenant.id, clientSecret: 'Mailbox~Secret.1' };
}
