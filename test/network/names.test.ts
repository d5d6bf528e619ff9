import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { networkChecks } from '../../services/network/networkChecks.ts';
import type { NetworkSettings } from '../../services/network/settings.ts';
import { makeCall } from '../peers/web/call.ts';
import { startDeafServer } from '../peers/web/deafServer.ts';
import { closedPort, hangs, startRawServer } from '../peers/web/rawServer.ts';

/** A name that the checks take for this very computer, wherever the tests run. */
const here = `${hostname().split('.')[0]}.contoso.com`;

describe('the Service Manager management server', () => {
  it('that resolves and answers on its port passes', async () => {
    await using server = await startRawServer(hangs);
    const checks = await reportingServer({ ports: { serviceManager: server.port } });
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['reporting-server-name', 'passed'],
      ['reporting-server-port', 'passed'],
    ]);
  });

  it('that refuses connections fails', async () => {
    const [name, port] = await reportingServer({ ports: { serviceManager: await closedPort() } });
    expect(name).toMatchObject({ status: 'passed' });
    expect(port).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  });

  it('behind a firewall that drops everything ends in time, called timed out', async () => {
    await using server = await startDeafServer();
    const [, port] = await reportingServer({ timeout: 300, ports: { serviceManager: server.port } });
    expect(port).toMatchObject({ status: 'failed', code: 'timed-out' });
  });

  it('whose name does not resolve fails by name, and its port is not tried', async () => {
    const { reportingServer: check } = networkChecks({ timeout: 10_000 });
    const [name, port] = await check(about({ reportingServer: { host: 'scsm.contoso.invalid' } }), makeCall());
    expect(name).toMatchObject({ status: 'failed', code: 'host-unreachable', detail: expect.stringContaining('ENOTFOUND') });
    expect(port).toMatchObject({ status: 'skipped' });
  });

  it('whose name hangs in DNS ends in time, called timed out', async () => {
    const [name] = await reportingServer({ timeout: 100, resolve: () => new Promise(() => {}) });
    expect(name).toMatchObject({ status: 'failed', code: 'timed-out' });
  });

  function reportingServer(settings: Partial<NetworkSettings>): Promise<readonly CheckResult[]> {
    return networkChecks({ timeout: 10_000, resolve: async () => ['127.0.0.1'], ...settings }).reportingServer(
      about({ reportingServer: { host: here } }),
      makeCall(),
    );
  }
});

describe('the synchronization server', () => {
  const answers = { synchronizationServer: { host: here, managementAgentAccount: 'contoso\\svcMIMMA' } };

  it('that answers to remote administration passes', async () => {
    await using server = await startRawServer(hangs);
    const { synchronizationServer } = networkChecks({ ...loopback, ports: { rpc: server.port } });
    const [check] = await synchronizationServer(about(answers), makeCall());
    expect(check).toMatchObject({ id: 'synchronization-server', status: 'passed' });
  });

  it('that does not answer is a warning alone, for no harm comes of it', async () => {
    const { synchronizationServer } = networkChecks({ ...loopback, ports: { rpc: await closedPort() } });
    const [check] = await synchronizationServer(about(answers), makeCall());
    expect(check).toMatchObject({ status: 'warning', code: 'host-unreachable', message: expect.stringContaining('no harm') });
  });

  it('behind a firewall that drops everything is a warning too, not a time-out', async () => {
    await using server = await startDeafServer();
    const { synchronizationServer } = networkChecks({ ...loopback, timeout: 600, ports: { rpc: server.port } });
    const [check] = await synchronizationServer(about(answers), makeCall());
    expect(check).toMatchObject({ status: 'warning', code: 'host-unreachable' });
  });

  it('whose name does not resolve fails', async () => {
    const { synchronizationServer } = networkChecks({ timeout: 10_000 });
    const [check] = await synchronizationServer(
      about({ synchronizationServer: { host: 'mim.contoso.invalid', managementAgentAccount: 'contoso\\svcMIMMA' } }),
      makeCall(),
    );
    expect(check).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  });
});

describe('the address of the MIM Service', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1'])('is not %s', async (host) => {
    expect(await serviceAddress(host)).toMatchObject({ status: 'failed', code: 'name-unsuitable' });
  });

  it('does not lead every computer to itself', async () => {
    expect(await serviceAddress('mim.contoso.com', ['127.0.0.1', '::1'])).toMatchObject({
      status: 'failed',
      code: 'name-unsuitable',
      message: expect.stringContaining('127.0.0.1, ::1'),
    });
  });

  it('may lead to a loopback address where it is the name of this very computer', async () => {
    expect(await serviceAddress(here, ['127.0.1.1'])).toMatchObject({ status: 'passed' });
  });

  it('resolves, and to what is told', async () => {
    expect(await serviceAddress('mim.contoso.com', ['203.0.113.7'])).toMatchObject({
      status: 'passed',
      message: 'mim.contoso.com resolves to 203.0.113.7.',
    });
  });

  it('that resolves to nothing at all does not resolve', async () => {
    expect(await serviceAddress('mim.contoso.com', [])).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  });

  async function serviceAddress(host: string, addresses: readonly string[] = ['127.0.0.1']): Promise<CheckResult | undefined> {
    const { serviceAddress: check } = networkChecks({ timeout: 10_000, resolve: async () => addresses });
    return (await check(about({ serviceAddress: { host } }), makeCall()))[0];
  }
});

describe.each([
  ['registrationPortalService', 'registration-portal-service'],
  ['resetPortalService', 'reset-portal-service'],
] as const)('%s', (page, id) => {
  const service = { [page]: { serviceAddress: here, access: 'extranet' } } as const;

  it('resolves, and is not asked to answer before it is installed', async () => {
    const network = networkChecks({ ...loopback, ports: { mimService: await closedPort() } });
    const [check] = await network[page](about({ ...service, components: { features: ['service', 'resetPortal'] } }), makeCall());
    expect(check).toMatchObject({ id, page, status: 'passed' });
  });

  it('that is installed elsewhere answers', async () => {
    await using server = await startRawServer(hangs);
    const network = networkChecks({ ...loopback, ports: { mimService: server.port } });
    const [check] = await network[page](about({ ...service, components: { features: ['resetPortal'] } }), makeCall());
    expect(check).toMatchObject({ status: 'passed', message: expect.stringContaining('answers on port') });
  });

  it('that is installed elsewhere and does not answer is a warning', async () => {
    const network = networkChecks({ ...loopback, ports: { mimService: await closedPort() } });
    const [check] = await network[page](about({ ...service, components: { features: ['resetPortal'] } }), makeCall());
    expect(check).toMatchObject({ status: 'warning', code: 'host-unreachable' });
  });
});

it('A page that is not on the path has nothing to check', async () => {
  for (const check of Object.values(networkChecks({ timeout: 100 }))) expect(await check(about({}), makeCall())).toEqual([]);
});

it('Each check is told when it begins and when it has ended', async () => {
  const call = makeCall();
  await networkChecks({ ...loopback }).serviceAddress(about({ serviceAddress: { host: here } }), call);
  expect(call.told.map(({ id, status }) => [id, status])).toEqual([
    ['service-address', 'pending'],
    ['service-address', 'passed'],
  ]);
});

const loopback = { timeout: 10_000, resolve: async () => ['127.0.0.1'] };

function about(answers: OpenedAnswers) {
  return { installation: 'one', answers };
}
