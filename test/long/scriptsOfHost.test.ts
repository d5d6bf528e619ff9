import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostFacts, hostFacts } from '../../services/host/hostFacts.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import type { WindowsWorld } from '../peers/powershell/windows.ts';
import { askUnder } from '../scripts/ask.ts';
import { startWorld } from '../sql/asking.ts';

const control = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control';
const windowsUpdate =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired';
const servicing = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending';
const quietRegistry = {
  [`${control}\\Session Manager`]: { ObjectDirectories: ['\\Windows', '\\RPC Control'] },
  [`${control}\\ComputerName\\ActiveComputerName`]: { ComputerName: 'MIM01' },
  [`${control}\\ComputerName\\ComputerName`]: { ComputerName: 'MIM01' },
};
const software = 'HKEY_LOCAL_MACHINE\\SOFTWARE';
const protocols = `${control}\\SecurityProviders\\SCHANNEL\\Protocols`;
/** What a server has that was made ready by Microsoft's pages. */
const prepared = {
  ...quietRegistry,
  [`${software}\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full`]: { Release: 528049 },
  [`${software}\\Microsoft\\NET Framework Setup\\NDP\\v3.5`]: { Install: 1 },
  [`${software}\\WOW6432Node\\Microsoft\\VisualStudio\\12.0\\VC\\Runtimes\\x64`]: { Installed: 1 },
  [`${software}\\Microsoft\\VisualStudio\\14.0\\VC\\Runtimes\\x64`]: { Installed: 1 },
  [`${software}\\Microsoft\\MSOLEDBSQL`]: { InstalledVersion: '18.7.4.0' },
};
const unset = { enabled: null, disabledByDefault: null };
const site = { url: 'http://mim.contoso.com', compatibilityLevel: 15, selfServiceUpgrade: false };
const server: WindowsWorld = {
  user: { name: 'CONTOSO\\miminstall', elevated: true, claims: ['S-1-1-0', 'S-1-5-32-544'] },
  system: { Caption: 'Microsoft Windows Server 2019 Standard ', BuildNumber: '17763', ProductType: 3 },
  drives: { C: 53_687_091_200 },
  registry: prepared,
  services: { SPAdminV4: 'Running', SPTimerV4: 'Running' },
  features: { 'Web-WebServer': true, 'Web-Asp-Net45': true, 'Web-Windows-Auth': false },
  siteCollections: [site],
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
    (
      await askUnder(
        session,
        'services/host/host.ps1',
        hostFacts,
        { drive: 'C', portal: true, webServer: [], site: null, sqlServer: null, ...asked },
        world,
      )
    ).answer;

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
      protocols: {
        'Client 1.0': unset,
        'Server 1.0': unset,
        'Client 1.1': unset,
        'Server 1.1': unset,
        'Client 1.2': unset,
        'Server 1.2': unset,
      },
      systemTls: {
        'Microsoft\\.NETFramework\\v2.0.50727': null,
        'WOW6432Node\\Microsoft\\.NETFramework\\v2.0.50727': null,
        'Microsoft\\.NETFramework\\v4.0.30319': null,
        'WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319': null,
      },
      strongCrypto: {
        'Microsoft\\.NETFramework\\v2.0.50727': null,
        'WOW6432Node\\Microsoft\\.NETFramework\\v2.0.50727': null,
        'Microsoft\\.NETFramework\\v4.0.30319': null,
        'WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319': null,
      },
      sqlDrivers: ['18.7.4.0'],
      framework: { release: 528049, has35: true },
      visualC: ['12.0', '14.0'],
      sharePointServices: { SPAdminV4: 'Running', SPTimerV4: 'Running' },
      unanswered: {},
    });
  });

  it('reads what is set for TLS, for .NET Framework, and of the drivers for SQL Server', async () => {
    const registry = {
      ...prepared,
      [`${protocols}\\TLS 1.1\\Client`]: { Enabled: 0, DisabledByDefault: 1 },
      [`${protocols}\\TLS 1.2\\Server`]: { Enabled: -1 },
      [`${software}\\WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319`]: { SystemDefaultTlsVersions: 1, SchUseStrongCrypto: 0 },
      [`${software}\\Microsoft\\MSOLEDBSQL19`]: { InstalledVersion: '19.3.5.0' },
    };
    expect(await factsOf({ ...server, registry })).toMatchObject({
      protocols: {
        'Client 1.1': { enabled: 0, disabledByDefault: 1 },
        'Server 1.1': unset,
        'Server 1.2': { enabled: -1, disabledByDefault: null },
      },
      systemTls: {
        'Microsoft\\.NETFramework\\v4.0.30319': null,
        'WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319': 1,
      },
      strongCrypto: {
        'Microsoft\\.NETFramework\\v4.0.30319': null,
        'WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319': 0,
      },
      sqlDrivers: ['18.7.4.0', '19.3.5.0'],
      unanswered: {},
    });
  });

  it('tells a server that nobody has prepared', async () => {
    const facts = await factsOf(
      { ...server, registry: quietRegistry, services: { SPAdminV4: 'Stopped' } },
      { webServer: ['Web-WebServer', 'Web-Windows-Auth'] },
    );
    expect(facts).toMatchObject({
      framework: { release: null, has35: false },
      visualC: [],
      sqlDrivers: [],
      missingFeatures: ['Web-Windows-Auth'],
      sharePointServices: { SPAdminV4: 'Stopped', SPTimerV4: null },
      unanswered: {},
    });
  });

  it('does not ask about IIS and the services of SharePoint where no portal is installed', async () => {
    const facts = await factsOf(server, { portal: false, site: 'http://mim.contoso.com' });
    for (const name of ['missingFeatures', 'sharePointServices', 'siteCollection']) expect(facts).not.toHaveProperty(name);
  });

  it.each([
    ['http://mim.contoso.com', {}, { exists: true, compatibilityLevel: 15, selfServiceUpgrade: false, blocksAshx: false }],
    [
      'http://MIM.contoso.com/',
      { compatibilityLevel: 14, selfServiceUpgrade: true, blockedExtensions: ['asmx', 'ashx'] },
      { exists: true, compatibilityLevel: 14, selfServiceUpgrade: true, blocksAshx: true },
    ],
    [
      'http://mim.contoso.com',
      { blockedExtensions: ['asmx'] },
      { exists: true, compatibilityLevel: 15, selfServiceUpgrade: false, blocksAshx: false },
    ],
    ['http://mim.contoso.com/sites/other', {}, { exists: false }],
  ])('asks SharePoint for the site collection at %s (%j)', async (asked, changed, expected) => {
    const facts = await factsOf({ ...server, siteCollections: [{ ...site, ...changed }] }, { site: asked });
    expect(facts).toMatchObject({ siteCollection: expected, unanswered: {} });
  });

  it('does not take a farm that cannot be asked for one without the site collection', async () => {
    const words = 'The local farm is not accessible.';
    const facts = await factsOf({ ...server, failing: { 'Get-SPSite': words } }, { site: 'http://mim.contoso.com' });
    expect(facts).toMatchObject({ siteCollection: null, unanswered: { siteCollection: words } });
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

  it('keeps what SharePoint says where the farm cannot be reached', async () => {
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
