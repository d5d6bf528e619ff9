import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application, pipeline, planIds, subscription } from '../peers/entra/tenants.ts';
import { entraAt, makeCall, resultOf, signInPage } from './calls.ts';

const exchange = subscription('EXCHANGESTANDARD', [planIds.exchange]);
const asPipeline = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', ...pipeline } as const;

let peer: EntraPeer;
beforeAll(async () => {
  peer = await startEntra();
});
afterAll(() => peer.close());
beforeEach(() => {
  peer.tenant.subscriptions.length = 0;
});

async function check(signIn: Parameters<typeof signInPage>[0] = asPipeline) {
  return resultOf(await entraAt(peer).checkSignIn(signInPage(signIn), makeCall()), 'subscription');
}

describe('a tenant has the license', () => {
  test.each([
    ['with P1', subscription('AAD_PREMIUM', [planIds.p1])],
    ['with P2', subscription('AAD_PREMIUM_P2', [planIds.p2])],
    ['with a suite that holds it', subscription('EMSPREMIUM', [planIds.exchange, planIds.p1, planIds.p2])],
    [
      'in its grace period',
      subscription('AAD_PREMIUM', [planIds.p1], {
        capabilityStatus: 'Warning',
        prepaidUnits: { enabled: 0, suspended: 0, warning: 3 },
      }),
    ],
  ])('%s', async (_name, held) => {
    peer.tenant.subscriptions.push(held);
    expect(await check()).toMatchObject({ status: 'passed', message: expect.stringContaining(held.skuPartNumber) });
  });

  test('on the last page of many', async () => {
    peer.tenant.subscriptions.push(exchange, exchange, exchange, subscription('AAD_PREMIUM_P2', [planIds.p2]));
    expect(await check()).toMatchObject({ status: 'passed' });
    expect(peer.graph.log.filter((line) => line.includes('skiptoken'))).toHaveLength(3);
  });
});

describe('a tenant has no license', () => {
  test.each([
    ['without any subscription', []],
    ['with others alone', [exchange]],
    ['with one that is suspended', [subscription('AAD_PREMIUM', [planIds.p1], { capabilityStatus: 'Suspended' })]],
    ['with one that was cancelled', [subscription('AAD_PREMIUM', [planIds.p1], { capabilityStatus: 'LockedOut' })]],
    [
      'with one that has no units',
      [subscription('AAD_PREMIUM', [planIds.p1], { prepaidUnits: { enabled: 0, suspended: 5, warning: 0 } })],
    ],
    [
      'with the plan switched off',
      [subscription('EMS', [], { servicePlans: [{ servicePlanId: planIds.p1, provisioningStatus: 'Disabled' }] })],
    ],
  ])('%s', async (_name, held) => {
    peer.tenant.subscriptions.push(...held);
    expect(await check()).toMatchObject({ status: 'failed', code: 'subscription-not-found' });
  });
});

test('whoever may not read subscriptions is told which permission is missing, as a warning', async () => {
  peer.tenant.subscriptions.push(subscription('AAD_PREMIUM', [planIds.p1]));
  const blind = application({ secret: 'blind' });
  peer.tenant.applications.push(blind);
  const result = await check({ ...asPipeline, clientId: blind.appId, clientSecret: 'blind' });
  expect(result).toMatchObject({ status: 'warning', code: 'check-unavailable' });
  expect(result.message).toContain('Organization.Read.All');
  expect(result.detail).toMatch(/^Authorization_RequestDenied: .* Request ID: [0-9a-f-]{36}$/);
});
