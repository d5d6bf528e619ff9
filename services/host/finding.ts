import { type Finding, failed, unavailable } from '../checks/finding.ts';

/** What is amiss with this host. */
export function unsuitable(message: string, more: Pick<Finding, 'detail' | 'script'> = {}): Finding {
  return failed('host-unsuitable', message, more);
}

/** What PowerShell could not find out, in its own words, and how to look by hand. */
export function unanswerable(what: string, why: string | undefined, byHand: string): Finding {
  return { ...unavailable(`${what} can't be told. ${byHand}`), ...(why && { detail: why }) };
}
