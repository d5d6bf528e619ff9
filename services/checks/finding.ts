import type { CheckResult } from '../../machines/ports/checks.ts';

/** What a check found. `message` says what is so and, unless it passed, what to do next. */
export type Finding = Pick<CheckResult, 'status' | 'message' | 'code' | 'detail' | 'script' | 'field'>;

export function passed(message: string, detail?: string): Finding {
  return { status: 'passed', message, ...(detail && { detail }) };
}

/** Something that the user should know, and that does not hold the installation back. */
export function warning(code: NonNullable<Finding['code']>, message: string, detail?: string): Finding {
  return { status: 'warning', code, message, ...(detail && { detail }) };
}

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

/** Skipped where the check that it waits for has failed; where that could not be made, this could not either. */
export function waitsFor({ status }: Pick<CheckResult, 'status'>, message: string): Finding {
  return status === 'failed' || status === 'skipped' ? skipped(message) : unavailable(message);
}
