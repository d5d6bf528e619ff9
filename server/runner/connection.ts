import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { PartName } from '../../services/live/parts.ts';
import type { KeptLog } from './keptLog.ts';
import { type FromRunner, type FromService, fromRunner } from './messages.ts';

/** A call that a runner is asked to make. */
export interface Asking {
  readonly part: PartName;
  readonly input: unknown;
  readonly signal: AbortSignal;
  /** Told how far it is, in a form that is still to be judged. */
  progress(told: unknown): void;
  /** Where the installer's log is kept that comes with it. */
  readonly log?: KeptLog;
}

interface Making extends Asking {
  readonly settle: { resolve(output: unknown): void; reject(error: Error): void };
  /** What of the log has come in is being written. */
  writing: Promise<void>;
}

/** What a connection with a runner is kept by. */
export interface ConnectionSettings {
  /** How often a sign of life is asked for, milliseconds. */
  readonly heartbeat: number;
  report(error: unknown, about: object): void;
}

/** The service's end of a connection with a runner that has been welcomed: asks for calls, and hears what comes of them. */
export class RunnerConnection {
  readonly #socket: WebSocket;
  readonly #settings: ConnectionSettings;
  readonly #making = new Map<number, Making>();
  readonly #beating: NodeJS.Timeout;
  #calls = 0;
  /** How many signs of life were asked for since the last that came. */
  #unanswered = 0;

  constructor(socket: WebSocket, settings: ConnectionSettings) {
    this.#socket = socket;
    this.#settings = settings;
    socket.on('message', (data, isBinary) => this.#hear(isBinary ? undefined : String(data)));
    socket.on('pong', () => {
      this.#unanswered = 0;
    });
    this.#beating = setInterval(() => this.#beat(), settings.heartbeat);
    socket.on('close', () => clearInterval(this.#beating));
  }

  /**
   * Has a call made. It ends as the runner says; where the connection ends before, it does not end at all: whoever asked is called off
   * then, and asks again over the next one.
   *
   * @throws {Problem} what the runner says it is.
   */
  async make(asking: Asking): Promise<unknown> {
    const { part, input, signal, log } = asking;
    const logFrom = await log?.size();
    signal.throwIfAborted();
    this.#calls += 1;
    const call = this.#calls;
    return await new Promise<unknown>((resolve, reject) => {
      this.#making.set(call, { ...asking, settle: { resolve, reject }, writing: Promise.resolve() });
      signal.addEventListener('abort', () => {
        if (this.#making.delete(call)) this.#say({ type: 'callOff', call });
        reject(signal.reason);
      });
      this.#say({ type: 'make', call, part, input, ...(logFrom !== undefined && { logFrom }) });
    });
  }

  /** Says why it can't be talked to, and closes. */
  refuse(message: string): void {
    this.#settings.report(new Error(message), {});
    this.#socket.close(1008, 'See the log of the service.');
  }

  #say(message: FromService): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #hear(text: string | undefined): void {
    this.#unanswered = 0;
    const message = understood(text);
    if (!message || message.type === 'hello') this.refuse('A runner has sent what is no message.');
    // A call that was called off meanwhile, or was never asked for: nobody listens.
    else this.#take(message, this.#making.get(message.call));
  }

  #take(message: Exclude<FromRunner, { type: 'hello' }>, making: Making | undefined): void {
    if (message.type === 'told') making?.progress(message.progress);
    else if (message.type === 'log' && making) making.writing = making.writing.then(() => this.#keep(making, message));
    else if (message.type === 'ended' && making) this.#end(message.call, making, () => making.settle.resolve(message.output));
    else if (message.type === 'failed' && making)
      this.#end(message.call, making, () => making.settle.reject(thrown(message.problem)));
  }

  /** What came of it counts once all of the log that came before it is written. */
  #end(call: number, making: Making, settle: () => void): void {
    void making.writing.then(() => {
      this.#making.delete(call);
      settle();
    });
  }

  async #keep({ log, signal }: Making, { call, position, bytes }: FromRunner & { type: 'log' }): Promise<void> {
    if (!log) {
      this.refuse('A runner has sent a log that nobody asked for.');
      return;
    }
    for (let tries = 0; !signal.aborted; tries++) {
      try {
        this.#say({ type: 'logTaken', call, position: await log.take(position, Buffer.from(bytes, 'base64')) });
        return;
      } catch (error) {
        if (tries === 0) this.#settings.report(error, { log: 'of a runner' });
        await pause(1000, undefined, { signal }).catch(() => {});
      }
    }
  }

  #beat(): void {
    if (this.#unanswered >= patience) this.#socket.terminate();
    else this.#socket.ping();
    this.#unanswered += 1;
  }
}

/** So many signs of life may stay out before a runner counts as gone: its server may be busy. */
const patience = 3;

function understood(text: string | undefined): FromRunner | undefined {
  try {
    return text === undefined ? undefined : fromRunner.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function thrown(problem: (FromRunner & { type: 'failed' })['problem']): Error {
  return problem
    ? new Problem(problem.code, problem.message)
    : new Error('A call went wrong on a runner; its own log has the details.');
}
