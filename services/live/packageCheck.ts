import { isSecretField } from '../../machines/answers/secretFields.ts';
import { propertiesOf } from '../../machines/chart/installerProperties.ts';
import { type Answers, pageOf } from '../../machines/pages/screens.ts';
import { type Settlements, settleProperties } from '../../machines/plan/settledProperties.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { features } from '../../machines/vocabulary/features.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { failed } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { installedProduct } from '../installer/installedProduct.ts';
import { type ProductIdentity, relatedProducts } from '../installer/relatedProducts.ts';
import { checkPackage } from '../package/checkPackage.ts';
import type { PlanToCompare } from '../package/planComparison.ts';
import { readPackage } from '../package/readPackage.ts';
import type { LiveSettings } from './settings.ts';

/** Reads the package, holds the plan against it, and asks Windows whether it is installed already. */
export function packageCheck(
  subject: Subject,
  call: Call,
  settings: Pick<LiveSettings, 'hostTimeout' | 'package' | 'settlements'>,
  platform: NodeJS.Platform = process.platform,
): Promise<CheckResult> {
  const path = subject.package ?? settings.package;
  return makeCheck({ id: 'package', page: 'ready', timeout: settings.hostTimeout }, call, async (signal) => {
    if (path === undefined && platform === 'win32') return noneToInstall;
    const finding = await checkPackage(path, planFor(subject, settings.settlements), signal).catch(namedBy(path));
    if (path === undefined) return finding;
    const present = await whatIsInstalled(await readPackage(path, { signal }));
    if (present === null) return finding;
    const detail = finding.detail && { detail: finding.detail };
    if (finding.status !== 'failed') return failed('package-unsuitable', present, { ...detail });
    return { ...finding, message: `${finding.message} And ${present}` };
  });
}

/** Where the installer could run, it would only fail of this. Elsewhere the script is told where the package is. */
const noneToInstall = failed(
  'package-unsuitable',
  'No package is configured, so there is nothing to install from. Set MIM_SETUP_PACKAGE to Service and Portal.msi and start the service again, or begin with its path; or run the script of the plan, and report what comes of it.',
);

/** Rethrows what is wrong with the file, with its name: it may have been set by somebody else, long ago. */
function namedBy(path: string | undefined): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Problem) || path === undefined || error.message.includes(path)) throw error;
    throw new Problem(error.code, `${path}: ${error.message}`, { cause: error.cause });
  };
}

async function whatIsInstalled(identity: ProductIdentity): Promise<string | null> {
  const same = await installedProduct(identity.productCode);
  if (same) {
    return `${same.name} ${same.version} is installed already. To change it, use Programs and Features of Windows; to install anew, remove it first.`;
  }
  const [other] = await relatedProducts(identity);
  if (!other) return null;
  return `${other.name} ${other.version}, another build, is installed already. To install anew, remove it first; to let this package upgrade it, if it can, override this check knowingly: its database is upgraded with it.`;
}

/** The plan as far as the package can say anything about it; a secret's value is nobody's business here. */
function planFor({ answers }: Subject, settlements: Settlements): PlanToCompare {
  const chosen = (answers.components?.features ?? []).map((name) => features[name].feature);
  const properties = settleProperties(propertiesOf(answers as unknown as Answers), settlements, chosen);
  return {
    features: chosen,
    option: factsOf(answers as unknown as Answers).option?.option ?? null,
    properties: properties.map(({ name, value, provenance, page, field }) => {
      const schema = page && field ? pageOf(page).fields.shape[field] : undefined;
      return { name, value: schema && isSecretField(schema) ? null : String(value), provenance };
    }),
  };
}
