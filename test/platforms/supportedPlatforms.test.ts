import { describe, expect, it } from 'vitest';
import {
  servicePackOf,
  sharePointSupport,
  sqlServerSupport,
  windowsSupport,
} from '../../services/platforms/supportedPlatforms.ts';

/** As Microsoft's page "Supported platforms for MIM 2016" has it for the MIM Service and Portal, of 12 June 2025. */
describe('The MIM Service and Portal', () => {
  it.each([
    [7601, 'older', 'Windows Server 2012'],
    [9200, 'supported', 'Windows Server 2012'],
    [14393, 'supported', 'Windows Server 2016'],
    [17763, 'supported', 'Windows Server 2019'],
    [20348, 'supported', 'Windows Server 2022'],
    [26100, 'byServicePack', 'Windows Server 2025'],
    [29000, 'newer', 'Windows Server 2025'],
  ])('on Windows Server of build %i: %s', (build, is, name) => {
    expect(windowsSupport(build)).toMatchObject({ is, platform: { name } });
  });

  it.each([
    [10, 6000, 'older', 'SQL Server 2012'],
    [11, 6020, 'outdated', 'SQL Server 2012'],
    [11, 7001, 'supported', 'SQL Server 2012'],
    [12, 5000, 'outdated', 'SQL Server 2014'],
    [12, 6024, 'supported', 'SQL Server 2014'],
    [13, 5026, 'outdated', 'SQL Server 2016'],
    [13, 6300, 'supported', 'SQL Server 2016'],
    [15, 2000, 'supported', 'SQL Server 2019'],
    [16, 1000, 'byServicePack', 'SQL Server 2022'],
    [17, 1000, 'newer', 'SQL Server 2022'],
  ])('with SQL Server %i, build %i: %s', (major, build, is, name) => {
    expect(sqlServerSupport({ major, build })).toMatchObject({ is, platform: { name } });
  });

  it.each([
    ['14.0.0.4762', 'older', 'SharePoint Server 2016'],
    ['15.0.0.4420', 'older', 'SharePoint Server 2016'],
    ['16.0.0.4351', 'supported', 'SharePoint Server 2016'],
    ['16.0.0.10337', 'supported', 'SharePoint Server 2019'],
    ['16.0.0.14326', 'byServicePack', 'SharePoint Server Subscription Edition'],
    ['16.0.0.18526', 'byServicePack', 'SharePoint Server Subscription Edition'],
  ])('with SharePoint of version %s: %s', (version, is, name) => {
    expect(sharePointSupport(version)).toMatchObject({ is, platform: { name } });
  });

  it.each([
    ['4.3.1935.0', null],
    ['4.4.1302.0', 'SP1'],
    ['4.6.34.0', 'SP2'],
    ['4.6.421.0', 'SP2'],
    ['4.6.690.9', 'SP2'],
    ['4.6.691.0', 'SP3'],
    ['4.7.0.0', 'SP3'],
    ['unknown', null],
  ])('of build %s is of service pack %s', (build, pack) => {
    expect(servicePackOf(build)).toBe(pack);
  });

  it('with a SharePoint that does not say its version: nothing is said', () => {
    expect(sharePointSupport('unknown')).toBeNull();
  });
});
