import type { Connections } from './connections.ts';

interface At {
  readonly revision: number;
  readonly walk: string | null;
}

/** Looks where installations are. Those that are asked for at the same time are looked up together. */
export class Revisions {
  readonly #connections: Connections;
  #asked = new Map<string, Promise<At | undefined>>();
  #together: Promise<ReadonlyMap<string, At>> | undefined;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  look(id: string): Promise<At | undefined> {
    const known = this.#asked.get(id);
    if (known) return known;
    this.#together ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#lookAll());
    const at = this.#together.then((all) => all.get(id));
    this.#asked.set(id, at);
    return at;
  }

  /** Whoever asks once this is under way wants to see what has happened since, and is looked up with the next. */
  async #lookAll(): Promise<ReadonlyMap<string, At>> {
    const ids = [...this.#asked.keys()];
    this.#asked = new Map();
    this.#together = undefined;
    const sql = 'select id, revision, walk from installation where id = any(?::text[])';
    const rows = await this.#connections.run(sql, [ids as unknown as string]);
    return new Map(
      rows.map((row) => [row['id'] as string, { revision: row['revision'] as number, walk: row['walk'] as string | null }]),
    );
  }
}
