import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersFor, type PageAnswers } from '../answers.ts';
import type { Served } from '../http/service.ts';
import { comeTo, promptOf, seen, serveLive, statuses } from '../live/liveService.ts';
import { startProcess } from '../live/serviceProcess.ts';
import { approve, decline } from '../peers/entra/browser.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { contoso, pipeline, planIds, subscription } from '../peers/entra/tenants.ts';

const tenant = 'contoso.onmicrosoft.com';
const admin = 'admin@contoso.onmicrosoft.com';
const unlicensed = {
  ...contoso(),
  id: '99999999-2222-3333-4444-555555555555',
  domains: ['unlicensed.onmicrosoft.com'],
  subscriptions: [subscription('EXCHANGESTANDARD', [planIds.exchange])],
};
const asPipeline = { method: 'clientCredentials', tenant, ...pipeline };
const withCode = { method: 'deviceCode' };

let peers: readonly EntraPeer[];
let served: Served;
beforeAll(async () => {
  peers = await Promise.all([
    startEntra({ tenants: [contoso(), unlicensed] }),
    startEntra({ cloud: 'china' }),
    startEntra({ cloud: 'governmentDod' }),
  ]);
  served = await serveLive({ entra: { clouds: Object.assign({}, ...peers.map(({ overrides }) => overrides)) } });
});
afterAll(async () => {
  await served?.[Symbol.asyncDispose]();
  await Promise.all(peers?.map((peer) => peer.close()) ?? []);
});

describe.each(['global', 'china', 'governmentDod'] as const)('signing in to the cloud %s', (cloud) => {
  const answers = { ...answersFor('E'), cloud: { cloud } };

  test('as an application passes, and its subscriptions are read there', async () => {
    const view = await comeTo(served.client, 'signIn', answers);
    const { body } = await served.client.event(view.id, { type: 'submit', page: 'signIn', answers: asPipeline });
    expect(body.page.id).toBe('components');
    const { login, graph } = peerOf(cloud);
    expect(login.log).toContainEqual(expect.stringContaining(`POST /${tenant}/oauth2/v2.0/token`));
    expect(graph.log).toContainEqual(expect.stringContaining('/v1.0/subscribedSkus'));
  });

  test('with a code shows code, address and expiry in the view, and goes on once the user has signed in', async () => {
    const { id } = await comeTo(served.client, 'signIn', answers);
    const { body } = await served.client.event(id, { type: 'submit', page: 'signIn', answers: withCode }, {});
    expect(body).toMatchObject({ status: 'checking', page: { id: 'signIn' } });
    const prompt = await promptOf(served.client, id);
    expect(prompt.verificationUri).toContain(peerOf(cloud).login.url);
    expect(Date.parse(prompt.expiresAt)).toBeGreaterThan(Date.now());
    await approve(prompt, admin);
    const view = await served.client.until(id, 'asking');
    expect(view).toMatchObject({ page: { id: 'components' }, signIn: null });
  });
});

