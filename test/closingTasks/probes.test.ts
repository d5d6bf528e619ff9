import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { ClosingCheckId } from '../../machines/ports/checks.ts';
import type { Finding } from '../../services/checks/finding.ts';
import { makeCheck } from '../../services/checks/makeCheck.ts';
import { closingProbes } from '../../services/closingTasks/closingProbes.ts';
import { portalUrlOf } from '../../services/closingTasks/portalAnswers.ts';
import type { ClosingSettings } from '../../services/closingTasks/settings.ts';
import { standInFor } from '../host/standIn.ts';
import { heldInGerman } from '../language/heldInGerman.ts';
import { closedPort, hangs, startRawServer, talksNonsense } from '../peers/web/rawServer.ts';
import { sharePointAnswer, startSharePoint } from '../peers/web/sharePoint.ts';

const { signal } = new AbortController();

describe('The MIM Portal', () => {
  it('answers below the site, at …/identitymanagement, and asks for Windows authentication', async () => {
    await using server = await startSharePoint(sharePointAnswer, sharePointAnswer);
    expect(await checkPortal(`http://127.0.0.1:${server.port}/`)).toMatchObject({ status: 'passed' });
    expect(server.log).toEqual(['GET /identitymanagement']);
  });

  it('is not there yet, which is said', async () => {
    await using server = await startSharePoint();
    expect(await checkPortal(`http://127.0.0.1:${server.port}`)).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('There is no MIM Portal'),
    });
  });

  it.each([200, 500])('answers with status %i, which is not valid', async (status) => {
    await using server = await startSharePoint(sharePointAnswer, { status });
    expect(await checkPortal(`http://127.0.0.1:${server.port}`)).toMatchObject({ status: 'failed', code: 'site-unsuitable' });
  });

  it('does not answer, and the probe ends with the right word', async () => {
    expect(await checkPortal(`http://127.0.0.1:${await closedPort()}`)).toMatchObject({
      status: 'failed',
      code: 'host-unreachable',
    });
    await using hanging = await startRawServer(hangs);
    expect(await checkPortal(`http://127.0.0.1:${hanging.port}`, 200)).toMatchObject({ status: 'failed', code: 'timed-out' });
    await using nonsense = await startRawServer(talksNonsense);
    expect(await checkPortal(`http://127.0.0.1:${nonsense.port}`)).toMatchObject({ status: 'failed', code: 'site-unsuitable' });
  });

  it('is not waited for once the probe is called off', async () => {
    await using hanging = await startRawServer(hangs);
    const off = new AbortController();
    const probing = closingProbes().checkPortal(`http://127.0.0.1:${hanging.port}`, off.signal);
    off.abort(new Error('called off'));
    await expect(probing).rejects.toThrow('called off');
  });

  it.each([
    ['http://mim.contoso.com', 'http://mim.contoso.com/identitymanagement'],
    ['http://mim.contoso.com/', 'http://mim.contoso.com/identitymanagement'],
    ['https://portal.contoso.com:8443/sites/mim/?a=b#c', 'https://portal.contoso.com:8443/sites/mim/identitymanagement'],
  ])('of the site %s is at %s', (site, portal) => {
    expect(portalUrlOf(site).href).toBe(portal);
  });

  function checkPortal(url: string, timeout = 10_000) {
    return probed('portal-answers', (within) => closingProbes().checkPortal(url, within), timeout);
  }
});

describe('The MIM Service', () => {
  const here = `${hostname().split('.')[0]}.contoso.com`;

  it('is running, and its port answers', async () => {
    await using server = await startRawServer(hangs);
    expect(await checkService('{"status":"Running"}', { servicePort: server.port })).toMatchObject({ status: 'passed' });
  });

  it.each(['Stopped', 'StartPending'])('is %s, which is not valid', async (status) => {
    await using server = await startRawServer(hangs);
    expect(await checkService(`{"status":"${status}"}`, { servicePort: server.port })).toMatchObject({
      status: 'failed',
      message: expect.stringContaining(`it is ${status}`),
    });
  });

  it('is not there, which is not valid', async () => {
    expect(await checkService('{"status":null}')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('no service FIMService'),
    });
  });

  it('runs, and its port does not answer', async () => {
    const check = await checkService('{"status":"Running"}', { servicePort: await closedPort() });
    expect(check).toMatchObject({
      status: 'failed',
      code: 'host-unreachable',
      message: expect.stringContaining('leave it a minute'),
    });
  });

  it.each(['', 'nonsense'])('can be seen by its port alone where PowerShell says "%s", which is a warning', async (printed) => {
    await using server = await startRawServer(hangs);
    expect(await checkService(printed, { servicePort: server.port })).toMatchObject({
      status: 'warning',
      code: 'check-unavailable',
    });
    expect(await checkService(printed, { servicePort: await closedPort() })).toMatchObject({
      status: 'failed',
      code: 'host-unreachable',
    });
  });

  async function checkService(printed: string, settings: Partial<ClosingSettings> = {}) {
    await using standIn = await standInFor(printed);
    const all = { powershell: standIn.powershell, resolve: async () => ['127.0.0.1'], ...settings };
    return await probed('service-runs', (within) => closingProbes(all).checkService(here, within));
  }
});

/** As the closing tasks make it: within its time, and with a finding for whatever problem there is. */
async function probed(id: ClosingCheckId, find: (signal: AbortSignal) => Promise<Finding>, timeout = 10_000) {
  const result = await makeCheck({ id, page: 'postInstallation', timeout }, { signal, progress() {} }, find);
  heldInGerman([result]);
  return result;
}
