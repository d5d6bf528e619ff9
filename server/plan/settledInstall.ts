import type { PlannedProperty } from '../../machines/chart/installerProperties.ts';
import { declaredProperties, type Settlements, settleProperties } from '../../machines/plan/settledProperties.ts';
import type { InstallJob } from '../../machines/ports/installer.ts';
import type { Services } from '../../machines/ports/services.ts';
import { isSecretProperty } from '../../services/installer/secretProperties.ts';

/** The same services, with an installer that is told what configuration settles, and nothing whose name nobody knows. */
export function settledInstall<Given extends Services>(services: Given, settlements: Settlements): Given {
  return { ...services, install: (job, call) => services.install(settledJob(job, settlements), call) };
}

/** The job as the plan shows it. A secret that goes by another name stays one. */
export function settledJob(job: InstallJob, settlements: Settlements): InstallJob {
  const properties = Object.entries(job.properties).map(([name, value]): PlannedProperty => {
    const { page, field } = declaredProperties.get(name) ?? { page: 'components', field: '' };
    return { name, value, page, field, provenance: 'documented' };
  });
  const passed = settleProperties(properties, settlements, job.features).filter((property) => property.passed);
  const told = Object.fromEntries(passed.map(({ name, value }) => [name, String(value)]));
  return { ...job, properties: told, hidden: hiddenBy(settlements) };
}

/** The new names of properties that are secret by the name that a page declares them under. */
export function hiddenBy(settlements: Settlements): string[] {
  return Object.entries(settlements).flatMap(([name, { rename }]) =>
    rename !== undefined && isSecretProperty(name) ? [rename] : [],
  );
}
