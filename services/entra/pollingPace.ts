import { setTimeout as wait } from 'node:timers/promises';

/** How much slower to poll than the directory's own interval says, milliseconds. */
export interface Polling {
  /** What `slow_down` adds for good (RFC 8628, 3.5: 5 seconds), and what the first silence adds. */
  readonly slowDown: number;
  /** The most that silence adds; it doubles from one to the next. */
  readonly longest: number;
}

/** How fast to poll for a device code: slower when told to, slower still while the directory does not answer as it should. */
export interface PollingPace {
  /** What is added to the directory's interval at the moment, milliseconds. */
  readonly added: number;
  /** Waits for what is added to the interval. Rejects with the signal's reason. */
  rest(): Promise<void>;
  /** The directory answered. */
  answered(): void;
  /** The directory said `slow_down`. */
  toldToSlowDown(): void;
  /** It gave no answer, or none of its own; `retryAfter` seconds, where it names them. */
  unanswered(retryAfter?: number): void;
}

/** The pace of one sign-in with a code: as the directory's interval says, until it is told otherwise. */
export function pollingPace({ slowDown, longest }: Polling, signal: AbortSignal): PollingPace {
  let slower = 0;
  let silence = 0;
  return {
    get added() {
      return slower + silence;
    },
    async rest() {
      if (this.added > 0) await wait(this.added, undefined, { signal }).catch(() => signal.throwIfAborted());
    },
    answered() {
      silence = 0;
    },
    toldToSlowDown() {
      silence = 0;
      slower += slowDown;
    },
    unanswered(retryAfter = 0) {
      silence = Math.min(Math.max(silence * 2, slowDown, retryAfter * 1000), longest);
    },
  };
}
