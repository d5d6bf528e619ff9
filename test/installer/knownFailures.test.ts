import { describe, expect, it } from 'vitest';
import { installOutcome } from '../../services/installer/installOutcome.ts';
import { knownFailures } from '../../services/installer/log/diagnosis.ts';
import { emptyStory } from '../../services/installer/log/logStory.ts';
import { readLogLine } from '../../services/installer/log/readLogLine.ts';
import { heldInGerman } from '../language/heldInGerman.ts';

interface Example {
  /** What the log says, and of what else the cause is known. */
  readonly log?: readonly string[];
  readonly exitCode?: number;
  /** What may be the cause as well by the same evidence. */
  readonly or?: readonly string[];
}

const engine = (time: string, text: string) => `MSI (s) (64:F0) [${time}:000]: ${text}`;
const notStarted = "Error 1920. Service 'Forefront Identity Manager Service' (FIMService) failed to start.";
const startOfService = engine('10:00:00', 'Executing op: ServiceControl(,Name=FIMService,Action=1,Wait=1,)');
const accounts = ['Property(S): LogonUser = installer', 'Property(S): SERVICE_ACCOUNT_NAME = svcMIMService'];
const solutionPacks = 'CAQuietExec:  An error occurred while deploying FIM portal solution packs';

/** For each cause that a log tells, what such a log has. */
const examples: Readonly<Record<string, Example>> = {
  'sharepoint-solution-busy': {
    log: ['CAQuietExec:  Error: A deployment or retraction is already under way for the solution "x.wsp", and', solutionPacks],
  },
  'sharepoint-access-denied': { log: ['CAQuietExec:  System.UnauthorizedAccessException: Access is denied.', solutionPacks] },
  'sharepoint-timeout': { log: ['CAQuietExec:  System.TimeoutException: The operation has timed out.', solutionPacks] },
  'sharepoint-deployment-failed': { log: ['CAQuietExec:  The farm is not what it was.', solutionPacks] },
  'sql-port-in-server-name': {
    log: [
      engine('10:00:00', 'Command Line: SQLSERVER_SERVER=sql01.contoso.com,1433 ACCEPT_EULA=1'),
      'A network-related or instance-specific error occurred while establishing a connection to SQL Server.',
    ],
  },
  'assembly-access-denied': { log: [engine('10:00:00', 'Assembly Install: Failing with hr=80070005 at RemoveDirectory')] },
  'prerequisites-not-seen': { log: ['The features you have selected have the following prerequisites: Microsoft SharePoint'] },
  'site-collection-upgradable': { log: ['The site collection at http://portal can be upgraded'] },
  'database-newer': { log: ['The database FIMService was created by a newer version of the product'] },
  'sql-double-hop': { log: ["Login failed for user 'NT AUTHORITY\\ANONYMOUS LOGON'.", ...accounts] },
  'sql-service-account-refused': { log: ["Login failed for user 'CONTOSO\\svcMIMService'.", ...accounts] },
  'sql-access-denied': { log: ["Login failed for user 'CONTOSO\\Installer'.", ...accounts] },
  'sql-permission-denied': {
    log: ["Login failed for user 'CONTOSO\\installer'.", "CREATE DATABASE permission denied in database 'master'.", ...accounts],
  },
  'sql-certificate-untrusted': {
    log: [
      'A connection was successfully established with the server, but then an error occurred during the login process. (provider: SSL Provider, error: 0 - The certificate chain was issued by an authority that is not trusted.)',
    ],
  },
  'sql-tls-handshake': { log: ['[DBNETLIB][ConnectionOpen (SECDoClientHandshake()).]SSL Security error.'] },
  'sql-unreachable': {
    log: ['A network-related or instance-specific error occurred while establishing a connection to SQL Server.'],
  },
  'service-start-timeout': {
    log: [startOfService, engine('10:00:31', 'Note: 1: 1920 2: Forefront Identity Manager Service 3: FIMService '), notStarted],
  },
  'service-failed-to-start': {
    log: [startOfService, engine('10:00:02', 'Note: 1: 1920 2: Forefront Identity Manager Service 3: FIMService '), notStarted],
  },
  'service-not-installed': { log: ["Error 1923. Service 'Forefront Identity Manager Service' could not be installed."] },
  'rollback-pending': { log: ['Error 1704. An install for the product is currently suspended.'] },
  'eula-not-accepted': { log: ['ACCEPT_EULA=1 is required'] },
  'disk-full-message': { log: ['Error 1307. There is not enough disk space to install this file.'] },
  'disk-full': { log: ['System.IO.IOException: There is not enough space on the disk.'] },
  'poll-exchange-enabled': { log: ['System.InvalidOperationException: the setting PollExchangeEnabled is not valid.'] },
  'custom-action-failed': { log: ['Error 1722. There is a problem with this Windows Installer package.'] },
};

