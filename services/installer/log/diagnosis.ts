import type { InstallOutcome } from '../../../machines/ports/installer.ts';
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

/** The first known failure whose every sign was seen, with the lines that show it. */
export function diagnose(seen: Readonly<Record<string, string>>, exitCode: number | null): Diagnosis {
  const known = knownFailures.find(
    ({ log = [], exitCodes }) =>
      (log.length > 0 || exitCodes !== undefined) &&
      log.every((sign) => seen[sign] !== undefined) &&
      (exitCodes === undefined || (exitCode !== null && exitCodes.includes(exitCode))),
  );
  if (!known) return { cause: null, lines: [] };
  const { title, remedy, source, log = [] } = known;
  return { cause: { title, remedy, source }, lines: [...new Set(log.map((sign) => seen[sign]!))] };
}

export interface Diagnosis {
  readonly cause: NonNullable<InstallOutcome['failure']>['cause'];
  readonly lines: readonly string[];
}

const signs = new Map(knownFailures.flatMap(({ log = [] }) => log).map((sign) => [sign, new RegExp(sign, 'iu')]));
/** One look at most lines, in place of one for each sign. */
const anySign = new RegExp([...signs.keys()].map((sign) => `(?:${sign})`).join('|'), 'iu');
