import type { CheckResult } from '../../machines/ports/checks.ts';

/**
 * What a check found. `message` says what is so and, unless it passed, what to do next: whole sentences, each of which has its
 * German in server/language/german. `detail` is the other side's own words, or where something is written.
 */
export type Finding = Pick<CheckResult, 'status' | 'message' | 'code' | 'detail' | 'script' | 'field'>;

/**
 * It is as it should be.
 *
 * @example
 * return passed(`${host} answers on port ${port}.`);
 */
export function passed(message: string, detail?: string): Finding {
  return { status: 'passed', message, ...(detail && { detail }) };
}

/**
 * Something that the user should know, and that does not hold the installation back.
 *
 * @example
 * return warning('certificate-unsuitable', `The certificate expires in ${days} days. Renew it soon.`);
 */
export function warning(code: NonNullable<Finding['code']>, message: string, detail?: string): Finding {
  return { status: 'warning', code, message, ...(detail && { detail }) };
}

/**
 * The installation would fail by it: it is held back until the check passes, or is overridden with a reason. `field` is the one on
 * the page that is to be changed, `script` PowerShell that mends it.
 *
 * @example
 * return failed('account-not-found', `There is no account ${name}. Check its name, or create it.`, { field: 'name' });
 */
export function failed(
  code: NonNullable<Finding['code']>,
  message: string,
  more: Pick<Finding, 'detail' | 'script' | 'field'> = {},
): Finding {
  return { status: 'failed', code, message, ...more };
}

/** For what can't be checked here: a warning that says so, never a silent pass. */
export function unavailable(message: string): Finding {
  return warning('check-unavailable', message);
}

/** For what can only be told once another check has passed; that one says what to do. */
export function skipped(message: string): Finding {
  return { status: 'skipped', message };
}

/**
 * For what rests on another check that came to nothing: skipped where that one failed or was skipped itself, else `unavailable`,
 * since where that could not be made, this could not either.
 *
 * @example
 * if (!addresses) return waitsFor(name, 'The port can only be tried once the name resolves. Mend the name, then check again.');
 */
export function waitsFor({ status }: Pick<CheckResult, 'status'>, message: string): Finding {
  return status === 'failed' || status === 'skipped' ? skipped(message) : unavailable(message);
}
