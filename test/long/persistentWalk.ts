import { setTimeout as pause } from 'node:timers/promises';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { Client, type Reply } from '../client.ts';
import { isSettled } from '../host/mortalService.ts';
import { nextEvent } from '../host/undisturbed.ts';

/** A step that a client was told of: the request that it sent under a key, and the revision that it was then told. */
interface Told {
  readonly key: string;
  readonly event: { readonly type: string; readonly page?: string; readonly task?: string };
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly revision: number;
  readonly who: string;
  readonly event: { readonly type: string; readonly page?: string; readonly task?: string; readonly call?: string };
}

/**
 * How long a reply is waited for before another process may be asked, how long for any at all, and how long for what runs to end,
 * milliseconds.
 */
const patience = { reply: 15_000, any: 150_000, rest: 600_000 };

/**
 * A walk to the end by a client that does not give up: what gets no answer is sent again under its key, until it has one. It
 * remembers what it was told, to hold the journal to it.
 */
export class PersistentWalk {
  readonly told: Told[] = [];
  readonly option: Option;
  readonly name: string;
  readonly #client: Client;
  #id = '';

  constructor(url: string, option: Option, name: string) {
    this.#client = new Client(url, { connection: 'close' });
    this.option = option;
    this.name = name;
  }

  get id(): string {
    return this.#id;
  }

  async toTheEnd(): Promise<void> {
    const begun = await this.#insist('POST', '/api/v1/installations', wish, `${this.name} begin`);
    this.#id = begun.id;
    const answers = answersFor(this.option);
    let view = await this.#settled(begun);
    for (let event = nextEvent(view, answers); event; event = nextEvent(view, answers)) {
      const from = view.revision;
      const key = `${this.name} ${from}`;
      const reply = await this.#insist('POST', `${this.#path}/events`, event, key);
      this.told.push({ key, event: event as Told['event'], from, to: reply.revision });
      view = await this.#settled(reply);
    }
    if (view.status !== 'finished') throw new Error(`${this.name} has ended as ${view.status}.`);
  }

  /** Sends everything once more, each under its key: what was done is not done again. */
  async repeat(): Promise<void> {
    const begun = await this.#insist('POST', '/api/v1/installations', wish, `${this.name} begin`);
    if (begun.id !== this.#id) throw new Error(`${this.name} was begun twice.`);
    for (const { key, event } of this.told) await this.#insist('POST', `${this.#path}/events`, event, key);
  }

  /** Where the journal says otherwise than what this client was told; nothing, where all of it agrees. */
  async contradictions(): Promise<string[]> {
    const { body: journal } = await this.#client.request<Entry[]>('GET', `${this.#path}/history`);
    const own = journal.filter(({ who, event }) => who !== 'mim-setup' && event.type !== 'begin');
    const gaps = journal.filter(({ revision }, at) => revision !== at + 1).map(({ revision }) => `gap before ${revision}`);
    const lost = this.told
      .filter(({ event, from, to }) => !own.some((entry) => entry.revision > from && entry.revision <= to && isOf(entry, event)))
      .map(({ event, from }) => `lost after ${from}: ${event.type} ${event.page ?? event.task ?? ''}`);
    const twice = own.length > this.told.length ? [`${own.length} steps of ${this.told.length} that were asked for`] : [];
    const installed = journal.filter(({ event }) => event.type === 'ended' && event.call === 'installing').length;
    return [...gaps, ...lost, ...twice, ...(installed === 1 ? [] : [`the installer ended ${installed} times`])];
  }

  get #path(): string {
    return `/api/v1/installations/${this.#id}`;
  }

  async #settled(from: View): Promise<View> {
    let view = from;
    for (const end = Date.now() + patience.rest; !isSettled(view); view = await this.#insist('GET', this.#path)) {
      if (Date.now() > end) throw new Error(`${this.name} comes to no rest: ${view.status} at ${view.page.id}`);
      await pause(200);
    }
    return view;
  }

  /** Until it is answered: it may be cut off, or no process be there, or the database away for a while. */
  async #insist(method: string, path: string, body?: object, key?: string): Promise<View> {
    let last: unknown;
    for (const end = Date.now() + patience.any; Date.now() < end; await pause(250)) {
      const reply = await this.#once(method, path, body, key).catch((error: unknown) => {
        last = error;
        return undefined;
      });
      if (reply && reply.status < 300) return reply.body;
      if (reply && reply.status !== 503) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
      last = reply?.body ?? last;
    }
    throw new Error(`${method} ${path} was never answered: ${JSON.stringify(last)}`, { cause: last });
  }

  /** Whoever does not answer in time is asked no more: it may be halted, and the other one is not. */
  #once(method: string, path: string, body?: object, key?: string): Promise<Reply> {
    const headers = { ...(key !== undefined && { 'Idempotency-Key': key, Prefer: 'wait=5' }) };
    return this.#client.request(method, path, body, headers, AbortSignal.timeout(patience.reply));
  }
}

const wish = { mode: 'rehearsal', rehearsal: { pace: 60 } };

function isOf({ event }: Entry, { type, page, task }: Told['event']): boolean {
  return event.type === type && event.page === page && event.task === task;
}
