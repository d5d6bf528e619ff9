import type { PageSubject } from '../../machines/ports/subjects.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Finding, failed, unavailable } from '../checks/finding.ts';
import { signInAsCurrentUser, silence } from './currentUserSession.ts';
import type { Contact } from './reachServer.ts';
import type { SeenEncryption } from './seenEncryption.ts';
import type { Account, Session, SessionSubject } from './session.ts';
import type { SqlSettings } from './settings.ts';

type SignInAnswers = Pick<NonNullable<PageSubject['answers']['database']>, 'server' | 'checkAs'>;

/**
 * A session as the page asks for it. Null where an account is named and nobody knows how the server encrypts: a password is not
 * sent by a way that was not looked at.
 */
export function openSession(
  at: Contact,
  encryption: SeenEncryption | null | undefined,
  { server, checkAs }: SignInAnswers,
  timeout: number,
  { ca, ...settings }: SqlSettings,
  signal: AbortSignal,
): Promise<Session> | null {
  if (!checkAs) return Promise.resolve(signInAsCurrentUser({ server, encrypts: at.encrypts, timeout }, settings));
  return encryption === undefined ? null : signIn({ contact: at, encryption, timeout, ca }, checkAs, signal);
}

/**
 * The client for SQL Server brings that of Azure with it: a quarter of what the service takes to start, so it is loaded when it is
 * needed.
 */
async function signIn(subject: SessionSubject, account: Account, signal: AbortSignal): Promise<Session> {
  const session = await import('./session.ts');
  return await session.signIn(subject, account, signal);
}

/** The finding of a sign-in that failed: what can't be tried is a warning; a refusal points to the account, where one is named. */
export function notSignedIn(error: unknown, { checkAs }: Pick<SignInAnswers, 'checkAs'>): Finding {
  const silent = silence(error);
  if (silent) return unavailable(silent);
  if (!(error instanceof Problem)) throw error;
  const field = error.code === 'database-sign-in-failed' && checkAs ? { field: 'checkAs' } : {};
  const detail = error.cause instanceof Error ? { detail: error.cause.message } : {};
  return failed(error.code, error.message, { ...field, ...detail });
}
