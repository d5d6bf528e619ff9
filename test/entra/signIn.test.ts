import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { approve, decline } from '../peers/entra/browser.ts';
import type { Fault } from '../peers/entra/listener.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application, pipeline } from '../peers/entra/tenants.ts';
import { entraAt, expectNoSecrets, makeCall, resultOf, signInPage } from './calls.ts';

const admin = 'admin@contoso.onmicrosoft.com';
const tenant = 'contoso.onmicrosoft.com';
const asPipeline = { method: 'clientCredentials', tenant, ...pipeline } as const;

describe.each(['global', 'china', 'governmentDod'] as const)('in the cloud %s', (cloud) => {
  let peer: EntraPeer;
  beforeAll(async () => {
    peer = await startEntra({ cloud });
  });
  afterAll(() => peer.close());

  test('an application signs in with its secret, and the license is found', async () => {
    const call = makeCall();
    const results = await entraAt(peer).checkSignIn(signInPage(asPipeline, cloud), call);

    expect(results.map(({ id, status }) => [id, status])).toEqual([
      ['sign-in', 'passed'],
      ['subscription', 'passed'],
    ]);
    expect(resultOf(results, 'sign-in').message).toContain(peer.tenant.id);
    expectNoSecrets(peer, [pipeline.clientSecret], results, call.told);
  });

  test('a user signs in with a code, its address and its expiry, and the license is found', async () => {
    const call = makeCall((prompt) => approve(prompt, admin));
    const results = await entraAt(peer).checkSignIn(signInPage({ method: 'deviceCode', tenant }, cloud), call);

    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(resultOf(results, 'sign-in').message).toContain(admin);
    expect(call.prompts).toHaveLength(1);
    expect(call.prompts[0]?.userCode).toMatch(/^[A-Z]{9}$/);
    expect(call.prompts[0]?.verificationUri).toContain(peer.login.url);
    expect(Date.parse(call.prompts[0]?.expiresAt ?? '')).toBeGreaterThan(Date.now());
    expectNoSecrets(peer, [], results, call.told);
  });
});

describe('the directory refuses', () => {
  let peer: EntraPeer;
  beforeAll(async () => {
    peer = await startEntra();
    peer.tenant.applications.push(
      application({ appId: 'bbbbbbbb-0000-4000-8000-000000000001', secret: 'old', secretExpires: new Date(Date.now() - 1000) }),
    );
  });
  afterAll(() => peer.close());

  test.each([
    ['an unknown tenant', { ...asPipeline, tenant: 'nobody.onmicrosoft.com' }, 'AADSTS90002', 'tenant'],
    ['an unknown application', { ...asPipeline, clientId: 'cccccccc-0000-4000-8000-000000000001' }, 'AADSTS700016', 'clientId'],
    ['a wrong secret', { ...asPipeline, clientSecret: 'wrong' }, 'AADSTS7000215', 'clientSecret'],
    [
      'an expired secret',
      { ...asPipeline, clientId: 'bbbbbbbb-0000-4000-8000-000000000001', clientSecret: 'old' },
      'AADSTS7000222',
      'clientSecret',
    ],
    ['an unknown tenant of a user', { method: 'deviceCode', tenant: 'nobody.onmicrosoft.com' }, 'AADSTS90002', 'tenant'],
  ] as const)('%s, and its own words with code, trace and correlation id reach the user', async (_name, signIn, code, field) => {
    const call = makeCall();
    const results = await entraAt(peer).checkSignIn(signInPage(signIn), call);

    const refused = resultOf(results, 'sign-in');
    expect(refused).toMatchObject({ status: 'failed', code: 'sign-in-failed', field });
    expect(refused.detail).toMatch(new RegExp(`${code}: .*Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36}`));
    expect(call.prompts).toEqual([]);
    expect(resultOf(results, 'subscription')).toMatchObject({ status: 'skipped' });
  });

  test('an unknown public application', async () => {
    const entra = entraAt(peer, { clientId: 'dddddddd-0000-4000-8000-000000000001' });
    const results = await entra.checkSignIn(signInPage({ method: 'deviceCode' }), makeCall());
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
    expect(resultOf(results, 'sign-in').detail).toContain('AADSTS700016');
  });

  test('a sign-in that the user declines', async () => {
    const results = await entraAt(peer).checkSignIn(signInPage({ method: 'deviceCode' }), makeCall(decline));
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
    expect(resultOf(results, 'sign-in').detail).toContain('AADSTS70018');
  });

  test('a code that expires before anybody uses it; the check outlasts its time-out until then', async () => {
    peer.codeLasts = 2;
    const results = await entraAt(peer, { checkTimeout: 1000 }).checkSignIn(signInPage({ method: 'deviceCode' }), makeCall());
    peer.codeLasts = 900;
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
    expect(resultOf(results, 'sign-in').message).toContain('expired');
  });
});

