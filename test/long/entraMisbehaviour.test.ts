import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entraAt, mailboxPage, makeCall, resultOf, signInPage } from '../entra/calls.ts';
import { approve } from '../peers/entra/browser.ts';
import type { Fault, Misbehaviour } from '../peers/entra/listener.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application, pipeline } from '../peers/entra/tenants.ts';

const asPipeline = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', ...pipeline } as const;
const impatient = { checkTimeout: 600 };

let peer: EntraPeer;
beforeEach(async () => {
  peer = await startEntra();
});
afterEach(() => peer.close());

const words: [Fault, string][] = [
  ['hang', 'timed-out'],
  ['breakOff', 'host-unreachable'],
  ['nonsense', 'host-unreachable'],
  [{ status: 503, body: '' }, 'host-unreachable'],
  [{ status: 200, body: '{}' }, 'host-unreachable'],
];

describe.each(words)('where the directory answers with %j, the check ends in time', (fault, code) => {
  test('while an application signs in', async () => {
    peer.login.misbehave(fault);
    const results = await entraAt(peer, impatient).checkSignIn(signInPage(asPipeline), makeCall());
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code });
    expect(resultOf(results, 'subscription')).toMatchObject({ status: 'skipped' });
  });

  test('when it is asked for a code', async () => {
    peer.login.misbehave(fault, { on: /devicecode/ });
    const call = makeCall();
    const results = await entraAt(peer, impatient).checkSignIn(signInPage({ method: 'deviceCode' }), call);
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code });
    expect(call.prompts).toEqual([]);
  });

  test('while the code waits for the user: once it has expired', async () => {
    peer.codeLasts = 2;
    peer.login.misbehave(fault, { on: /\/token/, after: 1 });
    const results = await entraAt(peer, impatient).checkSignIn(signInPage({ method: 'deviceCode' }), makeCall());
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
    expect(resultOf(results, 'sign-in').message).toContain('gave no answer');
  });

  test('and it can be repeated once the directory is well', async () => {
    const entra = entraAt(peer, impatient);
    peer.login.misbehave(fault, { times: 1 });
    await entra.checkSignIn(signInPage(asPipeline), makeCall());
    const results = await entra.checkSignIn(signInPage(asPipeline), makeCall());
    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed']);
  });
});

describe.each(words)('where Microsoft Graph answers with %j, the check ends in time', (fault, code) => {
  test.each<[string, Misbehaviour]>([
    ['at the first page', {}],
    ['at a later page', { on: /skiptoken/ }],
  ])('%s', async (_name, misbehaviour) => {
    peer.graph.misbehave(fault, misbehaviour);
    const results = await entraAt(peer, impatient).checkSignIn(signInPage(asPipeline), makeCall());
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'passed' });
    expect(resultOf(results, 'subscription')).toMatchObject({ status: 'failed', code });
  });
});

describe.each(words)('where the mail service answers with %j, the check ends in time', (fault, code) => {
  test.each([
    ['without a mailbox', {}],
    ['with a mailbox', { serviceAccount: { name: 'svcMIMService', domain: 'contoso', email: 'svcMIMService@contoso.com' } }],
  ])('%s', async (_name, more) => {
    const mim = application({ secret: 'mim', mail: ['full_access_as_app'] });
    peer.tenant.applications.push(mim);
    peer.mail.misbehave(fault);
    const page = mailboxPage({ applicationId: mim.appId, tenantId: peer.tenant.id, clientSecret: 'mim' }, more);
    const results = await entraAt(peer, impatient).checkMailboxApplication(page, makeCall());
    expect(resultOf(results, 'mailbox-access')).toMatchObject({ status: 'failed', code });
  });
});

describe('where a peer is stopped, the check says that its host cannot be reached', () => {
  test('the directory, before', async () => {
    await peer.login.stop();
    const results = await entraAt(peer).checkSignIn(signInPage(asPipeline), makeCall());
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
    expect(resultOf(results, 'sign-in').message).toContain('ECONNREFUSED');
  });

  test('the directory, while the code waits for the user: once it has expired', async () => {
    peer.codeLasts = 2;
    const call = makeCall(() => void peer.login.stop());
    const results = await entraAt(peer).checkSignIn(signInPage({ method: 'deviceCode' }), call);
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'sign-in-failed' });
    expect(resultOf(results, 'sign-in').detail).toContain('ECONNREFUSED');
  });

  test('Microsoft Graph, after the sign-in', async () => {
    const call = makeCall(async (prompt) => {
      await peer.graph.stop();
      await approve(prompt, 'admin@contoso.onmicrosoft.com');
    });
    const results = await entraAt(peer).checkSignIn(signInPage({ method: 'deviceCode' }), call);
    expect(resultOf(results, 'subscription')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  });
});

test('where there is no way from this host to the directory, a warning says so and what to do', async () => {
  const entra = entraAt(peer, { clouds: { global: { login: 'https://login.contoso.invalid' } } });
  for (const page of [signInPage(asPipeline), signInPage({ method: 'deviceCode' })]) {
    const results = await entra.checkSignIn(page, makeCall());
    expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
    expect(resultOf(results, 'sign-in').message).toContain('no way from this host to login.contoso.invalid');
  }
});

test('a certificate that is not trusted is named, with how to make it known', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], { algorithm: 'sha256' });
  const proxy = createServer({ key, cert }, (_request, response) => response.end());
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const login = `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  const results = await entraAt(peer, { clouds: { global: { login } } }).checkSignIn(signInPage(asPipeline), makeCall());
  proxy.close();
  expect(resultOf(results, 'sign-in')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  expect(resultOf(results, 'sign-in').message).toContain('NODE_EXTRA_CA_CERTS');
});
