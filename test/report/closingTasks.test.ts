import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';
import { answersForNowhere, takeOn, walkToReady } from '../installer/liveWalk.ts';
import { here } from '../live/contoso.ts';
import { serveLive } from '../live/liveService.ts';
import { nameHosts } from '../peers/hosts.ts';
import { sharePointAnswer } from '../peers/web/sharePoint.ts';
import { type Answer, startWebServer } from '../peers/web/webServer.ts';
import { report } from './elsewhere.ts';

describe('After the installation', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served[Symbol.asyncDispose]());

  it('the tasks of the guide are left, each that is a setting with its script, and what the command left out', async () => {
    const { tasks, can } = await installed(served);
    expect(tasks.map(({ id, state }) => [id, state])).toEqual([
      ['serviceRuns', 'open'],
      ['portalAnswers', 'open'],
      ['intranetZone', 'open'],
      ['compatibilityView', 'open'],
      ['managementPolicyRule', 'open'],
      ['mailServerConnection', 'open'],
      ['addIns', 'open'],
    ]);
    expect(tasks.filter(({ script }) => script !== undefined).map(({ id }) => id)).toEqual([
      'intranetZone',
      'compatibilityView',
      'managementPolicyRule',
    ]);
    expect(tasks.find(({ id }) => id === 'intranetZone')?.script).toContain("'contoso.com\\mim'");
    expect(tasks.find(({ id }) => id === 'portalAnswers')?.detail).toContain('http://mim.contoso.com/identitymanagement');
    expect(can).toEqual(['recheck', 'complete']);
  });

  it.each([
    [['service', 'portal'], 'http://localhost:5725/'],
    [['portal'], 'http://mim.contoso.com:5725/'],
  ] as const)('of %j, the policy rule is asked for at %s', async (features, address) => {
    const { tasks } = await installed(served, [...features]);
    expect(tasks.find(({ id }) => id === 'managementPolicyRule')?.script).toContain(address);
  });

  it('each is done, skipped with a reason, or has failed, which stands in the journal with who said so', async () => {
    const { id } = await installed(served);
    const complete = (task: string, outcome: string, reason?: string) =>
      served.client.event(id, { type: 'complete', task, outcome, ...(reason && { reason }) });
    await complete('serviceRuns', 'done');
    await complete('portalAnswers', 'skipped', 'No browser here.');
    const { body } = await complete('intranetZone', 'failed', 'The policy forbids it.');
    expect(body.tasks.map(({ state, reason }) => [state, reason]).slice(0, 4)).toEqual([
      ['done', undefined],
      ['skipped', 'No browser here.'],
      ['failed', 'The policy forbids it.'],
      ['open', undefined],
    ]);
    const { body: history } = await served.client.request<{ who: string; at: string; event: object }[]>(
      'GET',
      `/api/v1/installations/${id}/history`,
    );
    expect(history.slice(-3).map(({ who, event }) => [who, event])).toEqual([
      ['local', { type: 'complete', task: 'serviceRuns', outcome: 'done' }],
      ['local', { type: 'complete', task: 'portalAnswers', outcome: 'skipped', reason: 'No browser here.' }],
      ['local', { type: 'complete', task: 'intranetZone', outcome: 'failed', reason: 'The policy forbids it.' }],
    ]);

    expect((await complete('nothing', 'done')).status).toBe(404);
    expect((await complete('restart', 'done')).status).toBe(409);
    expect((await complete('addIns', 'perhaps')).status).toBe(400);
    for (const task of ['compatibilityView', 'managementPolicyRule', 'mailServerConnection']) await complete(task, 'done');
    expect((await complete('addIns', 'skipped', 'Nobody needs them.')).body).toMatchObject({ status: 'finished', can: [] });
  });

  it('what can be seen is checked, named where it is not so, and checked again when asked', async () => {
    const { view } = await served.client.walk(
      await served.client.begin({ mode: 'rehearsal', rehearsal: { pace: 1, failCheck: 'service-runs' } }),
      answersFor('E', ['service', 'portal']),
    );
    await served.client.event(view.id, { type: 'install' });
    const looked = await settled(served, view.id);
    expect(checksOf(looked)).toEqual({ 'service-runs': 'failed', 'portal-answers': 'passed' });
    expect(looked.problems).toHaveLength(1);
    await served.client.event(view.id, { type: 'recheck' });
    const again = await settled(served, view.id);
    expect(checksOf(again)).toEqual({ 'service-runs': 'passed', 'portal-answers': 'passed' });
    expect(again.problems).toEqual([]);
  });

  it('without the portal there is nothing to do about it', async () => {
    const { tasks } = await installed(served, ['service']);
    expect(tasks.map(({ id }) => id)).toEqual(['serviceRuns', 'mailServerConnection', 'addIns']);
  });
});

