import { type Finding, failed, passed, warning } from '../checks/finding.ts';
import { byServicePack, platformsSource, sqlServerSupport } from '../platforms/supportedPlatforms.ts';
import type { Facts } from './serverFacts.ts';
import { nameOf, type Version } from './serverVersion.ts';

/** Whether MIM 2016 supports the server, by its version (`supportedPlatforms.json`). */
export function versionFinding(version: Version): Finding {
  const name = nameOf(version);
  const { is, platform } = sqlServerSupport(version);
  if (is === 'older' || is === 'outdated') {
    const needed = `${platform.name}${platform.with ? ` with ${platform.with}` : ''}`;
    return failed(
      'database-unsuitable',
      `It is ${name}. MIM 2016 needs ${is === 'older' ? 'at least ' : ''}${needed}. Update it, or choose another server.`,
      { field: 'server', detail: platformsSource },
    );
  }
  if (is === 'byServicePack') return warning('database-unsuitable', `It is ${name}. ${byServicePack(platform)}`, platformsSource);
  if (is === 'newer') {
    return warning(
      'database-unsuitable',
      `It is ${name}. MIM 2016 is known to be supported up to ${platform.name}. Check with Microsoft before you go on, or choose another server.`,
      platformsSource,
    );
  }
  return passed(`It is ${name}.${platform.recommended === false ? ` ${notRecommended}` : ''}`);
}

const notRecommended = 'Microsoft does not recommend it for a new installation.';

/** Editions in Azure, which answer with versions of their own (`SERVERPROPERTY('EngineEdition')`). */
const azureEngines: readonly (number | null)[] = [5, 6, 8, 9, 11, 12];

/** The same by all that it tells once somebody is signed in: it may be one of Azure's. */
export function serverFinding(facts: Facts): Finding {
  if (!azureEngines.includes(facts.engine)) return versionFinding(facts.version);
  return warning(
    'database-unsuitable',
    'It is a SQL database of Azure, on which MIM 2016 SP2 is not known to be supported. Check with Microsoft before you go on, or choose a SQL Server.',
  );
}
