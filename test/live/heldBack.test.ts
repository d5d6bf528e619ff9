import { expect, test } from 'vitest';
import { answersFor, type PageAnswers } from '../answers.ts';
import type { Served } from '../http/service.ts';
import { startEntra } from '../peers/entra/startEntra.ts';
import { pipeline, planIds, subscription } from '../peers/entra/tenants.ts';
import { here, nameContoso } from './contoso.ts';
import { comeTo, serveLive } from './liveService.ts';

const answers: PageAnswers = {
  ...answersFor('E'),
  signIn: { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', ...pipeline },
  components: { features: ['resetPortal'] },
  resetPortalService: { serviceAddress: here, access: 'intranet' },
};

interface Refused {
  readonly code: string;
  readonly checks: readonly string[];
}

test.each(['a recheck that finds it mended', 'an override with a reason'])(
  'On a host where the installer can run, a peer that has gone bad holds it back by name until %s',
  async (how) => {
    await using entra = await startEntra();
    using _ = nameContoso();
    await using served = await onWindows(() => serveLive({ checks: { timeout: 1_000 }, entra: { clouds: entra.overrides } }));
    const { client } = served;
    const { id, can } = await comeTo(client, 'ready', answers);
    expect(can).toContain('install');

    entra.tenant.subscriptions.splice(0);
    await client.event(id, { type: 'recheck' });
    const held = await client.event<Refused>(id, { type: 'install' });
    expect(held).toMatchObject({ status: 409, body: { code: 'checks-failed', checks: ['subscription'] } });
    expect((await client.view(id)).can).not.toContain('install');

    entra.tenant.subscriptions.push(subscription('AAD_PREMIUM_P2', [planIds.p2]));
    const release = how.startsWith('a recheck')
      ? { type: 'recheck' }
      : { type: 'override', check: 'subscription', reason: 'The order is on its way.' };
    await client.event(id, release);
    const { status, body } = await client.event(id, { type: 'install' });
    expect(status).toBe(200);
    // It is let go; Windows Installer itself is not here, and that is said.
    const view = body.status === 'installing' ? await client.until(id, 'failed') : body;
    expect(view).toMatchObject({ status: 'failed', problems: [{ detail: expect.stringContaining('Windows') }] });
  },
);

test('What was overridden stays so when everything is checked again, as long as the answers stay', async () => {
  await using entra = await startEntra();
  using _ = nameContoso();
  await using served = await onWindows(() => serveLive({ checks: { timeout: 1_000 }, entra: { clouds: entra.overrides } }));
  const { client } = served;
  entra.tenant.subscriptions.splice(0);
  const { id } = await comeTo(client, 'signIn', answers);
  const submit = { type: 'submit', page: 'signIn', answers: answers['signIn'] };
  await client.event(id, submit);
  await client.event(id, { type: 'acknowledge', page: 'subscriptionNotFound' });
  const { body } = await client.event(id, { type: 'override', check: 'subscription', reason: 'The order is on its way.' });
  const { view } = await client.walk(body, answers);
  expect(view).toMatchObject({ status: 'ready', problems: [] });
  expect(view.checks.find((check) => check.id === 'subscription')).toMatchObject({
    status: 'overridden',
    overridden: { reason: 'The order is on its way.', who: 'local' },
  });
  expect(view.can).toContain('install');
  const again = await client.event(id, { type: 'recheck' });
  expect(again.body.can).toContain('install');

  await client.event(id, { type: 'revisit', page: 'signIn' });
  const { body: anew } = await client.event(id, submit);
  expect(anew.page.id).toBe('subscriptionNotFound');
});

/** The service decides as it starts whether the installer can run on its host; from then on this computer is itself again. */
async function onWindows(start: () => Promise<Served>): Promise<Served> {
  const platform = Object.getOwnPropertyDescriptor(process, 'platform')!;
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' });
  try {
    return await start();
  } finally {
    Object.defineProperty(process, 'platform', platform);
  }
}
