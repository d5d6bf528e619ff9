import type { Sentences } from './sentences.ts';
import type { Evidence } from './whatRan.ts';

/**
 * What a log has told so far of the last run in it. Plain data, so that it is kept with the place in the log and taken up after a
 * restart.
 */
export interface LogStory {
  phase: 'preparing' | 'installing' | 'rollingBack';
  action: string | null;
  /** 0 to 99, never falling: how many of the actions are behind, not how much time. */
  percent: number;
  /** What is done of the product. */
  features: string[];
  components: number;
  productCode: string | null;
  /** Which product it was that ran, and to what purpose. */
  evidence: Evidence;
  /** What the engine itself returned, where it says so. */
  engineCode: number | null;
  rollback: { begun: boolean; ended: boolean; errors: number; disabled: boolean };
  /** Whether the script that makes the changes has begun. */
  changesBegun: boolean;
  failure: { action: string; lines: string[] } | null;
  /** Signs of known failures, each with the last line that shows it, redacted. */
  signs: Record<string, string>;
  /** In which line of the log, counted from its beginning, each was seen last. */
  signsAt: Record<string, number>;
  lines: number;
  /** Lines that speak of errors, and the last ones that say anything. Redacted. */
  errors: string[];
  recent: string[];
  /** The account that installs, and that of the service, without their domains. */
  accounts: { installing: string | null; service: string | null };
  /** When a service was asked to start, and how long it was waited for until that was given up; seconds of the day, and seconds. */
  starting: { at: number | null; waited: number | null };

  /** Whether the log has lines of the engine; a log without them is read by its lines for people. */
  verbose: boolean;
  sentences: Sentences;
  /** The actions that have started and not ended, the inmost last. */
  open: string[];
  /** The actions whose changes the script will make, in order. */
  scheduled: string[];
  /** Whether the installation as a whole has ended, however. */
  ended: boolean;
  finalizing: 'no' | 'yes' | 'ended' | 'failed';
  /** The custom action that failed, before the action that it belongs to has ended. */
  culprit: string | null;
  /** The last action that ended without having been done. */
  undone: { action: string; lines: string[] } | null;

  /** The first line that opens a log, by which the next run is known that is appended to it: its words without date and time. */
  opening: string | null;
  /** The runs before this one in the same log, the last few of them. */
  earlier: EarlierRun[];
}

/** A run that a log tells of before the one that counts. */
export interface EarlierRun {
  /** The action that failed, and what the engine returned; null where the log does not tell. */
  readonly action: string | null;
  readonly engineCode: number | null;
  readonly ended: boolean;
}

/** The story before the first line. */
export function emptyStory(): LogStory {
  return {
    phase: 'preparing',
    action: null,
    percent: 0,
    features: [],
    components: 0,
    productCode: null,
    evidence: { status: null, asked: null, done: null, product: null, package: null, isOurs: false },
    engineCode: null,
    rollback: { begun: false, ended: false, errors: 0, disabled: false },
    changesBegun: false,
    failure: null,
    signs: {},
    signsAt: {},
    lines: 0,
    errors: [],
    recent: [],
    accounts: { installing: null, service: null },
    starting: { at: null, waited: null },
    verbose: false,
    sentences: { starts: null, tells: null, ends: null, started: [], perhaps: {} },
    open: [],
    scheduled: [],
    ended: false,
    finalizing: 'no',
    culprit: null,
    undone: null,
    opening: null,
    earlier: [],
  };
}
