import type { OpenedAnswers } from '../../../machines/pages/screens.ts';
import type { Call } from '../../../machines/ports/call.ts';
import type { CheckResult } from '../../../machines/ports/checks.ts';
import { Problem } from '../../../machines/vocabulary/problems.ts';
import { faultBehind } from '../../../services/checks/makeCheck.ts';
import { jobFolder } from '../../../services/installer/job/jobFolder.ts';
import { secretsAmong } from '../../../services/installer/secretProperties.ts';
import { censorOf } from '../../../services/live/censor.ts';
import type { PartName, Parts } from '../../../services/live/parts.ts';
import { maskedError } from '../../../services/secrets/maskedError.ts';
import { untilCalledOff } from '../../../services/waiting/untilCalledOff.ts';
import type { FromRunner, FromService } from '../messages.ts';
import { inputOf } from './orders.ts';
import { SentLog } from './sentLog.ts';

/** What a runner makes calls with, and how it answers. */
export interface Performing {
  readonly parts: Parts;
  readonly jobsFolder: string;
  say(message: FromRunner): void;
  report(error: unknown, about: object): void;
}

/** How often a log is looked at for what is new, milliseconds. */
const logInterval = 500;

/** The calls that a service asks for over one connection. */
export class Calls {
  readonly #with: Performing;
  readonly #making = new Map<number, { readonly abort: AbortController; log?: SentLog }>();

  constructor(performing: Performing) {
    this.#with = performing;
  }

  hear(message: FromService): void {
    if (message.type === 'make') void this.#make(message);
    else if (message.type === 'callOff') this.#making.get(message.call)?.abort.abort();
    else if (message.type === 'logTaken') void this.#making.get(message.call)?.log?.taken(message.position);
  }

  /** Ends all of them: nobody listens any more. An installer that was begun goes on. */
  callOff(): void {
    for (const { abort } of this.#making.values()) abort.abort();
  }

  async #make(order: FromService & { type: 'make' }): Promise<void> {
    const { call, part } = order;
    const abort = new AbortController();
    const making: { readonly abort: AbortController; log?: SentLog } = { abort };
    this.#making.set(call, making);
    let secrets: readonly string[] | undefined;
    try {
      const input = inputOf(part, order.input);
      secrets = secretsIn(input);
      const outcome = await this.#perform(order, input, making);
      if (!abort.signal.aborted) this.#with.say({ type: 'ended', call, output: outcome ?? null });
    } catch (error) {
      if (abort.signal.aborted) return;
      const isProblem = error instanceof Problem;
      if (!isProblem)
        this.#with.report(secrets ? maskedError(error, secrets) : new Error(`What was asked of ${part} is not valid.`), { part });
      this.#with.say({ type: 'failed', call, problem: isProblem ? { code: error.code, message: error.message } : null });
    } finally {
      this.#making.delete(call);
    }
  }

  async #perform(
    { call, part, logFrom }: FromService & { type: 'make' },
    input: unknown,
    making: { readonly abort: AbortController; log?: SentLog },
  ): Promise<unknown> {
    const { parts, jobsFolder, say } = this.#with;
    const { signal } = making.abort;
    const told: Call = {
      signal,
      progress(progress) {
        if (!signal.aborted) say({ type: 'told', call, progress });
      },
    };
    const make = parts[part] as (input: unknown, call: Call) => Promise<unknown>;
    if (part !== 'install') return await this.#censored(part, input, told, make);
    const { shown } = jobFolder(jobsFolder, input as { installation: string; attempt: number }).log;
    const log = new SentLog(shown, logFrom ?? 0, (position, bytes) => {
      if (!signal.aborted) say({ type: 'log', call, position, bytes: bytes.toString('base64') });
    });
    making.log = log;
    const looking = setInterval(() => void log.goOn(), logInterval);
    try {
      const outcome = await make(input, told);
      await Promise.race([log.allTaken(), untilCalledOff(signal)]);
      return outcome;
    } finally {
      clearInterval(looking);
    }
  }

  /** What checks tell and find leaves this server without the secrets that they were made with; faults stay, for its own log. */
  async #censored(
    part: PartName,
    input: unknown,
    call: Call,
    make: (input: unknown, call: Call) => Promise<unknown>,
  ): Promise<unknown> {
    if (!hasAnswers(input)) return await make(input, call);
    const censor = censorOf(input.answers);
    const results = (await make(input, censor.call(call))) as readonly CheckResult[];
    for (const result of results)
      if (faultBehind(result) !== undefined) this.#with.report(censor.fault(faultBehind(result)), { part, check: result.id });
    return censor.results(results);
  }
}

function hasAnswers(input: unknown): input is { readonly answers: OpenedAnswers } {
  return typeof input === 'object' && input !== null && 'answers' in input;
}

/** The secrets that stand in what was asked: of answers those are masked in what is told; of a job, all that may be. */
function secretsIn(input: unknown): string[] {
  const { properties, hidden, answers } = input as {
    readonly properties?: Readonly<Record<string, string>>;
    readonly hidden?: readonly string[];
    readonly answers?: unknown;
  };
  if (properties) return secretsAmong(properties, hidden);
  return textsIn(answers);
}

/** Every text among answers: which of them is a secret need not be known where only a fault is told. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 4 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
