import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegisteredApplication } from '../../machines/ports/registration.ts';
import type { RegistrationSubject } from '../../machines/ports/subjects.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Entra } from '../../services/entra/createEntra.ts';
import { inMonths } from '../../services/entra/registerClientSecret.ts';
import { approve } from '../peers/entra/browser.ts';
import { exchangeOnline, fullAccessAsApp } from '../peers/entra/graphServicePrincipals.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application, newSecret, type RegisteredApplication as Registered } from '../peers/entra/tenants.ts';
import { entraAt, expectNoSecrets, mailboxPage, makeCall, office365, registering, type TestCall } from './calls.ts';

const admin = 'admin@contoso.onmicrosoft.com';
const registrar = application({
  secret: 'Registrar~Secret.1',
  graph: ['Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All'],
});
const asRegistrar = {
  signIn: {
    method: 'clientCredentials',
    tenant: 'contoso.onmicrosoft.com',
    clientId: registrar.appId,
    clientSecret: 'Registrar~Secret.1',
  },
} as const;
const asUser = { signIn: { method: 'deviceCode' } } as const;

let peer: EntraPeer;
beforeEach(async () => {
  peer = await startEntra();
  peer.tenant.applications.push(registrar);
});
afterEach(() => peer.close());

describe('registering the mailbox application', () => {
  test.each([
    ['as the application that signed in', asRegistrar, 0],
    ['as a user, who enters one code for all steps', asUser, 1],
  ] as const)('%s fills the page in with what works', async (_name, answers, codes) => {
    peer.lag = 2;
    const entra = entraAt(peer);
    const call = makeCall((prompt) => approve(prompt, admin));
    const { application, secret, consent } = await registerAll(entra, answers, call);

    expect(call.prompts).toHaveLength(codes);
    expect(application.tenantId).toBe(peer.tenant.id);
    expect(consent.granted).toBe(true);
    const page = mailboxPage({
      applicationId: application.applicationId,
      tenantId: application.tenantId,
      clientSecret: secret.clientSecret.reveal(),
    });
    const results = await entra.checkMailboxApplication(page, makeCall());
    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expectNoSecrets(peer, ['Registrar~Secret.1', secret.clientSecret.reveal()], call.told, application, secret, consent, results);
  });

  test('asks for full_access_as_app, and not for User.Read', async () => {
    await entraAt(peer).createApplication(registering(asRegistrar), makeCall());
    expect(ours()[0]?.properties['requiredResourceAccess']).toEqual([
      { resourceAppId: exchangeOnline, resourceAccess: [{ id: fullAccessAsApp, type: 'Role' }] },
    ]);
  });

  test('gives the client secret the months that were asked for, and says when it expires', async () => {
    const { secret } = await registerAll(entraAt(peer), asRegistrar, makeCall(), { secretMonths: 6 });
    const expected = inMonths(new Date(), 6).getTime();
    expect(Math.abs(Date.parse(secret.expiresAt) - expected)).toBeLessThan(60_000);
    expect(ours()[0]?.secrets[0]?.endDateTime).toBe(secret.expiresAt);
  });

  test('happens in the cloud of the mailbox, where it is another one than the sign-in’s', async () => {
    await using gccHigh = await startEntra({ cloud: 'governmentGccHigh' });
    const entra = entraAt(peer, { clouds: { ...peer.overrides, ...gccHigh.overrides } });
    const call = makeCall((prompt) => approve(prompt, admin));
    const mailServer = { ...office365, type: 'office365Government' } as const;
    await entra.createApplication(registering({ ...asRegistrar, mailServer }), call);

    expect(ours()).toEqual([]);
    expect(gccHigh.tenant.applications.filter(({ uniqueName }) => uniqueName)).toHaveLength(1);
    expect(call.prompts[0]?.verificationUri).toContain(gccHigh.login.url);
  });

  test('asks a user where the application that signed in may not register', async () => {
    const call = makeCall((prompt) => approve(prompt, admin));
    registrar.roles.graph.splice(0, 2, 'Organization.Read.All');
    await entraAt(peer).createApplication(registering(asRegistrar), call);
    registrar.roles.graph.splice(0, 1, 'Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All');
    expect(call.prompts).toHaveLength(1);
    expect(ours()).toHaveLength(1);
  });
});

