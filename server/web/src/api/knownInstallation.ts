import type { Progress } from '../../../../machines/ports/call.ts';
import { follow } from './follow.ts';
import { LogTail } from './logTail.ts';
import { ask, Refused } from './request.ts';
import { nothingKnown, type SessionState } from './sessionState.ts';
import type { View } from './view.ts';
import { whoMoved } from './whoMoved.ts';

/** How often the view is read again while checks of it end one by one, milliseconds. */
const refreshPause = 200;

/** What this window knows of an installation: by its stream, by the replies to what was sent, and by its log. */
export class KnownInstallation {
  readonly log: LogTail;
  readonly #path: string;
  #state: SessionState = nothingKnown;
  #refresh: number | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(path: string) {
    this.#path = path;
    this.log = new LogTail(`${path}/log`);
  }

  get state(): SessionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  note(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** What was refused there is told no more. */
  forgetRefused(on: string): void {
    if (this.#state.refused?.on === on) this.note({ refused: null });
  }

  /** Follows the installation until the function is called that comes back. */
  follow(): () => void {
    const unfollow = follow(this.#path, {
      opened: () => {
        this.note({ lost: false, gone: null });
        if (hasLog(this.#state.view)) this.log.wake();
      },
      lost: () => this.note({ lost: this.#state.view !== null }),
      isThere: () => this.read().then(() => this.#state.gone === null),
      view: (view) => this.take(view),
      progress: (progress) => this.#hear(progress),
      log: (lines) => this.log.add(lines),
    });
    return () => {
      unfollow();
      clearTimeout(this.#refresh);
      this.#refresh = undefined;
    };
  }

  /** Reads the view again. */
  async read(): Promise<void> {
    try {
      this.take(await ask<View>(this.#path));
      this.note({ gone: null });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code !== 'unreachable') this.note({ gone: error });
    }
  }

  /** Takes a view that has come; one that is older than what is known counts for nothing. */
  take(view: View): void {
    const before = this.#state.view;
    if (before && view.revision < before.revision) return;
    // A reply that was made before a call told something does not take it back: it holds as long as the revision.
    const told = before?.revision === view.revision ? before : null;
    this.note({
      view: { ...view, signIn: view.signIn ?? told?.signIn ?? null, progress: view.progress ?? told?.progress ?? null },
    });
    if (!before && hasLog(view)) this.log.wake();
    if (!before || view.revision === before.revision) return;
    if (view.status === 'installing' && before.status !== 'installing') this.log.restart();
    if (!this.#state.sending) void this.#askWhoMoved(before, view);
  }

  /** Where it was neither this window nor the service itself, the user is told. */
  async #askWhoMoved(before: View, view: View): Promise<void> {
    const who = await whoMoved(this.#path, before, view);
    if (who !== undefined) this.note({ moved: { from: before.page.id, who: who === 'local' ? null : who } });
  }

  #hear({ signIn, installer, checks }: Progress): void {
    const { view } = this.#state;
    if (!view) return;
    if (signIn) this.note({ view: { ...view, signIn } });
    if (installer && view.status === 'installing') this.note({ view: { ...view, progress: installer } });
    if (checks) {
      this.#refresh ??= window.setTimeout(() => {
        this.#refresh = undefined;
        void this.read();
      }, refreshPause);
    }
  }
}

/** Whether the installer has run. */
function hasLog(view: View | null): boolean {
  return view !== null && (view.status === 'installing' || view.outcome !== null);
}
