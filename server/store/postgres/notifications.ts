import { randomUUID } from 'node:crypto';

/** Most bytes of one notification; PostgreSQL takes 7,999. */
const longest = 7000;

interface Piece {
  readonly of: string;
  readonly key: number;
  readonly part: number;
  readonly parts: number;
}

/** Messages as the payloads of notifications: as few as hold them, and one that is too long in pieces. */
export class Notifications {
  readonly #own = randomUUID();
  readonly #pieces = new Map<string, string[]>();
  #key = 0;

  pack(messages: readonly unknown[]): string[] {
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

  /** The messages that a payload completes; none, where this process has sent it. */
  unpack(payload: string): unknown[] {
    const from = payload.slice(0, this.#own.length);
    if (from === this.#own) return [];
    const text = payload.slice(this.#own.length);
    return text.startsWith('[') ? (JSON.parse(text) as unknown[]) : this.#join(text);
  }

  /** Pieces whose rest was lost are waited for no longer. */
  forgetPieces(): void {
    this.#pieces.clear();
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

  #join(text: string): unknown[] {
    const [head, ...body] = text.split('\n');
    const { of, key, part, parts } = JSON.parse(head!) as Piece;
    const name = `${of}/${key}`;
    const pieces = part === 0 ? [] : this.#pieces.get(name);
    // Its beginning was lost with an earlier connection.
    if (pieces?.length !== part) {
      this.#pieces.delete(name);
      return [];
    }
    pieces.push(body.join('\n'));
    this.#pieces.set(name, pieces);
    if (pieces.length < parts) return [];
    this.#pieces.delete(name);
    return [JSON.parse(Buffer.from(pieces.join(''), 'base64').toString('utf8'))];
  }
}