describe('consent that the signed-in role may not grant', () => {
  test.each([
    ['a user', asUser],
    ['an application', asRegistrar],
  ] as const)('is asked for by a link, %s having signed in; once it is granted, that is found', async (_name, answers) => {
    registrar.roles.graph.splice(1, 1);
    const entra = entraAt(peer);
    const call = makeCall((prompt) => approve(prompt, 'apps@contoso.onmicrosoft.com'));
    const { application, consent, subject } = await registerAll(entra, answers, call);
    registrar.roles.graph.push('AppRoleAssignment.ReadWrite.All');

    expect(consent.granted).toBe(false);
    const link = new URL(consent.consentUrl);
    expect(link.origin + link.pathname).toBe(`${peer.login.url}/${peer.tenant.id}/adminconsent`);
    expect(link.searchParams.get('client_id')).toBe(application.applicationId);
    expect(ours()[0]?.properties['web']).toEqual({ redirectUris: [link.searchParams.get('redirect_uri')] });

    ours()[0]?.roles.mail.push('full_access_as_app');
    expect(await entra.grantConsent(subject, call)).toMatchObject({ granted: true });
  });
});

describe('no second application is created', () => {
  const steps = ['createApplication', 'createServicePrincipal', 'addClientSecret', 'grantConsent'] as const;
  const deeds: [(typeof steps)[number], RegExp][] = [
    ['createApplication', /^PATCH .*applications/],
    ['createServicePrincipal', /^POST .*servicePrincipals$/],
    ['addClientSecret', /^POST .*addPassword/],
    ['grantConsent', /^POST .*appRoleAssignedTo/],
  ];

  test.each(deeds)('when the answer to %s is lost, and the step is repeated by a new process', async (step, deed) => {
    peer.lag = 2;
    let subject = registering(asRegistrar);
    for (const name of steps) {
      if (name === step) {
        peer.graph.misbehave('loseAnswer', { on: deed, times: 1 });
        await expect(entraAt(peer)[name](subject, makeCall())).rejects.toThrow(Problem);
      }
      subject = learn(subject, await entraAt(peer)[name](subject, makeCall()));
    }
    expectOneOfEach();
  });

  test.each(steps)('when %s is repeated after it has succeeded', async (step) => {
    const entra = entraAt(peer);
    const { subject } = await registerAll(entra, asRegistrar, makeCall());
    await entra[step](subject, makeCall());
    expectOneOfEach();
  });

  test('when every step is repeated from the beginning, knowing nothing of the first time', async () => {
    const first = await registerAll(entraAt(peer), asRegistrar, makeCall());
    const second = await registerAll(entraAt(peer), asRegistrar, makeCall());
    expect(second.application).toEqual(first.application);
    expectOneOfEach();
    expect(ours()[0]?.secrets[0]?.secretText).toBe(second.secret.clientSecret.reveal());
  });

  test('when two processes create it at the same time', async () => {
    const both = await Promise.all([1, 2].map(() => entraAt(peer).createApplication(registering(asRegistrar), makeCall())));
    expect(both[0]).toEqual(both[1]);
    expect(ours()).toHaveLength(1);
  });

  test('but another installation gets its own', async () => {
    const entra = entraAt(peer);
    const one = await entra.createApplication(registering(asRegistrar), makeCall());
    const other = await entra.createApplication(registering(asRegistrar, {}, 'installation-2'), makeCall());
    expect(other.applicationId).not.toBe(one.applicationId);
  });

  test('and secrets that somebody else has added stay', async () => {
    const entra = entraAt(peer);
    const { subject } = await registerAll(entra, asRegistrar, makeCall());
    ours()[0]?.secrets.push(newSecret('made by hand', new Date(Date.now() + 86_400_000)));
    await entra.addClientSecret(subject, makeCall());
    expect(ours()[0]?.secrets.map(({ displayName }) => displayName)).toEqual(['made by hand', 'MIM Service, by mim-setup']);
  });
});

