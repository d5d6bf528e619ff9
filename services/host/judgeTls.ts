import { allowTls11 } from '../../machines/scripts/prerequisiteScripts.ts';
import { type Finding, failed, passed, warning } from '../checks/finding.ts';
import { prerequisites } from '../platforms/supportedPlatforms.ts';
import { unanswerable } from './finding.ts';
import type { HostAsked } from './hostAsked.ts';
import type { HostFacts } from './hostFacts.ts';

/**
 * Whether a version of TLS before 1.2 is allowed: where 1.2 alone is, an unattended installation of MIM 2016 SP2 fails, and what it
 * installs needs more than elsewhere (Microsoft Learn, "Planning MIM 2016 SP2 in TLS 1.2 or FIPS-mode environments").
 */
export function judgeTls(facts: HostFacts, { selfIssued }: Pick<HostAsked, 'selfIssued'>): Finding {
  if (!facts.protocols) return unanswerable('Which versions of TLS this server allows', facts.unanswered['protocols'], byHand);
  const lacking = lackingFor12(facts);
  if (isOff(facts, 'Client', '1.0') && isOff(facts, 'Client', '1.1')) {
    return failed(
      'host-unsuitable',
      `This server allows no version of TLS before 1.2, where an unattended installation of MIM 2016 SP2 fails. Allow TLS 1.1 for the time of the installation, by the script and a restart, and where SQL Server runs as well; afterwards, forbid it again. Or install interactively.${selfIssued ? ` ${needsCertificate}` : ''}`,
      { detail: [...lacking, source].join('\n'), script: allowTls11 },
    );
  }
  if (selfIssued && isOff(facts, 'Server', '1.0') && isOff(facts, 'Server', '1.1')) {
    return warning(
      'host-unsuitable',
      `To those who connect to it, this server offers TLS 1.2 at the earliest. ${needsCertificate}`,
      source,
    );
  }
  return passed('This server allows a version of TLS by which an unattended installation reaches SQL Server.');
}

function isOff({ protocols, windows }: HostFacts, side: 'Client' | 'Server', version: '1.0' | '1.1'): boolean {
  const { enabled = null, disabledByDefault = null } = protocols?.[`${side} ${version}`] ?? {};
  if (enabled === null && disabledByDefault === null) return (windows?.build ?? 0) >= offByDefaultFrom;
  return enabled === 0 || (disabledByDefault !== null && disabledByDefault !== 0);
}

/** What has to be so besides where TLS 1.2 alone is allowed, as far as it is not. */
function lackingFor12({ sqlDrivers, systemTls, strongCrypto }: HostFacts): string[] {
  return [
    ...(sqlDrivers && !sqlDrivers.some(isLateEnough)
      ? [`OLE DB Driver ${prerequisites.sqlDriver} or later for SQL Server is not installed; the installer needs it there.`]
      : []),
    ...unset('.NET Framework does not use the versions that Windows allows', 'SystemDefaultTlsVersions', systemTls),
    ...unset('.NET Framework still offers what newer servers refuse', 'SchUseStrongCrypto', strongCrypto),
  ];
}

/** In which keys a value of .NET Framework is not 1 ("Transport Layer Security (TLS) best practices with .NET Framework"). */
function unset(meaning: string, name: string, values: HostFacts['systemTls']): string[] {
  const keys = Object.entries(values ?? {}).filter(([, value]) => value !== 1);
  if (keys.length === 0) return [];
  return [`${meaning}: ${name} is not 1 in ${keys.map(([key]) => `HKLM\\SOFTWARE\\${key}`).join(', ')}. The script sets it.`];
}

function isLateEnough(version: string): boolean {
  return version.localeCompare(prerequisites.sqlDriver, 'en', { numeric: true }) >= 0;
}

/** Since Windows Server 2025 (Windows IT Pro Blog, "TLS 1.0 and TLS 1.1 soon to be disabled in Windows"). */
const offByDefaultFrom = 26_100;

const byHand =
  'See below HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols: TLS 1.1 has to be allowed.';
const needsCertificate =
  'There the MIM Service cannot use a self-issued certificate: choose one of a trusted authority on the page of the certificate.';
const source = 'Source: Microsoft Learn, "Planning MIM 2016 SP2 in TLS 1.2 or FIPS-mode environments".';
