import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostFacts, hostFacts } from '../../services/host/hostFacts.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import type { WindowsWorld } from '../peers/powershell/windows.ts';
import { startWorld } from '../sql/asking.ts';
import { askUnder } from './ask.ts';

const control = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control';
const windowsUpdate =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired';
const servicing = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending';
const quietRegistry = {
  [`${control}\\Session Manager`]: { ObjectDirectories: ['\\Windows', '\\RPC Control'] },
  [`${control}\\ComputerName\\ActiveComputerName`]: { ComputerName: 'MIM01' },
  [`${control}\\ComputerName\\ComputerName`]: { ComputerName: 'MIM01' },
};
const server: WindowsWorld = {
  user: { name: 'CONTOSO\\miminstall', elevated: true, claims: ['S-1-1-0', 'S-1-5-32-544'] },
  system: { Caption: 'Microsoft Windows Server 2019 Standard ', BuildNumber: '17763', ProductType: 3 },
  drives: { C: 53_687_091_200 },
  registry: quietRegistry,
  snapIns: ['Microsoft.SharePoint.PowerShell'],
  modules: ['Microsoft.SharePoint.PowerShell'],
  sharePoint: { administrator: true, solutions: [] },
};
const { snapIns: _, ...withoutSnapIns } = server;