describe('a registration that fails', () => {
  test('says so in the directory’s words, and asks for another sign-in next time', async () => {
    const entra = entraAt(peer);
    const call = makeCall((prompt) => approve(prompt, call.prompts.length === 1 ? 'member@contoso.onmicrosoft.com' : admin));
    const error = await failureOf(entra.createApplication(registering(asUser), call));
    expect(error).toMatchObject({ code: 'registration-failed' });
    expect(error.message).toMatch(/Authorization_RequestDenied: Insufficient privileges .* Request ID: [0-9a-f-]{36}/);

    await entra.createApplication(registering(asUser), call);
    expect(call.prompts).toHaveLength(2);
    expect(ours()).toHaveLength(1);
  });

  test('for a refused sign-in, with the directory’s AADSTS code, trace and correlation id', async () => {
    const signIn = { ...asRegistrar.signIn, clientSecret: 'wrong' };
    const error = await failureOf(entraAt(peer).createApplication(registering({ signIn }), makeCall()));
    expect(error.code).toBe('registration-failed');
    expect(error.message).toMatch(/AADSTS7000215: .*Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36}/);
  });

  test('because the tenant has no Exchange Online, says that', async () => {
    peer.tenant.exchange = null;
    await expect(registerAll(entraAt(peer), asRegistrar, makeCall())).rejects.toThrow(/has no Office 365 Exchange Online/);
  });

  test('because replication does not end, ends all the same', async () => {
    peer.lag = 1_000_000;
    const entra = entraAt(peer, { replication: { limit: 200, firstWait: 10, longestWait: 50 } });
    const created = await entra.createApplication(registering(asRegistrar), makeCall());
    const error = await failureOf(entra.createServicePrincipal(registering(asRegistrar, { application: created }), makeCall()));
    expect(error.code).toBe('registration-failed');
    expect(error.message).toContain('does not reference a valid application object');
  });

  test.each(['hang', 'breakOff', 'nonsense'] as const)('because Microsoft Graph answers with %s, ends in time', async (fault) => {
    peer.graph.misbehave(fault);
    const error = await failureOf(entraAt(peer, { checkTimeout: 500 }).createApplication(registering(asRegistrar), makeCall()));
    expect(error.code).toBe('registration-failed');
    peer.graph.behave();
    await registerAll(entraAt(peer), asRegistrar, makeCall());
    expectOneOfEach();
  });

  test('goes on where Microsoft Graph was busy for a moment', async () => {
    peer.graph.misbehave(
      { status: 429, body: JSON.stringify({ error: { code: 'TooManyRequests', message: 'Later.' } }) },
      { times: 2 },
    );
    await entraAt(peer).createApplication(registering(asRegistrar), makeCall());
    expect(ours()).toHaveLength(1);
  });

  test('because it is called off, ends at once, while it waits for a code or for replication', async () => {
    const waiting = makeCall(() => void setTimeout(waiting.callOff, 50));
    await expect(entraAt(peer).createApplication(registering(asUser), waiting)).rejects.toThrow('called off');

    peer.lag = 1_000_000;
    const entra = entraAt(peer, { replication: { limit: 60_000, firstWait: 30_000, longestWait: 30_000 } });
    const created = await entra.createApplication(registering(asRegistrar), makeCall());
    const replicating = makeCall();
    setTimeout(replicating.callOff, 200);
    await expect(entra.createServicePrincipal(registering(asRegistrar, { application: created }), replicating)).rejects.toThrow();
  });
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-03-15', 24, '2028-03-15'],
])('a secret of %s for %d months ends on %s', (from, months, to) => {
  expect(inMonths(new Date(`${from}T10:00:00Z`), months).toISOString()).toBe(`${to}T10:00:00.000Z`);
});

/** The applications that were registered, and not made by hand. */
function ours(): readonly Registered[] {
  return peer.tenant.applications.filter(({ uniqueName }) => uniqueName !== null);
}

function expectOneOfEach(): void {
  expect(ours()).toHaveLength(1);
  expect(ours()[0]?.servicePrincipalId).toEqual(expect.any(String));
  expect(ours()[0]?.secrets).toHaveLength(1);
  expect(ours()[0]?.roles.mail).toEqual(['full_access_as_app']);
}

async function registerAll(
  entra: Entra,
  answers: Parameters<typeof registering>[0],
  call: TestCall,
  registration: Parameters<typeof registering>[1] = {},
) {
  let subject = registering(answers, registration);
  const application: RegisteredApplication = await entra.createApplication(subject, call);
  subject = learn(subject, { application });
  subject = learn(subject, await entra.createServicePrincipal(subject, call));
  const secret = await entra.addClientSecret(subject, call);
  subject = learn(subject, secret);
  return { application, secret, consent: await entra.grantConsent(subject, call), subject };
}

/** As the chart does: what a step has found out is known to the next. */
function learn(subject: RegistrationSubject, found: object): RegistrationSubject {
  const known = 'applicationId' in found ? { application: found as RegisteredApplication } : found;
  return { ...subject, registration: { ...subject.registration, ...known } };
}

async function failureOf(promise: Promise<unknown>): Promise<Problem> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`It did not fail with a problem, but with ${String(error)}`);
  return error;
}