describe.skipIf(process.platform === 'win32')('After a live installation', () => {
  it('the portal has to answer and to ask for Windows authentication, and the port of the service to answer', async () => {
    const nowhere = { login: 'https://login.invalid', graph: 'https://graph.invalid', mail: 'https://mail.invalid' };
    const pages: Record<string, Answer> = { '/': sharePointAnswer };
    await using site = await startWebServer(pages);
    using _ = nameHosts({ [here]: address, 'portal.contoso.invalid': '127.0.0.1' });
    await using served = await serveLive({
      checks: { timeout: 2000, hostTimeout: 5000 },
      entra: { clouds: { global: nowhere } },
    });
    const begun = await served.client.begin({ mode: 'live' });
    const url = `http://portal.contoso.invalid:${site.port}`;
    const answers = { ...answersForNowhere('E', ['service', 'portal']), serviceAddress: { host: here }, sharePointSite: { url } };
    const { id } = await takeOn(served.client, await walkToReady(served.client, begun, answers));
    await report(served, id, '?exitCode=0');

    const first = await settled(served, id);
    expect(checksOf(first)).toEqual({ 'service-runs': 'failed', 'portal-answers': 'failed' });
    expect(messageOf(first, 'portal-answers')).toContain(`There is no MIM Portal at ${url}/identitymanagement`);
    expect(messageOf(first, 'service-runs')).toMatch(/5725/);

    pages['/identitymanagement'] = sharePointAnswer;
    const service = createServer((socket) => socket.end()).listen(5725, address);
    try {
      await once(service, 'listening');
      await served.client.event(id, { type: 'recheck' });
      const second = await settled(served, id);
      // Whether the Windows service runs can only be seen on Windows.
      expect(checksOf(second)).toEqual({ 'service-runs': 'warning', 'portal-answers': 'passed' });
      expect(messageOf(second, 'service-runs')).toMatch(/answers on port 5725.*Get-Service FIMService/);
      expect(second.problems).toEqual([]);
    } finally {
      service.close();
    }
  });
});

/** One of this computer's own that no other test listens at. */
const address = '127.0.0.57';

async function installed({ client }: Served, features = ['service', 'portal']): Promise<View> {
  const { view } = await client.walk(await client.begin(), answersFor('E', features));
  await client.event(view.id, { type: 'install' });
  await client.until(view.id, 'postInstallation');
  return await client.view(view.id);
}

/** Waits until the installation is done, and what came of it has been looked at. */
async function settled({ client }: Served, id: string): Promise<View> {
  for (const limit = Date.now() + 20_000; ; ) {
    const view = await client.view(id);
    const isLooking = view.checks.some(({ status }) => status === 'pending') || !view.can.includes('recheck');
    if (view.status === 'postInstallation' && !isLooking) return view;
    if (Date.now() > limit) throw new Error(`It is ${view.status}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function checksOf({ checks }: View): Record<string, string> {
  return Object.fromEntries(checks.map(({ id, status }) => [id, status]));
}

function messageOf({ checks }: View, check: string): string {
  return checks.find(({ id }) => id === check)?.message ?? '';
}
