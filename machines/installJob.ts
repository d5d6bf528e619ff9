import type { WizardContext } from './context.ts';
import { factsOf } from './facts.ts';
import { features } from './features.ts';
import { type PageId, pageIds, pageOf } from './pages/index.ts';
import type { InstallJob } from './ports.ts';
import type { SecretRef } from './secret.ts';

/** A run of the installer as the chart holds it: its secrets are references. */
export type SealedInstallJob = Omit<InstallJob, 'properties'> & {
  readonly properties: Readonly<Record<string, string | SecretRef>>;
};

/**
 * The installer's run that the answers so far amount to. Its properties stand under the names that they are declared by: the
 * services settle them by configuration, and pass on none whose name is not known.
 */
export function installJob(context: Pick<WizardContext, 'id' | 'attempt' | 'package' | 'answers'>): SealedInstallJob {
  return {
    installation: context.id,
    attempt: context.attempt,
    ...(context.package !== null && { package: context.package }),
    features: (context.answers.components?.features ?? []).map((name) => features[name].feature),
    properties: Object.fromEntries(propertiesOf(context.answers).map(({ name, value }) => [name, value])),
  };
}

/** A property of the installer, with where it comes from. */
export interface PlannedProperty {
  readonly name: string;
  readonly value: string | SecretRef;
  readonly page: PageId;
  readonly field: string;
  readonly provenance: 'documented' | 'disputed' | 'unknown';
  readonly note?: string;
}

/** Every property that the answers become, in the order of the pages. */
export function propertiesOf(answers: WizardContext['answers']): PlannedProperty[] {
  const facts = factsOf(answers);
  return pageIds.flatMap((page) => {
    const given = answers[page];
    if (!given) return [];
    return Object.entries(pageOf(page).properties ?? {}).flatMap(([name, property]) => {
      const { field, value, provenance = 'documented', note } = property;
      const of = value ? value(given, facts) : (given as Record<string, unknown>)[field];
      if (of === undefined) return [];
      const text = typeof of === 'object' && of !== null ? (of as SecretRef) : String(of);
      const doubt = property.doubt?.(given, facts);
      if (doubt !== undefined) return [{ name, value: text, page, field, provenance: 'disputed' as const, note: doubt }];
      return [{ name, value: text, page, field, provenance, ...(note !== undefined && { note }) }];
    });
  });
}
