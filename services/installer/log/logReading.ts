import type { Redact } from './redactor.ts';

/** How the lines of a log are read into its story. */
export interface LogReading {
  /** Makes a line fit to be kept and shown. */
  readonly redact: Redact;
  /** The package's own sequence of actions, in order; empty where it is not known. */
  readonly actions: readonly string[];
}
