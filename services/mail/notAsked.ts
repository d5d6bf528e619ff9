import type { CheckResult } from '../../machines/ports/checks.ts';
import { type Finding, waitsFor } from '../checks/finding.ts';

/** What can't be told of a mail server before the check that comes first has passed. */
export function notAsked(first: CheckResult): Finding {
  return waitsFor(first, 'This can only be told once the mail server answers as it should. Mend that, then check again.');
}
