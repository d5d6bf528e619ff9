/** What a log has told so far. Plain data, so that it is kept with the place in the log and taken up after a restart. */
export interface LogStory {
  phase: 'preparing' | 'installing' | 'rollingBack';
  action: string | null;
  /** 0 to 99, never falling: how many of the actions are behind, not how much time. */
  percent: number;
  /** What is done of the product. */
  features: string[];
  components: number;
  productCode: string | null;
  change: 'installed' | 'removed' | 'changed' | null;
  /** What the engine itself returned, where it says so. */
  engineCode: number | null;
  rollback: { begun: boolean; ended: boolean; errors: number; disabled: boolean };
  /** Whether the script that makes the changes has begun. */
  changesBegun: boolean;
  failure: { action: string; lines: string[] } | null;
  /** Signs of known failures, each with the last line that shows it, redacted. */
  signs: Record<string, string>;
  /** Lines that speak of errors, and the last ones that say anything. Redacted. */
  errors: string[];
  recent: string[];

  /** Whether the log has lines of the engine; a log without them is read by its lines for people. */
  verbose: boolean;
  /** The actions whose changes the script will make, in order. */
  scheduled: string[];
  /** Whether the installation as a whole has ended, however. */
  ended: boolean;
  finalizing: 'no' | 'yes' | 'ended' | 'failed';
  /** The custom action that failed, before the action that it belongs to has ended. */
  culprit: string | null;
  /** The last action that ended without having been done. */
  undone: { action: string; lines: string[] } | null;
}

export function emptyStory(): LogStory {
  return {
    phase: 'preparing',
    action: null,
    percent: 0,
    features: [],
    components: 0,
    productCode: null,
    change: null,
    engineCode: null,
    rollback: { begun: false, ended: false, errors: 0, disabled: false },
    changesBegun: false,
    failure: null,
    signs: {},
    errors: [],
    recent: [],
    verbose: false,
    scheduled: [],
    ended: false,
    finalizing: 'no',
    culprit: null,
    undone: null,
  };
}
