import type { Redact } from './redactor.ts';

/** What a story is told with. */
export interface Hearing {
  readonly redact: Redact;
  /** The package's own sequence of actions, in order; empty where it is not known. */
  readonly actions: readonly string[];
}
