import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageSubjectOf } from '../../machines/chart/callInputs.ts';
import type { Answers, OpenedAnswers } from '../../machines/pages/screens.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { firstTransition } from '../../server/host/transition.ts';
import { governmentCloudOf } from '../../services/entra/governmentCloud.ts';
import { approve } from '../peers/entra/browser.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application, pipeline } from '../peers/entra/tenants.ts';
import { entraAt, mailboxPage, makeCall, office365, registering, resultOf, signInPage } from './calls.ts';

const tenant = 'contoso.onmicrosoft.com';
const anyContext = firstTransition({ id: 'one', package: null }).kept.context;
const limits = { signal: new AbortController().signal, timeout: 10_000 };

/** The page names one government cloud; behind its directory there is another, with a Graph and a mail service of its own. */
describe('a tenant of GCC High, where the page says "Microsoft 365 Government - DoD"', () => {
  let peer: EntraPeer;
  let entra: ReturnType<typeof entraAt>;
  beforeAll(async () => {
    peer = await startEntra({ cloud: 'governmentGccHigh' });
    peer.tenant.regionSubScope = 'DODCON';
    const gccHigh = peer.overrides.governmentGccHigh!;
    // Of DoD only the directory is there, as both share it.
    const nowhere = 'https://127.0.0.1:1';
    const clouds = { governmentGccHigh: gccHigh, governmentDod: { ...gccHigh, graph: nowhere, mail: nowhere } };
    entra = entraAt(peer, { clouds });
  });
  afterAll(() => peer.close());

  test.each([
    ['an application', { method: 'clientCredentials', tenant, ...pipeline }],
    ['a user', { method: 'deviceCode', tenant }],
  ] as const)('%s signs in there, and its license is found by that cloud’s Graph', async (_, signIn) => {
    const call = makeCall((prompt) => approve(prompt, 'admin@contoso.onmicrosoft.com'));
    const results = await entra.checkSignIn(signInPage(signIn, 'governmentDod'), call);
    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(resultOf(results, 'sign-in').message).toContain(`the tenant ${peer.tenant.id}, of GCC High.`);
  });

  test('has, with Basic Authentication, its mail cloud held against it on the mail page', async () => {
    const signIn = { method: 'clientCredentials', tenant, ...pipeline } as const;
    const mailServer = { type: 'office365Government', authentication: 'basic', managedServiceAccount: false } as const;
    const cloud = { cloud: 'governmentDod' } as const;
    const about = { id: 'mail-reachable', page: 'mailServer', at: '', ms: 1 } as const;
    const found = [
      { ...about, status: 'passed', message: 'It answers.', detail: 'By SMTP.', script: 'Test-NetConnection', field: 'host' },
    ] as const;
    // As the chart hands them over: what the page does not rest on is not among them.
    const held = async (answers: OpenedAnswers) => {
      const subject = pageSubjectOf({ ...anyContext, answers: answers as unknown as Answers }, 'mailServer');
      return (await entra.heldAgainstTenant(found, subject as unknown as PageSubject, makeCall()))[0]!;
    };
    const wrong = await held({ cloud, signIn, mailServer });
    // Nothing of what it was before stands beside it.
    const message = expect.any(String);
    expect(wrong).toEqual({ ...about, status: 'failed', code: 'mail-unsuitable', message, field: 'governmentCloud' });
    expect(wrong.message).toMatch(/The tenant is of GCC High, and the mail page says DoD/);
    for (const right of [
      { cloud, signIn, mailServer: { ...mailServer, governmentCloud: 'gccHigh' } },
      { cloud, signIn: { method: 'deviceCode' }, mailServer },
      { cloud, signIn, mailServer: { ...mailServer, type: 'office365' } },
    ] as const)
      expect(await held(right)).toEqual(found[0]);
  });

  test('is checked once more before the installation in the same cloud', async () => {
    const page = signInPage({ method: 'clientCredentials', tenant, ...pipeline }, 'governmentDod');
    const results = await entra.recheckSignIn(page, makeCall());
    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
  });

  test('has a mailbox application whose mail is said to be of DoD: told, before its secret is sent', async () => {
    const mim = application({ secret: 'Mailbox~Secret.1', mail: ['full_access_as_app'] });
    peer.tenant.applications.push(mim);
    const given = { applicationId: mim.appId, tenantId: peer.tenant.id, clientSecret: 'Mailbox~Secret.1' };
    const mailServer = { ...office365, type: 'office365Government' } as const;
    const wrong = await entra.checkMailboxApplication(
      mailboxPage(given, { cloud: { cloud: 'governmentDod' }, mailServer }),
      makeCall(),
    );
    expect(resultOf(wrong, 'mailbox-application')).toMatchObject({
      status: 'failed',
      code: 'application-validation-failed',
      field: 'tenantId',
    });
    expect(resultOf(wrong, 'mailbox-application').message).toMatch(/of GCC High, and the mail page says DoD/);

    const right = await entra.checkMailboxApplication(
      mailboxPage(given, { cloud: { cloud: 'governmentDod' }, mailServer: { ...mailServer, governmentCloud: 'gccHigh' } }),
      makeCall(),
    );
    expect(right.map(({ status }) => status)).toEqual(['passed', 'passed']);
  });

  test('is registered in by the application that has signed in, without asking a user', async () => {
    const [signsIn] = peer.tenant.applications;
    signsIn!.roles.graph.push('Application.ReadWrite.All');
    const call = makeCall();
    const mailServer = { ...office365, type: 'office365Government', governmentCloud: 'gccHigh' } as const;
    const signIn = { method: 'clientCredentials', tenant, ...pipeline } as const;
    const subject = registering({ cloud: { cloud: 'governmentDod' }, signIn, mailServer });
    expect(await entra.createApplication(subject, call)).toMatchObject({
      applicationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(call.prompts).toEqual([]);
  });
});

describe('in which government cloud a tenant is', () => {
  let peer: EntraPeer;
  beforeAll(async () => {
    peer = await startEntra({ cloud: 'governmentDod' });
  });
  afterAll(() => peer.close());

  test.each([
    ['DOD', 'governmentDod'],
    ['DODCON', 'governmentGccHigh'],
    [undefined, null],
  ] as const)('%s is %s', async (stated, cloud) => {
    if (stated === undefined) delete peer.tenant.regionSubScope;
    else peer.tenant.regionSubScope = stated;
    expect(await governmentCloudOf(peer.login.url, tenant, limits)).toBe(cloud);
  });

  test('is not told of a tenant that the directory does not know, nor by a directory that gives no answer', async () => {
    expect(await governmentCloudOf(peer.login.url, 'nobody.onmicrosoft.com', limits)).toBeNull();
    expect(await governmentCloudOf('https://127.0.0.1:1', tenant, limits)).toBeNull();
  });
});
