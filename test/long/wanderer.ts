import { setTimeout as pause } from 'node:timers/promises';
import { mailOptions } from '../../machines/vocabulary/mailOptions.ts';
import type { AuditTrail } from '../../server/view/auditTrail.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import type { Client, Reply } from '../client.ts';
import { isSettled } from '../host/mortalService.ts';
import { nextEvent } from '../host/undisturbed.ts';
import { Leash } from '../leash.ts';

interface Request {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
  /** The type of the journal's entry that it leads to. */
  readonly type: string;
}

/** A request that was answered: what it asked for, under which key, and the revisions before and behind it. */
interface Told extends Request {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly revision: number;
  readonly who: string;
  readonly event: { readonly type: string };
}

/** So many steps it strays; from then on it goes straight to the end. */
const straying = 40;
/** Milliseconds after which whoever has not answered is asked again. */
const patience = 15_000;
/** Milliseconds within which what runs has ended, however often the service dies meanwhile. */
const restWithin = 600_000;

/**
 * A client that wanders through an installation as chance has it, forth and back, by single answers and by files, and does not give
 * up on a service that dies under it: what gets no answer is sent again under its key. It keeps a model of what it was told, and
 * holds the service to it.
 */
export class Wanderer {
  readonly #client: () => Client;
  readonly #name: string;
  readonly #random: () => number;
  readonly #answers: ReturnType<typeof answersFor>;
  readonly #told: Told[] = [];
  readonly #faults: string[] = [];
  readonly #leash = new Leash();
  #id = '';
  #seen = 0;

  constructor(client: () => Client, name: string, random: () => number) {
    this.#client = client;
    this.#name = name;
    this.#random = random;
    this.#answers = answersFor(mailOptions[Math.floor(random() * mailOptions.length)]!.option);
  }

  get id(): string {
    return this.#id;
  }

  /** How many requests it was answered. */
  get steps(): number {
    return this.#told.length;
  }

  async toTheEnd(): Promise<void> {
    let view = await this.#settled(await this.#ask(this.#begin(), 0));
    this.#id = view.id;
    for (let step = 1; ; step++) {
      this.#leash.step(this.#name, () => `${view.status} at ${view.page.id}`);
      const request = step < straying ? this.#any(view) : this.#straight(view);
      if (!request) break;
      view = await this.#settled(await this.#ask(request, view.revision));
    }
    if (view.status !== 'finished') this.#faults.push(`it has ended as ${view.status}`);
  }

