import { factsOf } from '../../machines/facts.ts';
import { features } from '../../machines/features.ts';
import { propertiesOf } from '../../machines/installJob.ts';
import { type Answers, pageOf } from '../../machines/pages/index.ts';
import type { Call, CheckResult, Subject } from '../../machines/ports.ts';
import { isSecretField } from '../../machines/secretFields.ts';
import { type Settlements, settle } from '../../machines/settle.ts';
import { check, type Finding, failed } from '../check.ts';
import { type InstalledProduct, installedProduct } from '../installer/installedProduct.ts';
import { checkPackage } from '../package/checkPackage.ts';
import type { PlanToCompare } from '../package/comparePlan.ts';
import { readPackage } from '../package/readPackage.ts';
import type { LiveSettings } from './settings.ts';

/** Reads the package, holds the plan against it, and asks Windows whether it is installed already. */
export function packageCheck(
  subject: Subject,
  call: Call,
  settings: Pick<LiveSettings, 'hostTimeout' | 'package' | 'settlements'>,
): Promise<CheckResult> {
  const path = subject.package ?? settings.package;
  return check({ id: 'package', page: 'ready', timeout: settings.hostTimeout }, call, async (signal) => {
    const finding = await checkPackage(path, planFor(subject, settings.settlements), signal);
    if (path === undefined || finding.status === 'failed') return finding;
    const { productCode } = await readPackage(path, { signal });
    const installed = await installedProduct(productCode);
    return installed ? isInstalled(installed) : finding;
  });
}

function isInstalled({ name, version }: InstalledProduct): Finding {
  return failed(
    'package-unsuitable',
    `${name} ${version} is installed already. To change it, use Programs and Features of Windows; to install anew, remove it first.`,
  );
}

/** The plan as far as the package can say anything about it; a secret's value is nobody's business here. */
function planFor({ answers }: Subject, settlements: Settlements): PlanToCompare {
  const chosen = (answers.components?.features ?? []).map((name) => features[name].feature);
  const properties = settle(propertiesOf(answers as unknown as Answers), settlements, chosen);
  return {
    features: chosen,
    option: factsOf(answers as unknown as Answers).option?.option ?? null,
    properties: properties.map(({ name, value, provenance, page, field }) => {
      const schema = page && field ? pageOf(page).fields.shape[field] : undefined;
      return { name, value: schema && isSecretField(schema) ? null : String(value), provenance };
    }),
  };
}
