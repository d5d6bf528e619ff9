import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgePortUse, portUse } from '../../services/network/portUse.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import type { WindowsWorld } from '../peers/powershell/windows.ts';
import { askUnder } from './ask.ts';

const system = 4;

describe.skipIf(withoutPwsh)(`portUse.ps1, run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  const useOf = async (world: WindowsWorld, port = 80) =>
    (await askUnder(session, 'services/network/portUse.ps1', portUse, { port }, world)).answer;

  it('finds nobody on a free port, and no sites where there is no IIS', async () => {
    expect(await useOf({ listeners: [{ port: 443, process: system }] })).toEqual({ listeners: [], bindings: null });
  });

  it('names each program that listens once, and one that has ended meanwhile by its number alone', async () => {
    const gone = 4_194_000;
    const { listeners } = await useOf({
      listeners: [
        { port: 80, process: process.pid },
        { port: 80, process: process.pid },
        { port: 80, process: gone },
      ],
    });
    expect(listeners).toEqual([
      { process: process.pid, name: expect.stringMatching(/\w/) },
      { process: gone, name: 'unknown' },
    ]);
    expect(judgePortUse({ host: 'pwreg.contoso.com', port: 80 }, { listeners, bindings: null })).toMatchObject({
      status: 'failed',
      code: 'port-taken',
    });
  });

  it('lists the bindings of IIS for the port: of all sites, of IPv6 too, and of the web’s protocols alone', async () => {
    const answer = await useOf({
      modules: ['WebAdministration'],
      listeners: [{ port: 80, process: system }],
      sites: [
        { name: 'Empty', bindings: [] },
        { name: 'Default Web Site', bindings: [{ protocol: 'http', bindingInformation: '*:80:' }] },
        {
          name: "Contoso's [intranet] – größer",
          bindings: [
            { protocol: 'https', bindingInformation: '*:443:pwreg.contoso.com' },
            { protocol: 'http', bindingInformation: '[2001:db8::7]:80:pwreg.contoso.com' },
            { protocol: 'net.tcp', bindingInformation: '80:*' },
            { protocol: 'http', bindingInformation: '*:8080:pwreg.contoso.com' },
          ],
        },
      ],
    });
    expect(answer.bindings).toEqual([
      { site: 'Default Web Site', protocol: 'http', binding: '*:80:' },
      { site: "Contoso's [intranet] – größer", protocol: 'http', binding: '[2001:db8::7]:80:pwreg.contoso.com' },
    ]);
    expect(judgePortUse({ host: 'pwreset.contoso.com', port: 80 }, answer).status).toBe('passed');
    expect(judgePortUse({ host: 'PWREG.contoso.com', port: 80 }, answer)).toMatchObject({ code: 'port-taken' });
  });

  it('finds no bindings in an IIS without sites', async () => {
    expect(await useOf({ modules: ['WebAdministration'], sites: [] })).toEqual({ listeners: [], bindings: [] });
  });

  it('goes on where the listeners cannot be listed', async () => {
    expect(await useOf({ modules: ['WebAdministration'], sites: [] }, 1)).toMatchObject({ listeners: [] });
  });
});
