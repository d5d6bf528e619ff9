import type { InstallOutcome } from '../../../machines/ports/installer.ts';
import table from '../knownFailures.json' with { type: 'json' };
import type { LogEvent } from './logEvent.ts';
import type { LogStory } from './logStory.ts';

/** A failure that is known from elsewhere, and the evidence that tells it from its neighbours: all that is given has to hold. */
export interface KnownFailure {
  readonly id: string;
  /** Each has to match a line of the log; regular expressions, whatever the case. */
  readonly log?: readonly string[];
  /** At most so many lines apart. */
  readonly within?: number;
  /** One of these messages of Windows Installer, by its number, in whatever language. */
  readonly messages?: readonly number[];
  /** Whose account the line names, as `account`; where that can't be told, it may be either. */
  readonly account?: 'installing' | 'service';
  /** Whether a service was waited for until its time was up; where that can't be told, it may be either. */
  readonly waited?: 'long' | 'short';
  /** The exit code has to be one of these. Counts only where the log shows nothing. */
  readonly exitCodes?: readonly number[];
  /** Those that it takes the place of, by their ids. */
  readonly over?: readonly string[];
  /** Told only where nothing else is. */
  readonly general?: boolean;
  readonly title: string;
  readonly remedy: string;
  readonly source: string;
}

/** The table is data, in the order in which the causes are preferred. */
export const knownFailures: readonly KnownFailure[] = table as readonly KnownFailure[];

/** The signs of known failures that a line shows. */
export function signsIn(line: string, event: LogEvent | null): string[] {
  const said = event?.is === 'message' && messages.has(event.code) ? [String(event.code)] : [];
  const text = line.slice(0, longestRead);
  return anySign.test(text) ? [...said, ...[...signs].filter(([, sign]) => sign.test(text)).map(([sign]) => sign)] : said;
}

/** What a log has shown, as far as causes are told by it. */
export type Shown = Pick<LogStory, 'signs' | 'signsAt' | 'accounts' | 'starting'>;

/** What a failure was caused by, as far as it is known from elsewhere. */
export interface Diagnosis {
  readonly cause: Cause | null;
  /** What may be the cause as well: the evidence does not tell it from the first. */
  readonly others: readonly Cause[];
  /** The lines that show it. */
  readonly lines: readonly string[];
}

type Cause = NonNullable<NonNullable<InstallOutcome['failure']>['cause']>;

/** The known failures that the log shows, else the one that the first of the exit codes that is known stands for. */
export function diagnose(shown: Shown, exitCodes: readonly (number | null)[]): Diagnosis {
  const byLog = knownFailures.filter((known) => (known.log || known.messages) && isShown(known, shown));
  const special = byLog.filter(({ id, general }) => !general && !byLog.some(({ over }) => over?.includes(id)));
  const byCode = exitCodes.flatMap((code) => knownFailures.filter((known) => code !== null && known.exitCodes?.includes(code)));
  const found = special.length > 0 ? special : byLog.length > 0 ? byLog.slice(0, 1) : byCode.slice(0, 1);
  const [cause = null, ...others] = found.map(({ title, remedy, source }) => ({ title, remedy, source }));
  return {
    cause,
    others,
    lines: [...new Set(found.flatMap((known) => signsOf(known, shown).map((sign) => shown.signs[sign]!)))],
  };
}

function isShown(known: KnownFailure, shown: Shown): boolean {
  const { log = [], messages = [], within } = known;
  const seen = signsOf(known, shown);
  if (seen.length < log.length + Math.min(1, messages.length)) return false;
  const at = seen.map((sign) => shown.signsAt[sign] ?? 0);
  if (within !== undefined && Math.max(...at) - Math.min(...at) > within) return false;
  return isAccount(known, seen, shown) && isWaited(known, shown);
}

/** Those of its signs that were seen. */
function signsOf({ log = [], messages = [] }: KnownFailure, { signs }: Shown): string[] {
  return [...log, ...messages.map(String)].filter((sign) => signs[sign] !== undefined);
}

function isAccount({ account }: KnownFailure, seen: readonly string[], { signs: lines, accounts }: Shown): boolean {
  if (account === undefined) return true;
  const named = seen.map((sign) => signs.get(sign)?.exec(lines[sign]!)?.groups?.['account']).find((one) => one !== undefined);
  const name = named?.replace(/^.*\\/s, '').toLowerCase();
  const { installing, service } = accounts;
  const isEither = name === undefined || (name !== installing && name !== service) || installing === service;
  return isEither || name === accounts[account];
}

function isWaited({ waited }: KnownFailure, { starting }: Shown): boolean {
  if (waited === undefined || starting.waited === null) return true;
  return waited === (starting.waited >= serviceTimeout ? 'long' : 'short');
}

/** Seconds that Windows waits for a service to answer, unless it is told otherwise (ServicesPipeTimeout), and a little less. */
const serviceTimeout = 28;
/** Characters of a line that are looked at; what tells a cause stands at its beginning. */
const longestRead = 4000;

const signs = new Map(knownFailures.flatMap(({ log = [] }) => log).map((sign) => [sign, new RegExp(sign, 'iu')]));
const messages = new Set(knownFailures.flatMap((known) => known.messages ?? []));
/** One look at most lines, in place of one for each sign. */
const anySign = new RegExp([...signs.keys()].map((sign) => `(?:${sign.replace('?<account>', '?:')})`).join('|'), 'iu');
