import { LRUCache } from 'lru-cache';
import type { Ask, Change } from './ask.ts';
import { lookForDamage } from './damage.ts';
import { EndedSessions } from './endedSessions.ts';
import { Reader } from './reader.ts';
import type { JournalEntry, Saved } from './rows.ts';
import { RunnerRecords } from './runnerRecords.ts';
import type { Answer } from './step.ts';

/** How many installations are held ready to be read. */
const most = 500;

/**
 * What both engines remember of what they have read, and what they keep in the same words, beside steps; for what each method promises
 * see `Store`.
 */
export abstract class Keeper extends Reader {
  /** Installations as they are now, those that were used last. Whether they still are is for the store to say. */
  protected readonly cache = new LRUCache<string, Saved>({ max: most });
  readonly runners: RunnerRecords;
  readonly endedSessions: EndedSessions;
  readonly #change: Change;

  constructor(ask: Ask, change: Change) {
    super(ask);
    this.#change = change;
    this.runners = new RunnerRecords(ask, change);
    this.endedSessions = new EndedSessions(ask, change);
  }

  /** Whether what is remembered of an installation is still so. */
  protected abstract isStill(known: Saved): Promise<boolean>;

  /** What was counted is no longer so. */
  protected abstract forgetCounts(): void;

  async load(id: string): Promise<Saved | undefined> {
    const known = this.cache.get(id);
    if (known && (await this.isStill(known))) return known;
    const found = await this.loadMarked(id);
    if (!found) return undefined;
    const { saved, marked } = found;
    if (saved.kept) this.cache.set(id, saved);
    // What can't be marked now is marked when it is met the next time.
    if (marked !== (saved.kept === undefined)) await this.#mark(saved.kept ? [] : [id], saved.kept ? [id] : []).catch(() => {});
    return saved;
  }

  /** The newest entry has the state that is remembered, unless another process has written one behind it. */
  override async journal(id: string, after = 0, limit?: number): Promise<JournalEntry[]> {
    const known = this.cache.get(id);
    if (known?.kept === undefined || known.revision !== after + 1) return await super.journal(id, after, limit);
    const { kept } = known;
    const entries = await this.history(id, after, limit);
    return entries.length > 1 ? await super.journal(id, after, limit) : entries.map((entry) => ({ ...entry, kept }));
  }

  async saveWalk(id: string, revision: number, walk: string | null): Promise<boolean> {
    return (await this.#change('update installation set walk = ? where id = ? and revision = ?', walk, id, revision)) === 1;
  }

  async saveAnswer(scope: string, key: string, { status, body, location }: Answer): Promise<void> {
    const sql = 'update answered set status = ?, body = ?, location = ? where scope = ? and key = ?';
    await this.#change(sql, status, body, location, scope, key);
  }

  forgetAnswers(before: string): Promise<number> {
    return this.#change('delete from answered where at < ?', before);
  }

  async agree(name: string, proposed: string): Promise<string> {
    await this.#change('insert into meta (name, value) values (?, ?) on conflict (name) do nothing', name, proposed);
    return (await this.meta(name)) ?? proposed;
  }

  async keep(name: string, value: string): Promise<void> {
    const sql = 'insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value';
    await this.#change(sql, name, value);
  }

  lookForDamage(signal: AbortSignal): Promise<string[]> {
    return lookForDamage(this, (damaged, mended) => this.#mark(damaged, mended), signal);
  }

  async #mark(damaged: readonly string[], mended: readonly string[]): Promise<void> {
    const mark = 'insert into damage select id from installation where id = ? on conflict do nothing';
    await Promise.all([
      ...damaged.map((id) => this.#change(mark, id)),
      ...mended.map((id) => this.#change('delete from damage where installation = ?', id)),
    ]);
    this.forgetCounts();
  }
}
