import { type Finding, failed, unavailable } from '../checks/finding.ts';

/** The failure of a check of this host: what is amiss with it, and what to do. */
export function unsuitable(message: string, more: Pick<Finding, 'detail' | 'script'> = {}): Finding {
  return failed('host-unsuitable', message, more);
}

/**
 * The warning of a check that PowerShell could not answer.
 *
 * @param what the subject of "… can't be told".
 * @param why PowerShell's own words, where it has any.
 * @param byHand how to look by hand, a sentence.
 */
export function unanswerable(what: string, why: string | undefined, byHand: string): Finding {
  return { ...unavailable(`${what} can't be told. ${byHand}`), ...(why && { detail: why }) };
}
