import { KnownInstallation } from './knownInstallation.ts';
import { ask, Refused } from './request.ts';
import { assign, handOut, pathOf, sendEvent, sendListing, sendReport } from './sending.ts';
import type { EventBody, View } from './view.ts';

/** Events that say by name what they are about: they mean the same whatever else has happened meanwhile. */
const byName: readonly string[] = ['complete', 'override', 'recheck', 'settle'];

/** One installation in this window: what is known of it, and what the user sends. */
export class Session {
  readonly known: KnownInstallation;
  readonly #path: string;
  #unfollow: () => void = () => {};

  /** What was sent last, until it is answered. */
  #sent: Promise<boolean> = Promise.resolve(true);
  #sentAt = -1;

  constructor(id: string) {
    this.#path = pathOf(id);
    this.known = new KnownInstallation(this.#path);
  }

  /** Follows the installation; `close` ends it. */
  open(): void {
    this.close();
    this.#unfollow = this.known.follow();
  }

  close(): void {
    this.#unfollow();
  }

  /**
   * Sends an event for what is on screen here. True where it was taken; else `refused` says why, and nothing has changed.
   *
   * @param from where it is told why: on the wizard's own screen, unless it is stated.
   */
  async send(event: EventBody, from?: string): Promise<boolean> {
    const namesWhatItMeans = byName.includes(event.type);
    // The stream may show the next page before the reply to the last one is here; a second press on the same page is dropped.
    if (namesWhatItMeans || this.known.state.view?.revision !== this.#sentAt) await this.#sent;
    return this.#act(({ revision }) => sendEvent(this.#path, event, namesWhatItMeans ? undefined : revision), from);
  }

  /** Reports how an installer has ended that ran elsewhere. */
  report(exitCode: string, log: Blob | null, installed: boolean): Promise<boolean> {
    return this.#act(() => sendReport(this.#path, exitCode, log, installed));
  }

  /** Tells what the package is, by its listing. */
  sendListing(file: Blob): Promise<boolean> {
    return this.#act(() => sendListing(this.#path, file));
  }

  /** Gives it to a runner, or takes it back from one. */
  assign(runner: string | null): Promise<boolean> {
    return this.#act(({ revision }) => assign(this.#path, runner, revision));
  }

  /** Has the client secret handed out that was registered here; null where that is refused. */
  async handOut(reason: string): Promise<string | null> {
    let secret: string | null = null;
    await this.#act(async () => {
      secret = await handOut(this.#path, reason);
      return ask<View>(this.#path);
    });
    return secret;
  }

  #act(request: (view: View) => Promise<View>, from?: string): Promise<boolean> {
    const { view, sending } = this.known.state;
    if (!view || sending) return Promise.resolve(false);
    this.#sentAt = view.revision;
    const sent = this.#perform(view, request, from);
    this.#sent = sent.catch(() => false);
    return sent;
  }

  async #perform(view: View, request: (view: View) => Promise<View>, from: string | undefined): Promise<boolean> {
    const { known } = this;
    known.note({ sending: true, refused: null, moved: null });
    try {
      known.take(await request(view));
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === 'stale' || error.code === 'not-now') await known.read();
      known.note({ refused: { on: from ?? known.state.view?.page.id ?? '', why: error } });
      return false;
    } finally {
      known.note({ sending: false });
    }
  }
}
