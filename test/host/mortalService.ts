import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from '../../server/cli/untilSettled.ts';
import type { View } from '../../server/view/view.ts';
import type { Reply } from '../client.ts';
import { Leash } from '../leash.ts';
import { type ServiceProcess, startProcess } from './serviceProcess.ts';

/** A service that is killed and started again over one data folder, and a client that does not give up on it. */
export class MortalService implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'mim-setup-mortal-'));
  #process: ServiceProcess | undefined;
  #deaths = 0;
  #startedAt = Date.now();
  readonly #leash = new Leash();

  /** Starts it; the first time twice, since one that ends by itself leaves its compiled code for those that are killed. */
  static async start(): Promise<MortalService> {
    const service = new MortalService();
    if (!MortalService.#compiled) await (await startProcess(service.folder)).stop();
    MortalService.#compiled = true;
    service.#process = await startProcess(service.folder);
    return service;
  }

  static #compiled = false;

  get deaths(): number {
    return this.#deaths;
  }

  get client() {
    return this.process.client;
  }

  get process(): ServiceProcess {
    if (!this.#process) throw new Error('It is not running.');
    return this.#process;
  }

  /** Kills it at once, and starts it again. */
  async killAndRestart(): Promise<void> {
    await this.process.kill();
    this.#deaths++;
    this.#process = await startProcess(this.folder);
    this.#startedAt = Date.now();
  }

  /** Kills it again and again, whenever `moment` is fulfilled, until `over` is, or it has died so many times in all. */
  async killUntil(over: Promise<unknown>, moment: () => Promise<unknown>, most = 100): Promise<void> {
    const end = over.then(() => true as const);
    while (this.#deaths < most) {
      if (await Promise.race([end, moment().then(() => false as const)])) return;
      await this.killAndRestart();
    }
  }

  /** Begins an installation, or sends an event, until it is answered: with one key, so that it is done once. */
  async persist(path: string, body: object, key: string): Promise<Reply> {
    this.#leash.step(path, () => JSON.stringify(body));
    return this.#insist((client) => client.request('POST', path, body, { 'Idempotency-Key': key, Prefer: 'wait=20' }));
  }

  /** The view once no check runs, nor the installer. */
  async settled(id: string): Promise<View> {
    for (const begun = Date.now(); ; ) {
      const { body } = await this.#insist((client) => client.request('GET', `/api/v1/installations/${id}`));
      if (isSettled(body)) return body;
      if (Date.now() > this.#lastStart(begun) + 120_000)
        throw new Error(`${id} comes to no rest: ${body.status} at ${body.page.id}, revision ${body.revision}`);
      const headers = { 'If-None-Match': `"${body.revision}"`, Prefer: 'wait=2' };
      await this.#insist(async (client) => {
        const reply = await client.request('GET', `/api/v1/installations/${id}`, undefined, headers);
        return reply.status === 304 ? { ...reply, status: 200 } : reply;
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process?.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Until it is answered. */
  async #insist(ask: (client: ServiceProcess['client']) => Promise<Reply>): Promise<Reply> {
    for (const begun = Date.now(); ; await pause(15)) {
      try {
        const reply = await ask(this.client);
        if (reply.status >= 200 && reply.status < 300) return reply;
        throw new Error(`${reply.status} ${JSON.stringify(reply.body)}; its log: ${this.process.output().slice(-3000)}`);
      } catch (error) {
        const isAway = error instanceof TypeError || error instanceof SyntaxError;
        if (!isAway || Date.now() > this.#lastStart(begun) + 60_000) throw error;
      }
    }
  }

  /** From when on it is waited for: how often it was killed meanwhile does not count, but how long it has run since. */
  #lastStart(begun: number): number {
    return Math.max(begun, this.#startedAt);
  }
}

/** Whether nothing runs that would move it on. */
export function isSettled(view: View): boolean {
  return !isBusy(view);
}
