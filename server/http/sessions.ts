import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Token } from '../configuration/tokens.ts';
import type { EndedSessions } from '../store/endedSessions.ts';

/** Milliseconds that a session lasts at most. */
const lifetime = 12 * 3_600_000;
/** For so long (milliseconds) a session that was not ended is not asked after again. */
const trusted = 5000;
/** So many are remembered as not ended, each for that time. */
const most = 10_000;

/** Whose sessions there may be, and by what they are known. */
export interface SessionSettings {
  readonly tokens: readonly Token[];
  /** The key by which the sessions of a token are signed: the same in each process, and another one for another token. */
  keyOf(token: string): Buffer;
  readonly ended: Pick<EndedSessions, 'add' | 'has'>;
  readonly now?: () => number;
}

/**
 * Who is signed in with a browser. A session's id says itself whose it is and until when, and is signed, so any process that has the
 * same master key knows it, after a restart too. It ends after twelve hours, when its token is no longer known, or when its user signs
 * out: at once in the process that is told so, within five seconds in each other.
 */
export class Sessions {
  readonly #keys: readonly { readonly name: string; readonly token: string; readonly key: Buffer }[];
  readonly #ended: SessionSettings['ended'];
  readonly #now: () => number;
  /** When each was last found not to be ended. */
  readonly #found = new Map<string, number>();

  constructor({ tokens, keyOf, ended, now = Date.now }: SessionSettings) {
    this.#keys = tokens.map(({ name, token }) => ({ name, token, key: keyOf(token) }));
    this.#ended = ended;
    this.#now = now;
  }

  /** Begins a session of whoever has shown a token. @returns its id; nothing, where the token is not known. */
  begin(token: string): string | undefined {
    const whose = this.#keys.find((one) => one.token === token);
    if (!whose) return undefined;
    const statement = [
      randomBytes(16).toString('base64url'),
      (this.#now() + lifetime).toString(36),
      Buffer.from(whose.name).toString('base64url'),
    ].join('.');
    return `${statement}.${sign(statement, whose.key).toString('base64url')}`;
  }

  /** Whose session it is; undefined where there is none, or it is over. */
  async nameOf(id: string): Promise<string | undefined> {
    const session = this.#read(id);
    return session && !(await this.#hasEnded(session.nonce)) ? session.name : undefined;
  }

  /** It counts no more; fulfilled when every process can know that. */
  async end(id: string): Promise<void> {
    const session = this.#read(id);
    if (!session) return;
    this.#found.delete(session.nonce);
    await this.#ended.add(session.nonce, new Date(session.until).toISOString());
  }

  #read(id: string): { readonly nonce: string; readonly until: number; readonly name: string } | undefined {
    const [, statement, nonce, until, encoded, signature] =
      /^(([\w-]{22})\.([0-9a-z]{1,10})\.([\w-]+))\.([\w-]{43})$/.exec(id) ?? [];
    if (statement === undefined) return undefined;
    const name = Buffer.from(encoded!, 'base64url').toString();
    const given = Buffer.from(signature!, 'base64url');
    const isSigned = this.#keys.some((one) => one.name === name && timingSafeEqual(sign(statement, one.key), given));
    const end = Number.parseInt(until!, 36);
    return isSigned && end > this.#now() ? { nonce: nonce!, until: end, name } : undefined;
  }

  async #hasEnded(nonce: string): Promise<boolean> {
    if (this.#now() - (this.#found.get(nonce) ?? Number.NEGATIVE_INFINITY) < trusted) return false;
    if (await this.#ended.has(nonce)) return true;
    if (this.#found.size >= most) this.#found.clear();
    this.#found.set(nonce, this.#now());
    return false;
  }
}

function sign(statement: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(statement).digest();
}