describe('the table of known failures', () => {
  it.each(knownFailures.filter(({ log, messages }) => log || messages))(
    'knows $id by its log, and tells it from all others',
    ({ id, title, remedy, source }) => {
      expect(failureOf(examples[id]?.log ?? [])).toMatchObject({ cause: { title, remedy, source } });
      expect(failureOf(examples[id]?.log ?? [])?.otherCauses).toBeUndefined();
    },
  );

  it('tells the lines by which a cause is known', () => {
    for (const [id, { log = [] }] of Object.entries(examples)) {
      const { lines } = failureOf(log)!;
      expect(lines.filter((line) => log.includes(line)).length, id).toBeGreaterThan(0);
    }
  });

  it('tells two causes as two, where the log cannot tell them apart', () => {
    const service = ['service-start-timeout', 'service-failed-to-start'].map(titleOf);
    expect(titles([notStarted])).toEqual(service);
    const refused = ['sql-service-account-refused', 'sql-access-denied'].map(titleOf);
    expect(titles(["Login failed for user 'CONTOSO\\somebody'.", ...accounts])).toEqual(refused);
    expect(titles(["Login failed for user 'CONTOSO\\somebody'."])).toEqual(refused);
    const both = [...examples['disk-full']!.log!, ...examples['eula-not-accepted']!.log!];
    expect(titles(both)).toEqual(['eula-not-accepted', 'disk-full'].map(titleOf));
  });

  it.each([
    [
      'what every run of the installer writes',
      ['CAQuietExec:  Value PollExchangeEnabled is 1', 'AllowSelfServiceUpgrade = False'],
    ],
    ['an account with a port elsewhere in the command line', ['Property(S): SQLSERVER_SERVER = sql01', 'port, 1433']],
    ['words of another message', ['1: 19200 2: x', 'Copying 1920 files.']],
  ])('takes %s for no cause', (_, log) => {
    expect(failureOf(log)?.cause?.title).toMatch(/for a reason that this software does not know/);
  });

  it.each([
    '[DBNETLIB][ConnectionOpen (SECDoClientHandshake()).]SSL Security error.',
    'Microsoft OLE DB Provider for SQL Server: SSL Security error',
    '(provider: SSL Provider, error: 0 - The client and server cannot communicate, because they do not possess a common algorithm.)',
    'TCP Provider: SSL Provider, error: 31 - Encryption(ssl/tls) handshake failed',
    'System.ComponentModel.Win32Exception (0x80004005): The client and server cannot communicate, because they do not possess a common algorithm',
  ])('knows a handshake that failed by: %s', (line) => {
    const unreachable = examples['sql-unreachable']!.log!;
    expect(titles([line, ...unreachable])).toEqual([titleOf('sql-tls-handshake')]);
  });

  it('takes an access that was denied long before SharePoint for no cause of its failure', () => {
    const between = Array.from({ length: 100 }, (_, n) => `CAQuietExec:  step ${n}`);
    expect(titles(['CAQuietExec:  Access is denied.', ...between, solutionPacks])).toEqual([
      titleOf('sharepoint-deployment-failed'),
    ]);
  });

  it.each([...range(1601, 1616), ...range(1618, 1640), ...range(1642, 1654), 13, 87, 120, 1259])(
    'has words for the exit code %i',
    (code) => {
      const cause =
        failureOf([], code)?.cause ?? failureOf([engine('10:00:00', `MainEngineThread is returning ${code}`)], -1)?.cause;
      expect(cause?.title).toMatch(/\.$/);
      expect(cause?.remedy).toMatch(/\.$/);
      expect(cause?.source).toMatch(/Microsoft Learn/);
    },
  );

  it('goes by what the engine returned, where the exit code is that of whoever ended its process', () => {
    const story = [engine('10:00:00', 'MainEngineThread is returning 1612')];
    expect(failureOf(story, -1)?.cause?.title).toMatch(/source .* is not available/);
    expect(outcomeOf(story, -1).message).toMatch(/exit code -1 \(in its log, 1612\)/);
  });

  it('prefers what the log says to what the exit code says', () => {
    expect(titles(examples['service-failed-to-start']!.log!)).toEqual([titleOf('service-failed-to-start')]);
    expect(titles([])).toEqual([titleOf('code-1603')]);
  });

  it('names no cause where nothing is known', () => {
    expect(failureOf([], 424242)?.cause).toBeNull();
  });

  it('has an id, and only one, for each, and an example for each that a log tells', () => {
    expect(new Set(knownFailures.map(({ id }) => id)).size).toBe(knownFailures.length);
    expect(Object.keys(examples).sort()).toEqual(
      knownFailures
        .filter(({ log, messages }) => log || messages)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

function titleOf(id: string): string {
  return knownFailures.find((known) => known.id === id)!.title;
}

function titles(log: readonly string[]): string[] {
  const { cause, otherCauses = [] } = failureOf(log)!;
  return [cause!, ...otherCauses].map(({ title }) => title);
}

function failureOf(log: readonly string[], exitCode = 1603) {
  return outcomeOf(log, exitCode).failure;
}

function outcomeOf(log: readonly string[], exitCode: number) {
  const story = emptyStory();
  for (const line of log) readLogLine(story, line, { redact: (text) => text, actions: [] });
  const outcome = installOutcome({ exitCode, stopped: false, story });
  heldInGerman([outcome]);
  return outcome;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
