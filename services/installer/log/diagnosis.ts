import type { InstallOutcome } from '../../../machines/ports.ts';
import table from '../knownFailures.json' with { type: 'json' };

/** A failure that is known from elsewhere. The table is data, in the order in which the causes are preferred. */
export interface KnownFailure {
  readonly id: string;
  /** Each has to match a line of the log; regular expressions, whatever the case. */
  readonly log?: readonly string[];
  /** The exit code has to be one of these. */
  readonly exitCodes?: readonly number[];
  readonly title: string;
  readonly remedy: string;
  readonly source: string;
}

export const knownFailures: readonly KnownFailure[] = table;

/** The signs of known failures that a line shows. */
export function signsIn(line: string): string[] {
  return anySign.test(line) ? [...signs.entries()].filter(([, sign]) => sign.test(line)).map(([text]) => text) : [];
}

/** The first known failure whose every sign was seen. */
export function causeOf(seen: readonly string[], exitCode: number | null): NonNullable<InstallOutcome['failure']>['cause'] {
  const known = knownFailures.find(
    ({ log = [], exitCodes }) =>
      (log.length > 0 || exitCodes !== undefined) &&
      log.every((sign) => seen.includes(sign)) &&
      (exitCodes === undefined || (exitCode !== null && exitCodes.includes(exitCode))),
  );
  return known ? { title: known.title, remedy: known.remedy, source: known.source } : null;
}

const signs = new Map(knownFailures.flatMap(({ log = [] }) => log).map((sign) => [sign, new RegExp(sign, 'iu')]));
/** One look at most lines, in place of one for each sign. */
const anySign = new RegExp([...signs.keys()].map((sign) => `(?:${sign})`).join('|'), 'iu');
