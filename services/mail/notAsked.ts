import { type Finding, unavailable } from '../checks/finding.ts';

/** What can't be told of a mail server that does not answer as it should. */
export function notAsked(): Finding {
  return unavailable('This can only be told once the mail server answers as it should. Mend that, then check again.');
}
