import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Connections } from './connections.ts';

/** Most bytes of one notification; PostgreSQL takes 7,999. */
const longest = 7000;
const longestPause = 5000;

interface Piece {
  readonly of: string;
  readonly key: number;
  readonly part: number;
  readonly parts: number;
}

/**
 * Carries messages from each process to all others, by LISTEN and NOTIFY. It may lose them: where the connection was cut, `onGap` is
 * called once it is there again, so that whoever waits looks for himself. Messages that come at the same time travel together, in a
 * transaction of their own: one that is told within a step's would hold up all other steps while it is flushed.
 */
export class Channel {
  readonly #connections: Connections;
  readonly #hear: (message: unknown) => void;
  readonly #onGap: () => void;
  readonly #own = randomUUID();
  readonly #pieces = new Map<string, string[]>();
  #outgoing: unknown[] = [];
  #sending = false;
  #looking = false;
  #client: pg.Client | undefined;
  #closed = false;
  #key = 0;
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
    client.on('notification', ({ payload }) => this.#take(payload ?? ''));
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

  /** Whether other processes can be heard at the moment. */
  get listens(): boolean {
    return this.#client !== undefined;
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
      const payloads = this.#pack(messages);
      // It need not survive a crash, so nobody waits for a disk.
      const sql = `select set_config('synchronous_commit', 'off', true), pg_notify('mim_setup', payload)
        from unnest(?::text[]) as payload`;
      await this.#connections.run(sql, [payloads as unknown as string]).catch(() => {});
    }
    this.#sending = false;
  }

  /** As few notifications as hold them; one that is too long goes in pieces. */
  #pack(messages: readonly unknown[]): string[] {
    const payloads: string[] = [];
    let together: string[] = [];
    let size = 0;
    const finish = () => {
      if (together.length > 0) payloads.push(`${this.#own}[${together.join(',')}]`);
      together = [];
      size = 0;
    };
    for (const message of messages) {
      const text = JSON.stringify(message);
      const bytes = Buffer.byteLength(text) + 1;
      if (bytes > longest) payloads.push(...this.#cut(text));
      else {
        if (size + bytes > longest) finish();
        together.push(text);
        size += bytes;
      }
    }
    finish();
    return payloads;
  }

  #cut(text: string): string[] {
    const whole = Buffer.from(text).toString('base64');
    const parts = Math.ceil(whole.length / longest);
    this.#key += 1;
    return Array.from({ length: parts }, (_, part) => {
      const piece: Piece = { of: this.#own, key: this.#key, part, parts };
      return `${this.#own}${JSON.stringify(piece)}\n${whole.slice(part * longest, (part + 1) * longest)}`;
    });
  }

  #take(payload: string): void {
    const from = payload.slice(0, this.#own.length);
    if (from === this.#own) return;
    const text = payload.slice(this.#own.length);
    if (text.startsWith('[')) for (const message of JSON.parse(text) as unknown[]) this.#hear(message);
    else this.#takePiece(text);
  }

  #takePiece(text: string): void {
    const [head, ...body] = text.split('\n');
    const { of, key, part, parts } = JSON.parse(head!) as Piece;
    const name = `${of}/${key}`;
    const pieces = part === 0 ? [] : this.#pieces.get(name);
    // Its beginning was lost with an earlier connection.
    if (pieces?.length !== part) return void this.#pieces.delete(name);
    pieces.push(body.join('\n'));
    this.#pieces.set(name, pieces);
    if (pieces.length < parts) return;
    this.#pieces.delete(name);
    this.#hear(JSON.parse(Buffer.from(pieces.join(''), 'base64').toString('utf8')));
  }

  #lost(client: pg.Client): void {
    if (this.#closed || (this.#client !== undefined && this.#client !== client) || this.#retry) return;
    this.#client = undefined;
    letGo(client);
    this.#pieces.clear();
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
