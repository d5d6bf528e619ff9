import type { PackageSettlements } from './packageSettlement.ts';

/** One run of the installer. */
export interface InstallJob {
  readonly installation: string;
  /** 1 for the first; each retry is a job of its own. */
  readonly attempt: number;
  /** Path of the package; undefined where none is configured. */
  readonly package?: string | undefined;
  /** The installer's features, as `ADDLOCAL` names them. */
  readonly features: readonly string[];
  /** Public properties by name, each value opened. */
  readonly properties: Readonly<Record<string, string>>;
  /** What settles them for this installation, beside the configuration. */
  readonly settlements?: PackageSettlements | undefined;
  /** Names of properties that hold a secret, though neither a page nor the package says so. */
  readonly hidden?: readonly string[];
  /** It has been given up meanwhile: a run that has begun is followed to its end, and none is begun anew. */
  readonly onlyIfBegun?: boolean;
}

/** How a run of the installer ended. */
export interface InstallOutcome {
  readonly result: 'succeeded' | 'cancelled' | 'failed' | 'interrupted';
  readonly exitCode: number | null;
  readonly restartNeeded: boolean;
  /** What is so now, and what to do next. */
  readonly message: string;
  /** Whether the installer undid what it had done; null where there was nothing to undo, or it can't be told. */
  readonly rolledBack: boolean | null;
  /** Answers that the command left out, by the names that pages declare them under: nobody knows their property. */
  readonly leftOut?: readonly string[] | undefined;
  readonly failure?: {
    readonly action: string | null;
    /** The known cause. */
    readonly cause: KnownCause | null;
    /** What may be the cause as well, where the evidence does not tell them apart. */
    readonly otherCauses?: readonly KnownCause[];
    /** The lines of the log that matter, redacted. */
    readonly lines: readonly string[];
  };
}

/** A known cause of such a failure, what to do about it, and the source that says so. */
export interface KnownCause {
  readonly title: string;
  readonly remedy: string;
  readonly source: string;
}