  /** Where the service says otherwise than this client was told; nothing, where all of it agrees. */
  async contradictions(): Promise<string[]> {
    const path = `/api/v1/installations/${this.#id}`;
    const { body: journal } = await this.#client().request<Entry[]>('GET', `${path}/history`);
    const own = journal.filter(({ who }) => who === 'local');
    const between = ({ from, to }: Told) => own.filter(({ revision }) => revision > from && revision <= to);
    const gaps = journal.filter(({ revision }, at) => revision !== at + 1).map(({ revision }) => `a gap before ${revision}`);
    const lost = this.#told.filter((told) => !between(told).some(({ event }) => event.type === told.type));
    // A file of answers takes more steps than the one that was asked for.
    const single = this.#told.filter(({ type }) => type !== 'replay' && type !== 'begin');
    const twice = single.filter((told) => between(told).length > 1);
    const replays = own.filter(({ event }) => event.type === 'replay').length;
    const asked = this.#told.filter(({ type, body }) => type === 'replay' || ('answers' in body && type === 'begin')).length;
    const before = (await this.#client().view(this.#id)).revision;
    for (const told of this.#told) await this.#insist(told, told.key);
    const after = (await this.#client().view(this.#id)).revision;
    const { seals } = (await this.#client().request<AuditTrail>('GET', `${path}/audit`)).body;
    return [
      ...this.#faults,
      ...gaps,
      ...lost.map(({ type, from, to }) => `lost: ${type} after ${from}, told to have led to ${to}`),
      ...twice.map(({ type, from }) => `more than asked for: ${type} after ${from}`),
      ...(replays === asked ? [] : [`${replays} files of answers were walked by, of ${asked}`]),
      ...(seals?.since === 1 && seals.broken === null ? [] : [`the seals say ${JSON.stringify(seals)}`]),
      ...(before === after ? [] : [`repeats have led from ${before} to ${after}`]),
    ].map((fault) => `${this.#name}: ${fault}`);
  }

  #begin(): Request {
    const wish = { mode: 'rehearsal', rehearsal: { pace: 30, ...(this.#random() < 0.2 && { failAt: 'DeploySolutions' }) } };
    const body = this.#random() < 0.3 ? { ...wish, answers: this.#file(4) } : wish;
    return { method: 'POST', path: '/api/v1/installations', body, type: 'begin' };
  }

  #any(view: View): Request | undefined {
    const chance = this.#random();
    const pages = view.trail.filter((page) => page in this.#answers);
    if (chance < 0.1 && view.can.includes('back')) return this.#event({ type: 'back' });
    if (chance < 0.15 && view.can.includes('revisit') && pages.length > 0)
      return this.#event({ type: 'revisit', page: pages[Math.floor(this.#random() * pages.length)] });
    if (chance < 0.2 && view.can.includes('recheck')) return this.#event({ type: 'recheck' });
    if (chance < 0.5 && view.can.includes('register'))
      return this.#event({ type: 'register', mailbox: 'mim@contoso.com', group: 'mim@contoso.com' });
    if (chance < 0.25 && view.status === 'asking') {
      const path = `/api/v1/installations/${view.id}/answers`;
      return { method: 'PUT', path, body: this.#file(Math.ceil(this.#random() * 25)), type: 'replay' };
    }
    return this.#straight(view);
  }

  #straight(view: View): Request | undefined {
    const event = nextEvent(view, this.#answers);
    return event && this.#event(event as { type: string });
  }

  #event(body: Readonly<Record<string, unknown>> & { readonly type: string }): Request {
    return { method: 'POST', path: `/api/v1/installations/${this.#id}/events`, body, type: body.type };
  }

  /** The first pages of the way. */
  #file(pages: number): object {
    const acknowledge = ['accountSecurityWarning', 'sharePointTimerWarning'];
    return { pages: Object.fromEntries(Object.entries(this.#answers).slice(0, pages)), acknowledge };
  }

  async #ask(request: Request, from: number): Promise<View> {
    const key = `${this.#name} ${this.#told.length}`;
    const view = await this.#insist(request, key);
    this.#told.push({ ...request, key, from, to: view.revision });
    this.#see(view);
    return view;
  }

  /** What was told once is never taken back. */
  #see({ revision }: View): void {
    if (revision < this.#seen) this.#faults.push(`it was at ${this.#seen}, and is at ${revision}`);
    this.#seen = revision;
  }

  async #settled(from: View): Promise<View> {
    let view = from;
    for (const end = Date.now() + restWithin; !isSettled(view); this.#see(view)) {
      if (Date.now() > end) throw new Error(`${this.#name} comes to no rest: ${view.status} at ${view.page.id}`);
      await pause(100);
      view = await this.#answered((client) => client.request('GET', `/api/v1/installations/${view.id}`));
    }
    return view;
  }

  #insist({ method, path, body }: Request, key: string): Promise<View> {
    const headers = { 'Idempotency-Key': key, Prefer: 'wait=5' };
    return this.#answered((client) => client.request(method, path, body, headers, AbortSignal.timeout(patience)));
  }

  /** Until it is answered: how often the service was killed meanwhile does not count, but how long one has run without an answer. */
  async #answered(ask: (client: Client) => Promise<Reply>): Promise<View> {
    let last: unknown;
    let client = this.#client();
    for (let since = Date.now(); Date.now() < since + 180_000; await pause(50)) {
      if (client !== this.#client()) since = Date.now();
      client = this.#client();
      try {
        const reply = await ask(client);
        if (reply.status < 300) return reply.body;
        last = reply.body;
        if (reply.status !== 503) throw new Error(`${this.#name}: ${reply.status} ${JSON.stringify(reply.body)}`);
      } catch (error) {
        const isAway = error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException;
        if (!isAway) throw error;
        last = error;
      }
    }
    throw new Error(`${this.#name} was never answered: ${JSON.stringify(last)}`, { cause: last });
  }
}
