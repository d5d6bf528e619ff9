import type pg from 'pg';
import type { Connections } from './connections.ts';
import { Notifications } from './notifications.ts';

const longestPause = 5000;

/**
 * Carries messages from each process to all others, by LISTEN and NOTIFY. It may lose them: where the connection was cut, `onGap` is
 * called once it is there again, so that whoever waits looks for himself. Messages that come at the same time travel together, in a
 * transaction of their own: one that is told within a step's would hold up all other steps while it is flushed.
 */
export class NotifyChannel {
  readonly #connections: Connections;
  readonly #hear: (message: unknown) => void;
  readonly #onGap: () => void;
  readonly #notifications = new Notifications();
  #outgoing: unknown[] = [];
  #sending = false;
  #looking = false;
  #client: pg.Client | undefined;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(connections: Connections, hear: (message: unknown) => void, onGap: () => void) {
    this.#connections = connections;
    this.#hear = hear;
    this.#onGap = onGap;
  }

  /** Fulfilled when it listens. */
  async open(): Promise<void> {
    const client = this.#connections.alone();
    const lost = () => this.#lost(client);
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload = '' }) => {
      for (const message of this.#notifications.unpack(payload)) this.#hear(message);
    });
    try {
      await client.connect();
      await client.query('listen mim_setup');
    } catch (error) {
      // One that answers late must not be heard beside the next.
      letGo(client);
      throw error;
    }
    if (this.#closed) return letGo(client);
    this.#client = client;
  }

  send(message: unknown): void {
    if (this.#closed) return;
    this.#outgoing.push(message);
    if (!this.#sending) {
      this.#sending = true;
      setImmediate(() => void this.#flush());
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  /** Looks whether the connection is still there; one that is silent for long may be cut off without a sign. */
  async lookAfter(): Promise<void> {
    const client = this.#client;
    if (!client || this.#looking) return;
    this.#looking = true;
    await client.query('select 1').catch(() => this.#lost(client));
    this.#looking = false;
  }

  async #flush(): Promise<void> {
    while (this.#outgoing.length > 0 && !this.#closed) {
      const messages = this.#outgoing;
      this.#outgoing = [];
      const payloads = this.#notifications.pack(messages);
      // It need not survive a crash, so nobody waits for a disk.
      const sql = `select set_config('synchronous_commit', 'off', true), pg_notify('mim_setup', payload)
        from unnest(?::text[]) as payload`;
      await this.#connections.run(sql, [payloads as unknown as string]).catch(() => {});
    }
    this.#sending = false;
  }

  #lost(client: pg.Client): void {
    if (this.#closed || (this.#client !== undefined && this.#client !== client) || this.#retry) return;
    this.#client = undefined;
    letGo(client);
    this.#notifications.forgetPieces();
    this.#reopen(100);
  }

  #reopen(pause: number): void {
    this.#retry = setTimeout(async () => {
      try {
        await this.open();
        this.#retry = undefined;
        this.#onGap();
      } catch {
        if (!this.#closed) this.#reopen(Math.min(longestPause, pause * 2));
      }
    }, pause);
  }
}

function letGo(client: pg.Client): void {
  client.removeAllListeners().on('error', () => {});
  void client.end().catch(() => {});
}
