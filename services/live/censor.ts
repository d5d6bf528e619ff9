import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import { isPageId, type OpenedAnswers, pageOf } from '../../machines/pages/screens.ts';
import type { Call, CheckProgress } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { maskerOf } from '../secrets/mask.ts';
import { maskedError } from '../secrets/maskedError.ts';

/** Takes the secrets of an installation out of whatever is said about it. */
export interface Censor {
  /** The results with clear messages and details. */
  results(results: readonly CheckResult[]): readonly CheckResult[];
  /** The same call, whose progress is cleared before it is told. */
  call(call: Call): Call;
  /** A fault for the log. */
  fault(fault: unknown): Error;
}

/**
 * What takes out the secrets among these answers. Each service keeps secrets out of what it says; this is the second lock, for what
 * the other side says in words that nobody has foreseen. Secrets shorter than four characters stay: they can't be told from other
 * words.
 */
export function censorOf(answers: OpenedAnswers): Censor {
  const secrets = secretsAmong(answers);
  const clear = maskerOf(secrets);
  const cleared = <Told extends CheckProgress>(told: Told): Told =>
    told.status === 'pending'
      ? told
      : {
          ...told,
          message: clear(told.message),
          ...(told.detail !== undefined && { detail: clear(told.detail) }),
        };
  return {
    results: (results) => results.map(cleared),
    call: ({ signal, progress }) => ({
      signal,
      progress: ({ checks, ...news }) => progress({ ...news, ...(checks && { checks: checks.map(cleared) }) }),
    }),
    fault: (fault) => maskedError(fault, secrets),
  };
}

const shortest = 4;

function secretsAmong(answers: OpenedAnswers): string[] {
  const found = new Set<string>();
  for (const [page, given] of Object.entries(answers)) {
    if (!isPageId(page)) continue;
    mapSecretFields(pageOf(page).fields, given, (text) => {
      if (typeof text === 'string' && text.length >= shortest) found.add(text);
      return text;
    });
  }
  return [...found];
}