describe.skipIf(withoutPwsh)(`host.ps1, run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  const factsOf = async (world: WindowsWorld, asked: object = {}): Promise<HostFacts> =>
    (await askUnder(session, 'services/host/host.ps1', hostFacts, { drive: 'C', portal: true, sqlServer: null, ...asked }, world))
      .answer;

  it('tells everything of a server that is as it should be', async () => {
    expect(await factsOf(server)).toEqual({
      windows: { caption: 'Microsoft Windows Server 2019 Standard', build: 17763, productType: 3 },
      user: 'CONTOSO\\miminstall',
      elevated: true,
      localAdministrator: true,
      freeBytes: 53_687_091_200,
      pendingRestart: [],
      installerRunning: false,
      sharePoint: true,
      farmAdministrator: true,
      solutionsUnderWay: [],
      unanswered: {},
    });
  });

  it('does not ask about SharePoint and SQL Server where neither matters', async () => {
    const facts = await factsOf(server, { portal: false });
    expect(facts).not.toHaveProperty('sharePoint');
    expect(facts).not.toHaveProperty('solutionsUnderWay');
    expect(facts).not.toHaveProperty('sysadmin');
  });

  it('tells a user who is administrator, but not elevated: the group is among the claims', async () => {
    const user = { name: 'CONTOSO\\Jörg Ümläut', elevated: false, claims: ['S-1-5-32-544'] };
    expect(await factsOf({ ...server, user })).toMatchObject({
      user: 'CONTOSO\\Jörg Ümläut',
      elevated: false,
      localAdministrator: true,
    });
    expect(await factsOf({ ...server, user: { ...user, claims: ['S-1-1-0'] } })).toMatchObject({ localAdministrator: false });
  });

  it.each([
    ['none', {}, []],
    ['of Windows’ own components', { [servicing]: {} }, ['componentServicing']],
    ['of Windows Update', { [windowsUpdate]: {} }, ['windowsUpdate']],
    [
      'of files to be renamed',
      { [`${control}\\Session Manager`]: { PendingFileRenameOperations: ['\\??\\C:\\a', ''] } },
      ['fileRename'],
    ],
    ['of a new computer name', { [`${control}\\ComputerName\\ComputerName`]: { ComputerName: 'MIM02' } }, ['computerName']],
    ['of two kinds', { [servicing]: {}, [windowsUpdate]: {} }, ['componentServicing', 'windowsUpdate']],
  ])('finds the signs of a pending restart: %s', async (_, changed, expected) => {
    const { pendingRestart, unanswered } = await factsOf({ ...server, registry: { ...quietRegistry, ...changed } });
    expect(pendingRestart).toEqual(expected);
    expect(unanswered).toEqual({});
  });

  describe.each([
    ['Windows PowerShell 5.1', server],
    ['PowerShell 7', { ...withoutSnapIns, modules: ['SharePointServer'] }],
  ] as [string, WindowsWorld][])('under %s', (_, world) => {
    it('tells whether another installation runs, has died, or none', async () => {
      expect(await factsOf({ ...world, installation: 'runs' })).toMatchObject({ installerRunning: true, unanswered: {} });
      expect(await factsOf({ ...world, installation: 'died' })).toMatchObject({ installerRunning: false, unanswered: {} });
      expect(await factsOf(world)).toMatchObject({ installerRunning: false, unanswered: {} });
    });

    it('loads SharePoint’s own cmdlets, and tells which solutions a timer job has in hand', async () => {
      const sharePoint = {
        administrator: false,
        solutions: [
          { name: 'microsoftilmportalcommondlls.wsp', jobExists: true },
          { name: 'other.wsp', jobExists: false },
        ],
      };
      expect(await factsOf({ ...world, sharePoint })).toMatchObject({
        sharePoint: true,
        farmAdministrator: false,
        solutionsUnderWay: ['microsoftilmportalcommondlls.wsp'],
        unanswered: {},
      });
    });
  });

  it('finds SharePoint’s module where Windows PowerShell has no snap-in of it, as since the Subscription Edition', async () => {
    expect(await factsOf({ ...server, snapIns: [], modules: ['SharePointServer'] })).toMatchObject({ sharePoint: true });
  });

  it('says in PowerShell’s own words what it could not find out, and answers the rest', async () => {
    const facts = await factsOf({
      ...server,
      mutex: 'forbidden',
      drives: {},
      snapIns: [],
      modules: [],
      failing: { 'Get-CimInstance': 'Access denied', 'WindowsIdentity.GetCurrent': 'No “token” – none' },
      registry: {},
    });
    expect(facts).toMatchObject({
      windows: null,
      user: null,
      elevated: null,
      localAdministrator: null,
      freeBytes: null,
      pendingRestart: null,
      installerRunning: null,
      sharePoint: null,
    });
    expect(facts).not.toHaveProperty('farmAdministrator');
    expect(facts.unanswered).toMatchObject({
      windows: expect.stringContaining('Access denied'),
      user: expect.stringContaining('No “token” – none'),
      freeBytes: 'There is no drive C:, or it is not ready.',
      pendingRestart: expect.stringContaining('Session Manager'),
      installerRunning: expect.stringContaining('denied'),
      sharePoint: expect.stringContaining('SharePointServer'),
    });
  });

  it('keeps what SharePoint says where the farm can not be reached', async () => {
    const words = "Cannot access the local farm. Verify that 'SQL01' <can> be reached.";
    const facts = await factsOf({ ...server, failing: { 'Get-SPFarm': words, 'Get-SPSolution': words } });
    expect(facts).toMatchObject({ sharePoint: true, farmAdministrator: null, solutionsUnderWay: null });
    expect(facts.unanswered).toEqual({ farmAdministrator: words, solutionsUnderWay: words });
  });

  it.each([
    ['sa', 'Passw0rd!Sa', true],
    ['clerk', 'clerk', false],
  ])('asks SQL Server by Windows’ own client whether %s is sysadmin', async (user, password, sysadmin) => {
    const sqlServer = await startWorld({ version: [15, 0, 4322], sysadmins: ['sa'], databases: {} });
    try {
      const facts = await factsOf({ ...server, sql: { user, password } }, { sqlServer: `127.0.0.1,${sqlServer.port}` });
      expect(facts).toMatchObject({ sysadmin, unanswered: {} });
    } finally {
      await sqlServer.close();
    }
  });

  it('says why SQL Server could not be asked', async () => {
    const sqlServer = await startWorld({ version: [15, 0, 4322], sysadmins: ['sa'], databases: {} });
    try {
      const facts = await factsOf(
        { ...server, sql: { user: 'sa', password: 'wrong' } },
        { sqlServer: `127.0.0.1,${sqlServer.port}` },
      );
      expect(facts).toMatchObject({ sysadmin: null, unanswered: { sysadmin: expect.stringContaining('Login failed') } });
    } finally {
      await sqlServer.close();
    }
  });
});
