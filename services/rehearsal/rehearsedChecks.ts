import { setTimeout as pause } from 'node:timers/promises';
import { pageIds } from '../../machines/chart/flow.ts';
import { type CheckId, isCheckedPageId, pageOf } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import { type CheckResult, closingIds, type HostCheckId, hostChecks } from '../../machines/ports/checks.ts';
import type { PageSubject, Subject, WholeSubject } from '../../machines/ports/subjects.ts';
import { type Finding, failed, waitsFor } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { checkPackage as compareWithListing } from '../package/checkPackage.ts';
import { comparablePlan } from '../package/comparablePlan.ts';
import { packageQuestions } from '../package/packageQuestions.ts';
import { nothingAmiss, rehearsedFindings } from './pageFindings.ts';
import type { RehearsalSettings } from './settings.ts';

/** Longest that a rehearsed check may take, milliseconds; it never does. */
const timeout = 15_000;
/** What a sign-in by device code takes at least until somebody approves it, and how long its code is good, milliseconds. */
const approval = 1000;
/** At a slower pace it takes as long as so many actions of the installer: whoever watches has to be able to read the code. */
const actionsOfApproval = 3;
const validity = 15 * 60_000;

/** Checks a page against the rehearsed environment. */
export async function checkPage({ page, answers }: PageSubject, call: Call, settings: RehearsalSettings): Promise<CheckResult[]> {
  if (answers.signIn?.method === 'deviceCode' && page === 'signIn') await approveDeviceCode(call, settings);
  const given = answers[page];
  if (!given) return [];
  const findings = (rehearsedFindings[page] as (given: unknown, all: unknown) => Partial<Record<CheckId, Finding>>)(
    given,
    answers,
  );
  const results: CheckResult[] = [];
  for (const id of Object.keys(pageOf(page).checks ?? {})) {
    const stopping = results.find(({ status, code }) => status === 'failed' && code !== 'rehearsed-failure');
    const finding =
      findings[id as CheckId] ?? (stopping ? waitsFor(stopping, 'Not checked: what failed comes first.') : nothingAmiss);
    results.push(await makeCheck({ id: id as CheckId, page, timeout }, call, async () => asked(id, settings) ?? finding));
  }
  return results;
}

/** Checks every page again, and the rehearsed host. */
export async function checkEverything(subject: WholeSubject, call: Call, settings: RehearsalSettings): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const page of pageIds.filter(isCheckedPageId)) {
    if (page !== 'signIn' && subject.answers[page]) results.push(...(await checkPage({ ...subject, page }, call, settings)));
  }
  for (const id of Object.keys(hostChecks).filter((one) => one !== 'package')) {
    const about = { id: id as HostCheckId, page: 'ready', timeout } as const;
    results.push(await makeCheck(about, call, async () => asked(id, settings) ?? nothingAmiss));
  }
  return [...results, ...(await checkPackage(subject, call, settings))];
}

/** Contoso's package is what its listing says, where one was sent in; then the plan is held against it as it would be in earnest. */
export async function checkPackage(subject: WholeSubject, call: Call, settings: RehearsalSettings): Promise<CheckResult[]> {
  const { listing } = subject;
  const result = await makeCheck({ id: 'package', page: 'ready', timeout }, call, async () => {
    const wanted = asked('package', settings);
    return wanted ?? (listing ? compareWithListing(listing, comparablePlan(subject, settings.settlements ?? {})) : nothingAmiss);
  });
  return [listing ? { ...result, asks: packageQuestions(listing, 'listing') } : result];
}

/** Looks at the rehearsed installation. */
export function checkTasks({ answers }: Subject, call: Call, settings: RehearsalSettings): Promise<CheckResult[]> {
  return Promise.all(
    closingIds(answers).map((id) => {
      const about = { id, page: 'postInstallation', timeout } as const;
      return makeCheck(about, call, async () => asked(id, settings) ?? nothingAmiss);
    }),
  );
}

/** The failure that the rehearsal was asked for, while it has not come often enough. */
function asked(id: string, { failCheck, times, failures }: RehearsalSettings): Finding | undefined {
  if (id !== failCheck || (failures[id] ?? 0) >= times) return undefined;
  return failed('rehearsed-failure', 'The rehearsal was asked to let this check fail. Repeat it, or override it with a reason.');
}

async function approveDeviceCode(call: Call, { pace }: RehearsalSettings): Promise<void> {
  const signIn = {
    userCode: 'CONTOSO42',
    verificationUri: 'https://microsoft.com/devicelogin',
    expiresAt: new Date(Date.now() + validity).toISOString(),
  };
  call.progress({ signIn });
  await pause(Math.max(approval, actionsOfApproval * pace), undefined, { signal: call.signal });
}
