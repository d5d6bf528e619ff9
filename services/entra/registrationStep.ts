import type { Call } from '../../machines/ports/call.ts';
import type { RegistrationSubject } from '../../machines/ports/subjects.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { GraphRefusal } from './graph.ts';
import { type Registrar, signInToRegister } from './registrar.ts';
import { retryWhileTooEarly } from './retryWhileTooEarly.ts';
import type { Sessions } from './sessions.ts';
import type { EntraSettings } from './settings.ts';
import { Refusal } from './signInRefusal.ts';

/** What a step of the registration works with. */
export interface Step extends Registrar {
  /** Repeats what fails because the directory has not replicated yet, or is busy. */
  replicated<T>(attempt: () => Promise<T>): Promise<T>;
}

/** Makes one step of the registration. What the directory refuses is a `Problem` in its words, with what to do about it. */
export async function registrationStep<T>(
  what: string,
  subject: RegistrationSubject,
  call: Call,
  settings: EntraSettings,
  sessions: Sessions,
  make: (step: Step) => Promise<T>,
): Promise<T> {
  let registrar: Registrar | undefined;
  try {
    registrar = await signInToRegister(subject, call, settings, sessions);
    return await make({
      ...registrar,
      replicated: (attempt) => retryWhileTooEarly(attempt, isTooEarly, settings.replication, call.signal),
    });
  } catch (error) {
    call.signal.throwIfAborted();
    if (error instanceof Problem) throw problem(what, error.message, error);
    if (error instanceof Refusal)
      throw problem(what, `The directory refuses the sign-in: ${sentence(error)} Register again.`, error);
    if (!(error instanceof GraphRefusal)) throw error;
    if (!mayNot(error)) throw problem(what, `${sentence(error)} Register again.`, error);
    registrar?.dismiss();
    throw problem(what, `${sentence(error)} Register again, signed in as an administrator who may create applications.`, error);
  }
}

function isTooEarly(error: unknown): boolean {
  if (!(error instanceof GraphRefusal)) return false;
  return (
    [404, 409, 429, 503, 504].includes(error.status) ||
    // Of an object that has not reached this part of the directory yet, Graph says that the request is bad.
    (error.status === 400 &&
      /does not (exist|reference)|not found|backing application|invalid reference|valid reference/i.test(error.message))
  );
}

function mayNot({ status }: GraphRefusal): boolean {
  return status === 401 || status === 403;
}

function problem(what: string, message: string, cause: Error): Problem {
  return new Problem('registration-failed', `${what} failed. ${message}`, { cause });
}

function sentence({ message }: Error): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
