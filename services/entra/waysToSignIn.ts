import type { Call } from '../../machines/ports/call.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { anyTenant, applicationOf, userOf } from './applicants.ts';
import { cloudInUse, signInCloud } from './clouds.ts';
import { governmentCloudOf } from './governmentCloud.ts';
import type { Applicant } from './msalConfiguration.ts';
import type { Sessions } from './sessions.ts';
import type { EntraSettings } from './settings.ts';
import { type SignedIn, signInAgain, signInAsApplication, signInWithCode } from './signIn.ts';
import { subscriptionPermission } from './subscription.ts';

/** A way to sign in; it gives null where it can't be gone without the user. */
export type SignIn = (signal: AbortSignal) => Promise<SignedIn | null>;

const purpose = 'signIn';

/** As the application that the page names. */
export function byApplication({ answers }: Subject, settings: EntraSettings): SignIn {
  return async (signal) => {
    const applicant = await inItsCloud(applicationOf(answers, settings), settings, signal);
    return signInAsApplication(applicant, applicant.cloud.audience.graph, { signal });
  };
}

/** As a user, who enters a code elsewhere meanwhile. */
export function byCode({ installation, answers }: Subject, call: Call, settings: EntraSettings, sessions: Sessions): SignIn {
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

/** As the user who entered a code before, where this process still remembers it. */
export function fromMemory({ installation, answers }: Subject, settings: EntraSettings, sessions: Sessions): SignIn {
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
