import { follow, type Progress } from './follow.ts';
import { listingIn } from './listingIn.ts';
import { LogTail } from './logTail.ts';
import { ask, Refused } from './request.ts';
import { nothingKnown, type SessionState } from './sessionState.ts';
import type { EventBody, View } from './view.ts';
import { whoMoved } from './whoMoved.ts';
import { once, patiently } from './withRetries.ts';

/** How often the view is read again while checks of it end one by one, milliseconds. */
const refreshPause = 200;

/** Events that say by name what they are about: they mean the same whatever else has happened meanwhile. */
const byName: readonly string[] = ['complete', 'override', 'recheck', 'settle'];

/** One installation as this window sees it: the stream of its views, and the events that the user sends. */
export class Session {
  readonly id: string;
  readonly log: LogTail;
  #state: SessionState = nothingKnown;
  #unfollow: () => void = () => {};
  #refresh: number | undefined;
  readonly #listeners = new Set<() => void>();

  /** What was sent last, until it is answered. */
  #sent: Promise<boolean> = Promise.resolve(true);
  #sentAt = -1;

  constructor(id: string) {
    this.id = id;
    this.log = new LogTail(`${this.#path}/log`);
  }

  get state(): SessionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the installation; `close` ends it. */
  open(): void {
    this.close();
    this.#unfollow = follow(this.#path, {
      opened: () => {
        this.#set({ lost: false, gone: null });
        if (hasLog(this.#state.view)) this.log.wake();
      },
      lost: () => this.#set({ lost: this.#state.view !== null }),
      isThere: () => this.read().then(() => this.#state.gone === null),
      view: (view) => this.#take(view),
      progress: (progress) => this.#onProgress(progress),
      log: (lines) => this.log.add(lines),
    });
  }

  close(): void {
    this.#unfollow();
    clearTimeout(this.#refresh);
    this.#refresh = undefined;
  }

  /**
   * Sends an event for what is on screen here. True where it was taken; else `refused` says why, and nothing has changed.
   *
   * @param from where it is told why: on the wizard's own screen, unless it is stated.
   */
  async send(event: EventBody, from?: string): Promise<boolean> {
    const namesWhatItMeans = byName.includes(event.type);
    // The stream may show the next page before the reply to the last one is here; a second press on the same page is dropped.
    if (namesWhatItMeans || this.#state.view?.revision !== this.#sentAt) await this.#sent;
    return this.#act(({ revision }) => {
      const headers = { ...(!namesWhatItMeans && { 'If-Match': `"${revision}"` }), ...once() };
      return patiently(() => ask<View>(`${this.#path}/events`, { method: 'POST', body: event, headers }));
    }, from);
  }

  /** Reports how an installer has ended that ran elsewhere. */
  async report(exitCode: string, log: Blob | null, installed: boolean): Promise<boolean> {
    const path = `${this.#path}/report?exitCode=${encodeURIComponent(exitCode)}&installed=${installed}`;
    return this.#act(() => ask<View>(path, { method: 'POST', ...(log && { text: log }) }));
  }

  /** Tells what the package is, by its listing as `mim-setup inspect --json` has written it. */
  async sendListing(file: Blob): Promise<boolean> {
    const bytes = await file.arrayBuffer();
    return this.#act(async () => ask<View>(`${this.#path}/package`, { method: 'PUT', body: listingIn(bytes) }));
  }

  /** Has the client secret handed out that was registered here; null where that is refused. */
  async handOut(reason: string): Promise<string | null> {
    let secret: string | null = null;
    await this.#act(async () => {
      const asked = { method: 'POST', body: { reason }, headers: once() } as const;
      const handed = await patiently(() => ask<{ clientSecret: string }>(`${this.#path}/secret`, asked));
      secret = handed.clientSecret;
      return ask<View>(this.#path);
    });
    return secret;
  }

  /** Gives it to a runner, or takes it back from one. */
  async assign(runner: string | null): Promise<boolean> {
    return this.#act(({ revision }) =>
      ask<View>(this.#path, { method: 'PATCH', body: { runner }, headers: { 'If-Match': `"${revision}"` } }),
    );
  }

  #act(request: (view: View) => Promise<View>, from?: string): Promise<boolean> {
    const { view, sending } = this.#state;
    if (!view || sending) return Promise.resolve(false);
    this.#sentAt = view.revision;
    const sent = this.#perform(view, request, from);
    this.#sent = sent.catch(() => false);
    return sent;
  }

  async #perform(view: View, request: (view: View) => Promise<View>, from: string | undefined): Promise<boolean> {
    this.#set({ sending: true, refused: null, moved: null });
    try {
      this.#take(await request(view));
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === 'stale' || error.code === 'not-now') await this.read();
      this.#set({ refused: { on: from ?? this.#state.view?.page.id ?? '', why: error } });
      return false;
    } finally {
      this.#set({ sending: false });
    }
  }

  /** Reads the view again. */
  async read(): Promise<void> {
    try {
      this.#take(await ask<View>(this.#path));
      this.#set({ gone: null });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code !== 'unreachable') this.#set({ gone: error });
    }
  }

  readonly noteTyping = (isTyping: boolean): void => this.#set({ isTyping });
  readonly forgetMoved = (): void => this.#set({ moved: null });

  /** What was refused there is told no more. */
  readonly forgetRefused = (on: string): void => {
    if (this.#state.refused?.on === on) this.#set({ refused: null });
  };

  get #path(): string {
    return `/api/v1/installations/${encodeURIComponent(this.id)}`;
  }

  #take(view: View): void {
    const before = this.#state.view;
    if (before && view.revision < before.revision) return;
    // A reply that was made before a call told something does not take it back: it holds as long as the revision.
    const told = before?.revision === view.revision ? before : null;
    this.#set({
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
    if (who !== undefined) this.#set({ moved: { from: before.page.id, who: who === 'local' ? null : who } });
  }

  #onProgress({ signIn, installer, checks }: Progress): void {
    const { view } = this.#state;
    if (!view) return;
    if (signIn) this.#set({ view: { ...view, signIn } });
    if (installer && view.status === 'installing') this.#set({ view: { ...view, progress: installer } });
    if (checks) {
      this.#refresh ??= window.setTimeout(() => {
        this.#refresh = undefined;
        void this.read();
      }, refreshPause);
    }
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the installer has run. */
function hasLog(view: View | null): boolean {
  return view !== null && (view.status === 'installing' || view.outcome !== null);
}
