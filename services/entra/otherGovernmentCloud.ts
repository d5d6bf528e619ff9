import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { type Finding, failed } from '../checks/finding.ts';
import { type CloudInUse, type CloudName, cloudInUse, mailCloud } from './clouds.ts';
import { governmentCloudOf } from './governmentCloud.ts';
import type { EntraSettings } from './settings.ts';
import type { Limits } from './webRequest.ts';

/**
 * The failure that the other one of the government's clouds was chosen for the mail; null where the right one was. The two share a
 * directory, so only the tenant tells.
 */
export async function otherGovernmentCloud({ name, login }: CloudInUse, tenant: string, limits: Limits): Promise<Finding | null> {
  const told = await clash(name, login, tenant, limits);
  if (!told) return null;
  const message = `${told} there ("Government cloud"), or enter the ID of the right tenant.`;
  return failed('application-validation-failed', message, { field: 'tenantId' });
}

/**
 * The same of the mail page, by the tenant that the page of the sign-in names: what the mail server's own checks have found counts
 * only where its cloud is the tenant's. The mailbox application of options C and H has a tenant of its own, which its page looks at.
 */
export async function heldAgainstTenant(
  results: readonly CheckResult[],
  answers: OpenedAnswers,
  { clouds, checkTimeout: timeout }: EntraSettings,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const { signIn, mailServer } = answers;
  if (signIn?.tenant === undefined || mailServer?.authentication === 'applicationContext') return results;
  const { name, login } = cloudInUse(mailCloud(answers), clouds);
  const told = await clash(name, login, signIn.tenant, { signal, timeout });
  if (told === null) return results;
  const found = failed('mail-unsuitable', `${told} ("Government cloud").`, { field: 'governmentCloud' });
  return results.map((result) => {
    const { id, page, at, ms } = result;
    return id === 'mail-reachable' ? { id, page, at, ms, ...found } : result;
  });
}

async function clash(name: CloudName, login: string, tenant: string, limits: Limits): Promise<string | null> {
  const chosen = titles[name];
  const found = chosen === undefined ? null : await governmentCloudOf(login, tenant, limits);
  if (found === null || found === name) return null;
  return `The tenant is of ${titles[found]}, and the mail page says ${chosen}. Choose ${titles[found]}`;
}

const titles: { readonly [Name in CloudName]?: string } = { governmentGccHigh: 'GCC High', governmentDod: 'DoD' };
