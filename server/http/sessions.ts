import { createHash, randomBytes } from 'node:crypto';

/** Milliseconds that a session lasts at most. */
const lifetime = 12 * 3_600_000;
/** Sessions at a time; the oldest one ends where there are more. */
const most = 10_000;

/**
 * Who is signed in with a browser: a random id for each, which says nothing and is good for nothing else than the token is. They end
 * with the service, after twelve hours, or when the user signs out.
 */
export class Sessions {
  readonly #now: () => number;
  readonly #sessions = new Map<string, { readonly name: string; readonly until: number }>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Begins a session. @returns its id, which is known to nobody else. */
  begin(name: string): string {
    const id = randomBytes(32).toString('base64url');
    this.#sessions.set(digest(id), { name, until: this.#now() + lifetime });
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > most && oldest !== undefined) this.#sessions.delete(oldest);
    return id;
  }

  /** Whose session it is; undefined where there is none, or it is over. */
  nameOf(id: string): string | undefined {
    const key = digest(id);
    const session = this.#sessions.get(key);
    if (session && session.until <= this.#now()) this.#sessions.delete(key);
    return session && session.until > this.#now() ? session.name : undefined;
  }

  end(id: string): void {
    this.#sessions.delete(digest(id));
  }
}

/** Looked up by this, so that the time of a look tells nothing of an id. */
function digest(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
