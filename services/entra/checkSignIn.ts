import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject, Subject } from '../../machines/ports/subjects.ts';
import { passed, unavailable, waitsFor } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { governmentCloudOf } from './governmentCloud.ts';
import { createGraph } from './graph.ts';
import type { Sessions } from './sessions.ts';
import type { EntraSettings } from './settings.ts';
import type { SignedIn } from './signIn.ts';
import { signInFinding } from './signInFinding.ts';
import { findSubscription } from './subscription.ts';
import { byApplication, byCode, fromMemory, type SignIn } from './waysToSignIn.ts';
import { orNoRoute } from './webRequest.ts';

/** Signs in as the page `signIn` says, and looks for a license among the tenant's subscriptions. */
export function checkSignIn(
  subject: PageSubject,
  call: Call,
  settings: EntraSettings,
  sessions: Sessions,
): Promise<readonly CheckResult[]> {
  if (isApplication(subject)) return checkBoth(byApplication(subject, settings), call, settings);
  return checkBoth(byCode(subject, call, settings, sessions), call, settings, longestCode);
}

/** Does so once more before the installation: a user's sign-in without the user, where this process still remembers it. */
export function recheckSignIn(
  subject: Subject,
  call: Call,
  settings: EntraSettings,
  sessions: Sessions,
): Promise<readonly CheckResult[]> {
  if (isApplication(subject)) return checkBoth(byApplication(subject, settings), call, settings);
  return checkBoth(fromMemory(subject, settings, sessions), call, settings);
}

/** No directory hands out a code for longer than this, milliseconds; the code's own expiry ends the sign-in before. */
const longestCode = 60 * 60_000;

async function checkBoth(
  signIn: SignIn,
  call: Call,
  settings: EntraSettings,
  timeout = settings.checkTimeout,
): Promise<readonly CheckResult[]> {
  let signedIn: SignedIn | null = null;

  const first = await makeCheck({ id: 'sign-in', page: 'signIn', timeout }, call, (signal) =>
    orNoRoute(async () => {
      try {
        signedIn = await signIn(signal);
      } catch (error) {
        return signInFinding(error);
      }
      return signedIn
        ? passed(`${signedIn.who} is signed in to the tenant ${signedIn.tenantId}${await whichOf(signedIn, settings, signal)}.`)
        : notRepeatable;
    }),
  );

  const second = await makeCheck({ id: 'subscription', page: 'signIn', timeout: settings.checkTimeout }, call, (signal) =>
    orNoRoute(async () => {
      if (!signedIn) return waitsFor(first, notSignedIn);
      return findSubscription(createGraph(signedIn.cloud.graph, signedIn.token, { signal }));
    }),
  );
  return [first, second];
}

/** Which of the government clouds it is, for the mail page asks for it. */
async function whichOf(
  { cloud, tenantId }: SignedIn,
  { checkTimeout: timeout }: EntraSettings,
  signal: AbortSignal,
): Promise<string> {
  if (cloud.name === 'governmentGccHigh') return ', of GCC High';
  if (cloud.name !== 'governmentDod') return '';
  const told = await governmentCloudOf(cloud.login, tenantId, { signal, timeout });
  return told === null ? '; the directory does not tell whether it is of GCC High or of DoD' : ', of DoD';
}

const notRepeatable = unavailable(
  'The sign-in with a code cannot be repeated without signing in again: the service was started anew since. Go back to the page to repeat it, or go on with what was found there.',
);
const notSignedIn =
  'The subscriptions were not looked at, for nobody is signed in. Sign in and repeat it, or see in the admin center that the tenant has Microsoft Entra ID P1 or P2.';

function isApplication({ answers }: Subject): boolean {
  return answers.signIn?.method === 'clientCredentials';
}