describe('while the code waits for the user', () => {
  const on = /POST .*\/token/;
  const refusal = (error: string, code?: number) =>
    JSON.stringify({ error, error_description: code ? `AADSTS${code}: said.` : 'said', error_codes: code ? [code] : [] });

  test.concurrent.for<readonly [string, Fault]>([
    ['says slow_down', { status: 400, body: refusal('slow_down') }],
    ['answers a page with status 503', { status: 503, body: '<html>Service Unavailable</html>' }],
    ['answers AADSTS90033', { status: 400, body: refusal('invalid_request', 90033) }],
    ['answers too many requests', { status: 429, body: refusal('temporarily_unavailable', 90024) }],
    ['answers an error of its own', { status: 500, body: refusal('server_error') }],
    ['resets the connection', 'breakOff'],
    ['keeps silent', 'hang'],
    ['is hidden by a page of the network', 'nonsense'],
  ])('a directory that %s is asked again, until the user has signed in', async ([, fault], { expect }) => {
    await using peer = await startEntra();
    const call = makeCall(async (prompt) => {
      peer.login.misbehave(fault, { on, times: 2 });
      await vi.waitUntil(() => peer.login.log.filter((line) => on.test(line)).length > 2, 20_000);
      await approve(prompt, admin);
    });
    const results = await entraAt(peer, { checkTimeout: 3000 }).checkSignIn(signInPage({ method: 'deviceCode' }), call);
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'passed' });
    expectNoSecrets(peer, [], results, call.told);
  });

  test('a directory that stays silent is asked until the code expires, and that is said', async () => {
    await using peer = await startEntra();
    peer.codeLasts = 2;
    const call = makeCall(() => peer.login.misbehave({ status: 503, body: 'Service Unavailable' }, { on }));
    const results = await entraAt(peer).checkSignIn(signInPage({ method: 'deviceCode' }), call);
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
    expect(resultOf(results, 'sign-in').message).toContain('gave no answer');
    expect(resultOf(results, 'sign-in').detail).toContain('HTTP 503');
  });

  test('what the directory refuses for good ends it at once', async () => {
    await using peer = await startEntra();
    const call = makeCall(() => peer.login.misbehave({ status: 400, body: refusal('invalid_grant', 50034) }, { on }));
    const results = await entraAt(peer).checkSignIn(signInPage({ method: 'deviceCode' }), call);
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
    expect(resultOf(results, 'sign-in').detail).toContain('AADSTS50034');
    expect(peer.login.log.filter((line) => on.test(line))).toHaveLength(1);
  });
});

describe('an application that names no tenant', () => {
  test('is asked for it, and the directory is not', async () => {
    await using peer = await startEntra();
    const results = await entraAt(peer).checkSignIn(signInPage({ method: 'clientCredentials', ...pipeline }), makeCall());
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
    expect(peer.login.log).toEqual([]);
  });
});

describe('calling the sign-in off', () => {
  test('ends it while the code waits for the user, and polls no more', async () => {
    await using peer = await startEntra();
    const call = makeCall(() => {
      setTimeout(call.callOff, 50);
    });
    await expect(entraAt(peer).checkSignIn(signInPage({ method: 'deviceCode' }), call)).rejects.toThrow('called off');

    const polls = () => peer.login.log.filter((line) => /POST .*\/token/.test(line)).length;
    const before = polls();
    // By the time a later sign-in has asked twice, the one that was called off would have asked as well.
    const later = makeCall(async (prompt) => {
      await vi.waitUntil(() => polls() >= before + 2, 20_000);
      await approve(prompt, admin);
    });
    const results = await entraAt(peer).checkSignIn(signInPage({ method: 'deviceCode' }), later);
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'passed' });
    expect(polls()).toBe(before + 3);
  });
});

describe('before the installation', () => {
  let peer: EntraPeer;
  beforeAll(async () => {
    peer = await startEntra();
  });
  afterAll(() => peer.close());

  test('an application signs in again at the directory', async () => {
    const entra = entraAt(peer);
    await entra.checkSignIn(signInPage(asPipeline), makeCall());
    const before = peer.login.log.length;
    const results = await entra.recheckSignIn(signInPage(asPipeline), makeCall());

    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(peer.login.log.length).toBeGreaterThan(before);
    const changed = await entra.recheckSignIn(signInPage({ ...asPipeline, clientSecret: 'wrong' }), makeCall());
    expect(resultOf(changed, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
  });

  test('a user’s sign-in is repeated at the directory without the user', async () => {
    const entra = entraAt(peer);
    await entra.checkSignIn(
      signInPage({ method: 'deviceCode' }),
      makeCall((prompt) => approve(prompt, admin)),
    );
    const before = peer.login.log.length;
    const call = makeCall();
    const results = await entra.recheckSignIn(signInPage({ method: 'deviceCode' }), call);

    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(call.prompts).toEqual([]);
    expect(peer.login.log.slice(before).join()).toContain('/token');
  });

  test('a user who signed in to an earlier process, or to another installation, has to sign in again: a warning says so', async () => {
    const entra = entraAt(peer);
    await entra.checkSignIn(
      signInPage({ method: 'deviceCode' }),
      makeCall((prompt) => approve(prompt, admin)),
    );

    for (const [service, installation] of [
      [entraAt(peer), 'installation-1'],
      [entra, 'installation-2'],
    ] as const) {
      const results = await service.recheckSignIn({ ...signInPage({ method: 'deviceCode' }), installation }, makeCall());
      expect(results.map(({ status, code }) => [status, code])).toEqual([
        ['warning', 'check-unavailable'],
        ['warning', 'check-unavailable'],
      ]);
      expect(resultOf(results, 'sign-in').message).toContain('without signing in again');
    }
  });

  test('an installation that is forgotten leaves nobody signed in', async () => {
    const entra = entraAt(peer);
    await entra.checkSignIn(
      signInPage({ method: 'deviceCode' }),
      makeCall((prompt) => approve(prompt, admin)),
    );
    entra.forget('installation-1');
    const results = await entra.recheckSignIn(signInPage({ method: 'deviceCode' }), makeCall());
    expect(resultOf(results, 'sign-in').status).toBe('warning');
  });
});
