import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { PageSubject, Subject } from '../../machines/ports/subjects.ts';
import { passed, unavailable, waitsFor } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { anyTenant, applicationOf, userOf } from './applicants.ts';
import { cloudInUse, signInCloud } from './clouds.ts';
import { governmentCloudOf } from './governmentCloud.ts';
import { createGraph } from './graph.ts';
import type { Applicant } from './msalConfiguration.ts';
import type { Sessions } from './sessions.ts';
import type { EntraSettings } from './settings.ts';
import { type SignedIn, signInAgain, signInAsApplication, signInWithCode } from './signIn.ts';
import { signInFinding } from './signInFinding.ts';
import { findSubscription, subscriptionPermission } from './subscription.ts';
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

const purpose = 'signIn';
/** No directory hands out a code for longer than this, milliseconds; the code's own expiry ends the sign-in before. */
const longestCode = 60 * 60_000;

/** Signs in somehow; null, where that can't be done without the user. */
type SignIn = (signal: AbortSignal) => Promise<SignedIn | null>;

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

function byApplication({ answers }: Subject, settings: EntraSettings): SignIn {
  return async (signal) => {
    const applicant = await inItsCloud(applicationOf(answers, settings), settings, signal);
    return signInAsApplication(applicant, applicant.cloud.audience.graph, { signal });
  };
}

function byCode({ installation, answers }: Subject, call: Call, settings: EntraSettings, sessions: Sessions): SignIn {
  return async (signal) => {
    // The user may take as long as the code is good; each request may not.
    const limits = { signal, timeout: settings.checkTimeout };
    sessions.forget(installation, purpose);
    const applicant = await inItsCloud(userOf(answers, signInCloud(answers), settings), settings, signal);
    const signedIn = await signInWithCode(
      applicant,
      scopesOf(applicant),
      (signIn) => call.progress({ signIn }),
      limits,
      settings.polling,
    );
    // Without the tenant, only the sign-in shows whose it is: then its token is asked for anew, without the user.
    const found = await inItsCloud({ ...applicant, tenant: signedIn.tenantId }, settings, signal);
    const user =
      found.cloud.name === applicant.cloud.name
        ? signedIn
        : await signInAgain(found, scopesOf(found), signedIn.cache, { signal });
    sessions.keep(installation, purpose, user.cache);
    return user;
  };
}

function fromMemory({ installation, answers }: Subject, settings: EntraSettings, sessions: Sessions): SignIn {
  return async (signal) => {
    const cache = sessions.of(installation, purpose);
    if (cache === undefined) return null;
    const applicant = await inItsCloud(userOf(answers, signInCloud(answers), settings), settings, signal);
    const user = await signInAgain(applicant, scopesOf(applicant), cache, { signal });
    sessions.keep(installation, purpose, user.cache);
    return user;
  };
}

/** The page offers one government cloud, and there are two: which of them it is, the tenant tells. */
async function inItsCloud(
  applicant: Applicant,
  { clouds, checkTimeout: timeout }: EntraSettings,
  signal: AbortSignal,
): Promise<Applicant> {
  const { cloud, tenant } = applicant;
  if (cloud.name !== 'governmentDod' || tenant === anyTenant) return applicant;
  const name = await governmentCloudOf(cloud.login, tenant, { signal, timeout });
  return name === null ? applicant : { ...applicant, cloud: cloudInUse(name, clouds) };
}

function scopesOf({ cloud }: Applicant): readonly string[] {
  return [`${cloud.audience.graph}/${subscriptionPermission}`];
}