describe('a sign-in that fails', () => {
  test.each([
    ['an unknown tenant', { ...asPipeline, tenant: 'fabrikam.onmicrosoft.com' }, 'AADSTS90002'],
    ['a wrong secret', { ...asPipeline, clientSecret: 'wrong' }, 'AADSTS7000215'],
    ['an unknown application', { ...asPipeline, clientId: 'aaaaaaaa-0000-4000-8000-00000000000f' }, 'AADSTS700016'],
  ])(
    'for %s shows the box "Sign in failed" with the directory’s own words, and leads back to what was typed',
    async (_, signIn, code) => {
      const { id } = await comeTo(served.client, 'signIn', answersFor('E'));
      const { body } = await served.client.event(id, { type: 'submit', page: 'signIn', answers: signIn });
      expect(body).toMatchObject({ status: 'error', page: { id: 'signInFailed' }, problems: [{ code: 'sign-in-failed' }] });
      expect(body.problems[0]?.detail).toMatch(new RegExp(`${code}: .* Trace ID: .* Correlation ID: `));
      const again = await served.client.event(id, { type: 'acknowledge', page: 'signInFailed' });
      expect(again.body).toMatchObject({ status: 'asking', page: { id: 'signIn', answers: { tenant: signIn.tenant } } });
      expect(again.body.problems).toMatchObject([{ code: 'sign-in-failed' }]);
    },
  );

  test('because the user declines shows the box "Sign in failed" with the directory’s own words', async () => {
    const { id } = await comeTo(served.client, 'signIn', answersFor('E'));
    await served.client.event(id, { type: 'submit', page: 'signIn', answers: withCode }, {});
    await decline(await promptOf(served.client, id));
    const view = await served.client.until(id, 'error');
    expect(view).toMatchObject({ page: { id: 'signInFailed' } });
    expect(view.problems[0]?.detail).toContain('AADSTS70018');
  });

  test('for a tenant without Entra ID P1 or P2 shows the box "Subscription not found"', async () => {
    const { id } = await comeTo(served.client, 'signIn', answersFor('E'));
    const answers = { ...asPipeline, tenant: 'unlicensed.onmicrosoft.com' };
    const { body } = await served.client.event(id, { type: 'submit', page: 'signIn', answers });
    expect(body).toMatchObject({ status: 'error', page: { id: 'subscriptionNotFound' } });
    expect(statuses(body)).toEqual({ 'sign-in': 'passed', subscription: 'failed' });
  });

  test('can be overridden with a reason, and its answers count', async () => {
    const { id } = await comeTo(served.client, 'signIn', answersFor('E'));
    const answers = { ...asPipeline, tenant: 'unlicensed.onmicrosoft.com' };
    await served.client.event(id, { type: 'submit', page: 'signIn', answers });
    await served.client.event(id, { type: 'acknowledge', page: 'subscriptionNotFound' });
    const { body } = await served.client.event(id, { type: 'override', check: 'subscription', reason: 'bought today' });
    expect(body.page.id).toBe('components');
    const file = await served.client.request<{ pages: PageAnswers }>('GET', `/api/v1/installations/${id}/answers`, undefined, {
      Accept: 'application/json',
    });
    expect(file.body.pages['signIn']).toMatchObject({ tenant: 'unlicensed.onmicrosoft.com' });
  });
});

test('Going back while a code is shown calls the sign-in off, and its code goes', async () => {
  const { id } = await comeTo(served.client, 'signIn', answersFor('E'));
  await served.client.event(id, { type: 'submit', page: 'signIn', answers: withCode }, {});
  await promptOf(served.client, id);
  const { body } = await served.client.event(id, { type: 'back' });
  expect(body).toMatchObject({ status: 'asking', page: { id: 'signIn' }, signIn: null });
});

test('A code that was shown before the service was killed is replaced by a new one, with a word that says so', async () => {
  const peer = peerOf('global');
  await using service = await startProcess({ entra: { clouds: peer.overrides } }, peer.caFile);
  const { id } = await comeTo(service.client, 'signIn', answersFor('E'));
  await service.client.event(id, { type: 'submit', page: 'signIn', answers: withCode }, {});
  const first = await promptOf(service.client, id);
  await service.killAndStart();
  const second = await promptOf(service.client, id);
  expect(second.userCode).not.toBe(first.userCode);
  expect(second.note).toContain('restarted');
  await approve(second, admin);
  const view = await seen(service.client, id, ({ status }) => status === 'asking');
  expect(view.page.id).toBe('components');
});

test('Before the installation nobody is asked to sign in again, though the service was started anew: it is a warning', async () => {
  const peer = peerOf('global');
  await using service = await startProcess({ checks: { timeout: 2_000 }, entra: { clouds: peer.overrides } }, peer.caFile);
  const answers = { ...answersFor('E'), components: { features: ['resetPortal'] } };
  const { id } = await comeTo(service.client, 'signIn', answers);
  await service.client.event(id, { type: 'submit', page: 'signIn', answers: withCode }, {});
  await approve(await promptOf(service.client, id), admin);
  let view = await seen(service.client, id, ({ status }) => status === 'asking');
  while (view.status !== 'ready') {
    const failed = view.checks.find(({ status }) => status === 'failed');
    view = failed
      ? (await service.client.event(id, { type: 'override', check: failed.id, reason: 'It is known only there.' })).body
      : await service.client.step(view, answers);
  }
  expect(statuses(view)).toMatchObject({ 'sign-in': 'passed', subscription: 'passed' });

  await service.killAndStart();
  const codes = peer.login.log.filter((line) => line.includes('/devicecode')).length;
  const { body } = await service.client.event(id, { type: 'recheck' });
  expect(statuses(body)).toMatchObject({ 'sign-in': 'warning', subscription: 'warning' });
  expect(body.checks.find((check) => check.id === 'sign-in')?.message).toContain('cannot be repeated without signing in again');
  expect(body).toMatchObject({ status: 'ready', problems: [], signIn: null });
  expect(peer.login.log.filter((line) => line.includes('/devicecode'))).toHaveLength(codes);
});

function peerOf(cloud: EntraPeer['cloud']): EntraPeer {
  return peers.find((peer) => peer.cloud === cloud)!;
}
