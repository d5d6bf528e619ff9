import type { Ask, Change } from './ask.ts';

/** Which sessions of browsers were ended before their time, as every process has to know it; in the same words for both engines. */
export class EndedSessions {
  readonly #ask: Ask;
  readonly #change: Change;

  /** @param change is fulfilled when what it changed is durable. */
  constructor(ask: Ask, change: Change) {
    this.#ask = ask;
    this.#change = change;
  }

  /** @param until when it would have ended by itself, ISO 8601: for so long it is remembered. */
  async add(session: string, until: string): Promise<void> {
    await this.#change('insert into meta (name, value) values (?, ?) on conflict (name) do nothing', nameOf(session), until);
  }

  async has(session: string): Promise<boolean> {
    return (await this.#ask('select value from meta where name = ?', nameOf(session))).length > 0;
  }

  /** Forgets those that would have ended by then (ISO 8601), and tells how many. */
  forget(now: string): Promise<number> {
    return this.#change("delete from meta where name like 'ended session %' and value < ?", now);
  }
}

function nameOf(session: string): string {
  return `ended session ${session}`;
}
