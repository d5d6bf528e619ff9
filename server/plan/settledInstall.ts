import { declaredProperties, type PlannedProperty } from '../../machines/chart/installerProperties.ts';
import { leftOut, settled, settlementsOf } from '../../machines/plan/settled.ts';
import type { Settlements } from '../../machines/plan/settledProperties.ts';
import type { InstallJob } from '../../machines/ports/installer.ts';
import type { Services } from '../../machines/ports/services.ts';
import { isSecretProperty } from '../../services/installer/secretProperties.ts';

/** The same services, with an installer that is told what the plan tells, and nothing whose name nobody knows. */
export function settledInstall<Given extends Services>(services: Given, configured: Settlements): Given {
  return {
    ...services,
    async install(job, call) {
      const outcome = await services.install(settledJob(job, configured), call);
      return { ...outcome, leftOut: leftOutOf(job, configured) };
    },
  };
}

/** The answers whose property nobody knows: the installer is not told of them. */
function leftOutOf({ settlements, ...job }: InstallJob, configured: Settlements): string[] {
  return leftOut({ properties: plannedOf(job), features: job.features, settlements }, configured);
}

/** The job as the plan shows it. A secret that goes by another name stays one. */
export function settledJob({ settlements, ...job }: InstallJob, configured: Settlements): InstallJob {
  const properties = plannedOf(job);
  const passed = settled({ properties, features: job.features, settlements }, configured).filter((property) => property.passed);
  const told = Object.fromEntries(passed.map(({ name, value }) => [name, String(value)]));
  return { ...job, properties: told, hidden: hiddenBy(settlementsOf(settlements, configured)) };
}

function plannedOf({ properties }: Pick<InstallJob, 'properties'>): PlannedProperty[] {
  return Object.entries(properties).map(([name, value]): PlannedProperty => {
    const { page, field } = declaredProperties.get(name) ?? { page: 'components', field: '' };
    return { name, value, page, field, provenance: 'documented' };
  });
}

/** The new names of properties that are secret by the name that a page declares them under. */
export function hiddenBy(settlements: Settlements): string[] {
  return Object.entries(settlements).flatMap(([name, { rename }]) =>
    rename !== undefined && isSecretProperty(name) ? [rename] : [],
  );
}
