import { type Finding, failed } from '../checks/finding.ts';
import { aadsts, Refusal } from './signInRefusal.ts';

/** What a failed sign-in means for the page `signIn`. Any other error is thrown again. */
export function signInFinding(error: unknown): Finding {
  if (!(error instanceof Refusal)) throw error;
  const refused = (message: string, field?: string) =>
    failed('sign-in-failed', message, { detail: error.message, ...(field && { field }) });

  if (error.is(...aadsts.unknownTenant)) {
    return refused('The directory of this cloud knows no such tenant. Check the tenant, and the cloud.', 'tenant');
  }
  if (error.is(...aadsts.unknownApplication)) {
    return refused('The tenant knows no such application. Check the application ID and the tenant.', 'clientId');
  }
  if (error.is(...aadsts.refusedSecret)) {
    return refused(
      'The directory refuses the client secret. Enter its value, not its ID, and see that it has not expired.',
      'clientSecret',
    );
  }
  if (error.error === 'expired_token') {
    return refused('The code expired before anybody signed in with it. Sign in again, with a new code.');
  }
  if (['authorization_declined', 'access_denied'].includes(error.error)) {
    return refused('The sign-in was declined in the browser. Sign in again, and accept.');
  }
  return refused('The directory refuses the sign-in. See its words, then sign in again.');
}
