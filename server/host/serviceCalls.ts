import type { Call, CheckProgress, Progress } from '../../machines/ports/call.ts';
import type { Services } from '../../machines/ports/services.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { maskedError } from '../../services/secrets/maskedError.ts';
import type { Waiting } from '../store/effect.ts';
import { type CallProgress, noProgress } from './callProgress.ts';
import type { Outcome } from './transition.ts';

interface CallSettings {
  servicesFor(installation: string): Services;
  /** The input with its secrets opened. */
  open(installation: string, input: unknown): unknown;
  /** The texts of those secrets, which must not come into the log. */
  secretsIn(installation: string, input: unknown): string[];
  report(error: unknown, about: object): void;
  progressed(installation: string, progress: Progress): void;
  /** `conflict` where another step got in first and the outcome still counts. */
  ended(waiting: Waiting, outcome: Outcome): 'taken' | 'refused' | 'conflict';
}

interface Run {
  readonly waiting: Waiting;
  readonly abort: AbortController;
  readonly over: Promise<void>;
}

/** The service calls under way in this process. Losing them loses nothing: the store knows what is waited for. */
export class ServiceCalls {
  readonly #host: CallSettings;
  readonly #runs = new Map<string, Run>();
  readonly #progress = new Map<string, CallProgress & { readonly of: string }>();
  #closed = false;

  constructor(host: CallSettings) {
    this.#host = host;
  }

  /**
   * Makes a call; the same asking is made once.
   *
   * @param again whether the call was cut off by the end of an earlier process.
   */
  start(waiting: Waiting, again = false): void {
    const key = keyOf(waiting.installation, waiting.id);
    if (this.#closed) return;
    const running = this.#runs.get(key);
    if (running?.waiting.revision === waiting.revision) return;
    running?.abort.abort();
    const abort = new AbortController();
    this.#forgetProgress(waiting.installation);
    const over = this.#make(waiting, abort, again).finally(() => {
      if (this.#runs.get(key)?.abort === abort) this.#runs.delete(key);
    });
    this.#runs.set(key, { waiting, abort, over });
  }

  stop(installation: string, id: string): void {
    this.#runs.get(keyOf(installation, id))?.abort.abort();
    this.#runs.delete(keyOf(installation, id));
    this.#forgetProgress(installation);
  }

  stopAll(installation: string): void {
    for (const { waiting } of [...this.#runs.values()])
      if (waiting.installation === installation) this.stop(installation, waiting.id);
  }

  progressOf(installation: string): CallProgress {
    return this.#progress.get(installation) ?? noProgress;
  }

  /** Calls off what runs, without an outcome. */
  async close(): Promise<void> {
    this.#closed = true;
    const runs = [...this.#runs.values()];
    for (const { abort } of runs) abort.abort();
    await Promise.all(runs.map(({ over }) => over));
  }

  async #make(waiting: Waiting, { signal }: AbortController, again: boolean): Promise<void> {
    const { installation, id, effect } = waiting;
    await Promise.resolve();
    let outcome: Outcome;
    try {
      const service = this.#host.servicesFor(installation)[effect.service] as (input: unknown, call: Call) => Promise<unknown>;
      const progress = (news: Progress) => this.#keepProgress(waiting, signal, again ? sayAgain(news) : news);
      const output = await service(this.#host.open(installation, effect.input), { signal, progress });
      outcome = { type: `xstate.done.actor.${id}`, output };
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) {
        this.#host.report(maskedError(error, this.#host.secretsIn(installation, effect.input)), { installation, call: id });
      }
      outcome = { type: `xstate.error.actor.${id}`, error: toNote(error) };
    }
    await this.#tell(waiting, outcome, signal);
  }

  /** An outcome that meets another step is tried again until it is taken or refused. */
  async #tell(waiting: Waiting, outcome: Outcome, signal: AbortSignal): Promise<void> {
    for (let tries = 0; !signal.aborted; tries++) {
      try {
        if (this.#host.ended(waiting, outcome) !== 'conflict') break;
      } catch (error) {
        this.#host.report(error, { installation: waiting.installation, call: waiting.id, tries });
        if (tries >= 5) break;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.min(1000, 10 * 2 ** tries)));
    }
    if (this.#progress.get(waiting.installation)?.of === waiting.id) this.#progress.delete(waiting.installation);
  }

  /** What one call has told stays while another one of the same installation still runs. */
  #forgetProgress(installation: string): void {
    if (![...this.#runs.values()].some(({ waiting }) => waiting.installation === installation))
      this.#progress.delete(installation);
  }

  #keepProgress({ installation, id }: Waiting, signal: AbortSignal, news: Progress): void {
    if (signal.aborted) return;
    const before = this.#progress.get(installation) ?? noProgress;
    const checks = new Map<string, CheckProgress>(before.checks);
    for (const check of news.checks ?? []) checks.set(check.id, check);
    this.#progress.set(installation, {
      of: id,
      checks,
      signIn: news.signIn ?? before.signIn,
      installer: news.installer ?? before.installer,
    });
    this.#host.progressed(installation, news);
  }
}

/** A code that was shown before the service was restarted no longer leads anywhere. */
function sayAgain({ signIn, ...news }: Progress): Progress {
  if (!signIn) return news;
  return {
    ...news,
    signIn: { ...signIn, note: 'The service was restarted. The code that was shown before no longer counts: use this one.' },
  };
}

function keyOf(installation: string, id: string): string {
  return `${installation}/${id}`;
}

function toNote(error: unknown) {
  if (error instanceof Problem) return { code: error.code, message: error.message };
  return {
    code: 'unexpected' as const,
    message: 'Something went wrong. It is a fault of this software; its log has the details.',
  };
}
