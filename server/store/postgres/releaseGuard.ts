import type pg from 'pg';
import { arrivalOf, OtherRelease, type Release } from '../release.ts';
import { schemaVersion } from '../schema/schemaVersion.ts';
import type { Connections } from './connections.ts';
import { superseded } from './trouble.ts';

/**
 * Which release moves the installations of a database that several processes share: the one that came last. Each step is guarded by
 * it, so that no process of an earlier one moves what the later one has moved.
 */
export class ReleaseGuard {
  readonly #connections: Connections;
  readonly #release: Release | undefined;

  constructor(connections: Connections, release: Release | undefined) {
    this.#connections = connections;
    this.#release = release;
  }

  /** What stands in the database while this process may move what is there; null where nothing guards it. */
  get name(): string | null {
    return this.#release ? `${schemaVersion} ${this.#release.chart}` : null;
  }

  /** From now on it is this one. @throws {NewerChart} */
  async arrive(client: pg.ClientBase): Promise<void> {
    if (!this.#release || this.name === null) return;
    const [row] = await this.#connections.run("select value from meta where name = 'releases'", [], client);
    const releases = arrivalOf(this.#release, row?.['value'] as string | undefined);
    const sql = 'insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value';
    await this.#connections.run(sql, ['releases', releases], client);
    await this.#connections.run(sql, ['in force', this.name], client);
  }

  /** @throws {OtherRelease} where it is another one, which stays it. */
  async expect(): Promise<void> {
    if (!this.#release || this.name === null) return;
    const sql = "select name, value from meta where name in ('in force', 'releases')";
    const meta = new Map((await this.#connections.run(sql, [])).map(({ name, value }) => [String(name), String(value)]));
    if (meta.get('in force') !== this.name) throw new OtherRelease(this.#release, meta.get('releases'));
  }

  /** @throws {StoreUnavailable} where it is a later one by now: for this process all is over then. */
  async check(): Promise<void> {
    if (this.name === null) return;
    const [row] = await this.#connections.run("select value from meta where name = 'in force'", []);
    if (row?.['value'] !== this.name) throw this.lose();
  }

  /** It is a later one by now: this process may no longer use what is kept. */
  lose(): Error {
    return this.#connections.ownership.lose(superseded(this.#connections.where));
  }
}
