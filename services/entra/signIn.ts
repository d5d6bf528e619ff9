import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node';
import type { SignInPrompt } from '../../machines/ports/call.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { CloudInUse } from './clouds.ts';
import { type Applicant, msalConfiguration } from './msalConfiguration.ts';
import { msalNetwork } from './msalNetwork.ts';
import { type Polling, pollingPace } from './pollingPace.ts';
import { claimsOf } from './tokenClaims.ts';
import type { Limits } from './webRequest.ts';

/** Loads MSAL where somebody signs in: a rehearsal does without it, and the service is smaller and sooner ready. */
export const msal = () => import('@azure/msal-node');

/** A token, which is a secret, and for whom it is. */
export interface SignedIn {
  readonly cloud: CloudInUse;
  readonly token: string;
  /** The tenant's ID, or its name where the directory tells no ID. */
  readonly tenantId: string;
  /** The user's name, or the application's ID. */
  readonly who: string;
}

/** A user's sign-in can be repeated without the user, as long as this is kept. It holds tokens: keep it in memory alone. */
export interface UserSignedIn extends SignedIn {
  readonly cache: string;
}

/** Signs an application in by its secret, at the directory itself each time. Throws the directory's `Refusal`, or a `Problem`. */
export async function signInAsApplication(applicant: Applicant, audience: string, limits: Limits): Promise<SignedIn> {
  const network = msalNetwork(limits);
  const { ConfidentialClientApplication } = await msal();
  const application = new ConfidentialClientApplication(msalConfiguration(applicant, network));
  const result = await application
    .acquireTokenByClientCredential({ scopes: [`${audience}/.default`] })
    .catch((error: unknown) => fail(network.reasonOf(error)));
  return signedIn(result, applicant);
}

/**
 * Signs a user in: `prompt` is told the code that the user has to enter in a browser. It lasts until then, or until the code
 * expires, however the directory falters meanwhile; each request has the limits' time-out. Throws the directory's `Refusal`, or a
 * `Problem`.
 */
export async function signInWithCode(
  applicant: Applicant,
  scopes: readonly string[],
  prompt: (prompt: SignInPrompt) => void,
  limits: Limits,
  polling: Polling,
): Promise<UserSignedIn> {
  const network = msalNetwork(limits, pollingPace(polling, limits.signal));
  const { PublicClientApplication } = await msal();
  const application = new PublicClientApplication(msalConfiguration(applicant, network));
  const request: DeviceCodeRequest = {
    scopes: [...scopes],
    deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) =>
      prompt({ userCode, verificationUri, expiresAt: new Date(Date.now() + expiresIn * 1000).toISOString() }),
  };
  const { promise: calledOff, reject } = Promise.withResolvers<never>();
  const callOff = () => {
    // MSAL looks at this before its next poll; the caller does not wait for that.
    request.cancel = true;
    reject(limits.signal.reason);
  };
  limits.signal.addEventListener('abort', callOff, { once: true });
  try {
    const result = await Promise.race([application.acquireTokenByDeviceCode(request), calledOff]);
    return { ...signedIn(result, applicant), cache: application.getTokenCache().serialize() };
  } catch (error) {
    limits.signal.throwIfAborted();
    return await fail(network.reasonOf(error), network.lastSilence);
  } finally {
    limits.signal.removeEventListener('abort', callOff);
  }
}

/** Repeats a user's sign-in without the user, at the directory itself. Throws the directory's `Refusal`, or a `Problem`. */
export async function signInAgain(
  applicant: Applicant,
  scopes: readonly string[],
  cache: string,
  limits: Limits,
): Promise<UserSignedIn> {
  const network = msalNetwork(limits);
  const { PublicClientApplication } = await msal();
  const application = new PublicClientApplication(msalConfiguration(applicant, network));
  const tokens = application.getTokenCache();
  tokens.deserialize(cache);
  const [account] = await tokens.getAllAccounts();
  if (!account) throw new Problem('sign-in-failed', 'Nobody is signed in any more. Sign in again.');
  const result = await application
    .acquireTokenSilent({ account, scopes: [...scopes], forceRefresh: true })
    .catch((error: unknown) => fail(network.reasonOf(error)));
  return { ...signedIn(result, applicant), cache: tokens.serialize() };
}

function signedIn(result: AuthenticationResult | null, { cloud, tenant, clientId }: Applicant): SignedIn {
  if (!result?.accessToken) throw new Problem('sign-in-failed', 'The directory handed out no token. Sign in again.');
  const { accessToken: token, account, tenantId } = result;
  return { cloud, token, tenantId: claimsOf(token).tenantId ?? (tenantId || tenant), who: account?.username || clientId };
}

async function fail(error: unknown, silence?: Error): Promise<never> {
  const { AuthError } = await msal();
  if (!(error instanceof AuthError)) throw error;
  if (error.errorCode === 'device_code_expired') {
    const asked = silence ? ' The directory gave no answer when it was asked last.' : '';
    throw new Problem(
      'sign-in-failed',
      `The code expired before anybody signed in with it.${asked} Sign in again, with a new code.`,
      {
        cause: silence,
      },
    );
  }
  throw new Problem('sign-in-failed', 'The answer of the directory could not be used. Sign in again.', { cause: error });
}
