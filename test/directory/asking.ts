import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject } from '../../machines/ports/subjects.ts';
import { directoryChecks } from '../../services/directory/directoryChecks.ts';
import type { DirectorySettings } from '../../services/directory/settings.ts';
import { heldInGerman } from '../language/heldInGerman.ts';

export type Answers = PageSubject['answers'];
type Page = 'serviceAccount' | 'synchronizationServer' | 'serviceAddress' | 'registrationPortal' | 'resetPortal';

/** The results of the directory's checks of a page, by check. */
export async function ask(page: Page, answers: Answers, settings: DirectorySettings = {}, signal = new AbortController().signal) {
  const told: unknown[] = [];
  const call: Call = { signal, progress: (progress) => told.push(progress) };
  const subject: PageSubject = { installation: 'test', page, answers };
  const directory = directoryChecks({ timeout: 5_000, ...settings });
  const checks = {
    serviceAccount: directory.checkServiceAccount,
    synchronizationServer: directory.checkManagementAgentAccount,
    serviceAddress: directory.checkServicePrincipalName,
    registrationPortal: directory.checkPoolAccount,
    resetPortal: directory.checkPoolAccount,
  };
  const results = heldInGerman(await checks[page](subject, call));
  const of = (id: CheckResult['id']) => {
    const result = results.find((one) => one.id === id);
    if (!result) throw new Error(`There is no result for ${id}.`);
    return result;
  };
  return { results, told, of };
}

/** The result of the check of a portal's principal name, on its page. */
export async function askForName(
  page: 'sharePointSite' | 'registrationPortal' | 'resetPortal',
  answers: Answers,
  settings: DirectorySettings,
) {
  const call: Call = { signal: new AbortController().signal, progress: () => {} };
  const directory = directoryChecks({ timeout: 5_000, ...settings });
  const [result] = heldInGerman(await directory.checkPortalPrincipalName({ installation: 'test', page, answers }, call));
  return result!;
}

export function service(name: string, more: Partial<NonNullable<Answers['serviceAccount']>> = {}): Answers {
  return { serviceAccount: { name, domain: 'contoso', ...more } };
}

export function agent(managementAgentAccount: string): Answers {
  return { synchronizationServer: { host: 'mim.contoso.com', managementAgentAccount } };
}

export function portal(page: 'registrationPortal' | 'resetPortal', account: string): Answers {
  return { [page]: { account, host: 'pw.contoso.com', port: 80, openPort: false } };
}

/** The mail server page, for what it says of managed accounts. */
export function managed(managedServiceAccount: boolean): Answers {
  return { mailServer: { type: 'none', managedServiceAccount } };
}
