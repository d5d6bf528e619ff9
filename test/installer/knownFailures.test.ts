import { describe, expect, it } from 'vitest';
import { diagnose, knownFailures, signsIn } from '../../services/installer/log/diagnosis.ts';

/** For each failure that is known by its log, lines by which it is known. */
const examples: Readonly<Record<string, readonly string[]>> = {
  'sharepoint-solution-busy': [
    'CAQuietExec:  Error: A deployment or retraction is already under way for the solution "x.wsp", and',
  ],
  'sql-port-in-server-name': [
    'MSI (s) (64:F0) [10:00:00:000]: Command Line: SQLSERVER_SERVER=sql01.contoso.com,1433 ACCEPT_EULA=1',
    'A network-related or instance-specific error occurred while establishing a connection to SQL Server.',
  ],
  'assembly-access-denied': ['MSI (s) (64:F0) [10:00:00:000]: Assembly Install: Failing with hr=80070005 at RemoveDirectory'],
  'prerequisites-not-seen': ['The features you have selected have the following prerequisites: Microsoft SharePoint'],
  'site-collection-upgradable': ['The site collection at http://portal can be upgraded'],
  'database-newer': ['The database FIMService was created by a newer version of the product'],
  'sql-access-denied': ["CREATE DATABASE permission denied in database 'master'."],
  'sql-unreachable': ['A network-related or instance-specific error occurred while establishing a connection to SQL Server.'],
  'poll-exchange-enabled': ['Value PollExchangeEnabled is 1'],
  'service-start-timeout': ['Event 7009: A timeout was reached (30000 milliseconds) while waiting for FIMService to connect.'],
  'service-failed-to-start': ["Error 1920. Service 'Forefront Identity Manager Service' (FIMService) failed to start."],
  'service-not-installed': ["Error 1923. Service 'Forefront Identity Manager Service' could not be installed."],
  'rollback-pending': ['Error 1704. An install for the product is currently suspended.'],
  'eula-not-accepted': ['ACCEPT_EULA=1 is required'],
  'disk-full': ['System.IO.IOException: There is not enough space on the disk.'],
  'custom-action-failed': ['Error 1722. There is a problem with this Windows Installer package.'],
};

describe('the table of known failures', () => {
  it.each(knownFailures.filter(({ log }) => log))(
    'knows $id by its log, and tells by which lines',
    ({ id, title, remedy, source }) => {
      const lines = examples[id] ?? [];
      expect(diagnose(seenIn(lines), 1603)).toEqual({ cause: { title, remedy, source }, lines });
    },
  );

  it.each([...range(1601, 1616), ...range(1618, 1640), ...range(1642, 1654), 13, 87, 120, 1259])(
    'has words for the exit code %i',
    (code) => {
      const { cause } = diagnose({}, code);
      expect(cause?.title).toMatch(/\.$/);
      expect(cause?.remedy).toMatch(/\.$/);
      expect(cause?.source).toMatch(/Microsoft Learn/);
    },
  );

  it('prefers what the log says to what the exit code says', () => {
    expect(diagnose(seenIn(examples['service-failed-to-start']!), 1603).cause?.title).toMatch(/could not be started/);
    expect(diagnose({}, 1603).cause?.title).toMatch(/does not know/);
  });

  it('names no cause where nothing is known', () => {
    expect(diagnose({}, null).cause).toBeNull();
    expect(diagnose({}, 424242).cause).toBeNull();
  });

  it('has an id, and only one, for each', () => {
    expect(new Set(knownFailures.map(({ id }) => id)).size).toBe(knownFailures.length);
  });
});

function seenIn(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(lines.flatMap((line) => signsIn(line).map((sign) => [sign, line])));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
