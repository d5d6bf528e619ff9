import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type CloudName, cloudInUse, sharesDirectory, signInCloud } from './clouds.ts';
import type { Applicant } from './msalConfiguration.ts';
import type { EntraSettings } from './settings.ts';

type Settings = Pick<EntraSettings, 'clouds' | 'clientId'>;

/** The user who signs in with a code, in the tenant that the page `signIn` names for this directory, else in the user's own. */
export function userOf(answers: OpenedAnswers, cloud: CloudName, settings: Settings): Applicant {
  const tenant = sharesDirectory(cloud, signInCloud(answers)) ? answers.signIn?.tenant : undefined;
  return { cloud: cloudInUse(cloud, settings.clouds), tenant: tenant ?? anyTenant, clientId: settings.clientId };
}

/** What the directory takes for the tenant of whoever signs in, among work and school accounts. */
export const anyTenant = 'organizations';

/** The application that the page `signIn` names. Throws a `Problem` where something of it is missing. */
export function applicationOf(answers: OpenedAnswers, settings: Settings): Applicant {
  const { tenant, clientId, clientSecret } = answers.signIn ?? {};
  if (tenant === undefined) {
    throw new Problem('sign-in-failed', 'An application signs in to a tenant that is named. Enter the tenant.');
  }
  if (clientId === undefined || clientSecret === undefined) {
    throw new Problem('sign-in-failed', 'An application signs in with its ID and its secret. Enter both.');
  }
  return { cloud: cloudInUse(signInCloud(answers), settings.clouds), tenant, clientId, clientSecret };
}
