import type { Call, Progress } from '../../machines/ports/call.ts';
import type { Services } from '../../machines/ports/services.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { maskedError } from '../../services/secrets/maskedError.ts';
import { growingPause } from '../../services/waiting/growingPause.ts';
import type { Claimed, Worker } from '../store/effects.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import { tracedCall } from './tracing.ts';
import type { Outcome } from './transition.ts';

interface CallSettings {
  /** The services for the installation of a call. */
  servicesFor(installation: string): Promise<Services>;
  /** The input with its secrets opened. */
  open(installation: string, input: unknown): Promise<unknown>;
  /** The texts of those secrets, which must not come into the log. */
  secretsIn(installation: string, input: unknown): Promise<string[]>;
  report(error: unknown, about: object): void;
  tell(claimed: Claimed, progress: Progress): void;
  /** Takes the outcome, or drops it where nobody waits for it any more. */
  ended(claimed: Claimed, outcome: Outcome): Promise<void>;
}

/** Until an outcome that the store could not take is brought again, milliseconds. */
const pauses = { first: 50, longest: 10_000 };

/** Makes the service calls that the store hands out, and brings their outcomes back as steps. */
export class ServiceCalls implements Worker {
  readonly place: string | null;
  readonly #settings: CallSettings;

  constructor(settings: CallSettings, place: string | null = null) {
    this.#settings = settings;
    this.place = place;
  }

  async make(claimed: Claimed, signal: AbortSignal): Promise<void> {
    const outcome = await tracedCall(claimed, () => this.#outcomeOf(claimed, signal));
    if (outcome) await this.#bring(claimed, outcome, signal);
  }

  /** How the call ended; nothing, where it was called off, its installation can't be used, or a fault leaves open how it ended. */
  async #outcomeOf(claimed: Claimed, signal: AbortSignal): Promise<Outcome | undefined> {
    const { installation, id, effect, again } = claimed;
    const services = await this.#servicesFor(installation);
    if (!services || signal.aborted) return undefined;
    try {
      const service = services[effect.service] as (input: unknown, call: Call) => Promise<unknown>;
      const input = await this.#settings.open(installation, effect.input);
      if (signal.aborted) return undefined;
      const progress = (news: Progress) => {
        if (!signal.aborted) this.#settings.tell(claimed, again ? sayAgain(news) : news);
      };
      return { type: `xstate.done.actor.${id}`, output: await service(input, { signal, progress }) };
    } catch (error) {
      if (signal.aborted) return undefined;
      if (error instanceof StoreUnavailable) throw error;
      if (!(error instanceof Problem)) {
        await this.#report(error, claimed);
        if (outlivesItsCall(effect.service)) {
          this.#settings.tell(claimed, { installer: { action: '', phase: '', percent: 0, trouble: notFollowed } });
          return undefined;
        }
      }
      return { type: `xstate.error.actor.${id}`, error: toNote(error) };
    }
  }

  /** Nothing for an installation that can't be used: it is told where it is touched, and the call waits until it can be. */
  async #servicesFor(installation: string): Promise<Services | undefined> {
    try {
      return await this.#settings.servicesFor(installation);
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }

  async #report(error: unknown, { installation, id, effect }: Claimed): Promise<void> {
    const secrets = await this.#settings.secretsIn(installation, effect.input).catch(() => undefined);
    // What can't be masked is not told.
    const told = secrets ? maskedError(error, secrets) : new Error('A call went wrong, and its secrets cannot be read now.');
    this.#settings.report(told, { installation, call: id });
  }

  /** An outcome is brought until it is taken, or nobody waits for it: a storage that is away loses none. */
  async #bring(claimed: Claimed, outcome: Outcome, signal: AbortSignal): Promise<void> {
    for (let tries = 0; !signal.aborted; tries++) {
      try {
        return await this.#settings.ended(claimed, outcome);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        if (tries === 0) this.#settings.report(error, { installation: claimed.installation, call: claimed.id });
        await pause(growingPause(tries, pauses), signal);
      }
    }
  }
}

/** What this call has begun goes on without it. A fault is no outcome of that: the call is made again, and finds it. */
function outlivesItsCall(service: keyof Services): boolean {
  return service === 'install';
}

const notFollowed =
  'The installer cannot be followed at the moment, by a fault of this software; its log has the details. It is looked at again.';

/** A code that was shown before the service was restarted no longer leads anywhere. */
function sayAgain({ signIn, ...news }: Progress): Progress {
  if (!signIn) return news;
  return {
    ...news,
    signIn: { ...signIn, note: 'The service was restarted. The code that was shown before no longer counts: use this one.' },
  };
}

function toNote(error: unknown) {
  if (error instanceof Problem) return { code: error.code, message: error.message };
  return {
    code: 'unexpected' as const,
    message: 'Something went wrong. It is a fault of this software; its log has the details.',
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}
