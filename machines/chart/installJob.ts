import type { InstallJob } from '../ports/installer.ts';
import { features } from '../vocabulary/features.ts';
import type { SecretRef } from '../vocabulary/secret.ts';
import type { WizardContext } from './context.ts';
import { propertiesOf } from './installerProperties.ts';
import { settlementsThatCount } from './settlementsThatCount.ts';

/** A run of the installer as the chart holds it: its secrets are references. */
export type SealedInstallJob = Omit<InstallJob, 'properties'> & {
  readonly properties: Readonly<Record<string, string | SecretRef>>;
};

/**
 * The installer's run that the answers so far amount to. Its properties stand under the names that they are declared by: the
 * services settle them, and pass on none whose name is not known.
 */
export function installJob(
  context: Pick<WizardContext, 'id' | 'attempt' | 'package' | 'answers' | 'wantsStop' | 'settlements'>,
): SealedInstallJob {
  const properties = propertiesOf(context.answers);
  return {
    installation: context.id,
    attempt: context.attempt,
    ...(context.package !== null && { package: context.package }),
    features: (context.answers.components?.features ?? []).map((name) => features[name].feature),
    ...(context.wantsStop && { onlyIfBegun: true }),
    properties: Object.fromEntries(properties.map(({ name, value }) => [name, value])),
    settlements: settlementsThatCount(properties, context.settlements),
  };
}
