import { declaredProperties, type PlannedProperty } from '../../machines/chart/installerProperties.ts';
import { settled, settlementsOf } from '../../machines/plan/settled.ts';
import type { Settlements } from '../../machines/plan/settledProperties.ts';
import type { InstallJob } from '../../machines/ports/installer.ts';
import type { Services } from '../../machines/ports/services.ts';
import { isSecretProperty } from '../../services/installer/secretProperties.ts';

/** The same services, with an installer that is told what the plan tells, and nothing whose name nobody knows. */
export function settledInstall<Given extends Services>(services: Given, configured: Settlements): Given {
  return {
    ...services,
    async install(job, call) {
      const { told, leftOut } = settledJob(job, configured);
      return { ...(await services.install(told, call)), leftOut };
    },
  };
}

/**
 * The job as the plan shows it. A secret that goes by another name stays one.
 *
 * @returns what the installer is told, and the answers that it is not told of, for nobody knows their property: by the names that
 * pages declare them under.
 */
export function settledJob({ settlements, ...job }: InstallJob, configured: Settlements): SettledJob {
  const all = settled({ properties: plannedOf(job), features: job.features, settlements }, configured);
  const passed = all.filter((property) => property.passed);
  const properties = Object.fromEntries(passed.map(({ name, value }) => [name, String(value)]));
  return {
    told: { ...job, properties, hidden: hiddenBy(settlementsOf(settlements, configured)) },
    leftOut: all.filter((property) => !property.passed).map(({ declared }) => declared),
  };
}

interface SettledJob {
  readonly told: InstallJob;
  readonly leftOut: readonly string[];
}

/** A job names its properties as pages declare them; how surely each name is known plays no part here any more. */
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
