import type { Ask, StoredRow } from './ask.ts';
import type { End } from './chain.ts';
import { type DamageFound, findDamaged } from './findDamaged.ts';
import { columns, isMarked, loadMarked, type Marked } from './loadMarked.ts';
import { readHistory, readJournal } from './readJournal.ts';
import { idOf, isSound, toAnswered, toLink, toRow, toWaiting, toWritten } from './readRows.ts';
import { endStatuses, type HistoryEntry, type JournalEntry, type Row, type Walking } from './rows.ts';
import type { WrittenEntry } from './seal.ts';
import type { Answered, Asked, Waiting } from './step.ts';

/** What both engines read in the same words; for what each method promises see `Store`. */
export class Reader {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** See {@link loadMarked}. */
  loadMarked(id: string): Promise<Marked | undefined> {
    return loadMarked(this.#ask, id);
  }

  async ids(limit: number, after: string): Promise<string[]> {
    return (await this.#ask('select id from installation where id > ? order by id limit ?', after, limit)).map(idOf);
  }

  async revision(id: string): Promise<number | undefined> {
    const [row] = await this.#ask('select revision from installation where id = ?', id);
    return row?.['revision'] as number | undefined;
  }

  async list(limit: number, status?: string, after?: Pick<Row, 'createdAt' | 'id'>): Promise<Row[]> {
    const which = status === undefined ? [] : status === 'damaged' ? [isMarked] : [`status = ? and not ${isMarked}`];
    const where = [...which, ...(after ? ['(created_at, id) < (?, ?)'] : [])].join(' and ');
    const values = [
      ...(status === undefined || status === 'damaged' ? [] : [status]),
      ...(after ? [after.createdAt, after.id] : []),
    ];
    const sql = `select ${columns}, ${isMarked} as marked from installation ${where && `where ${where}`}
      order by created_at desc, id desc limit ?`;
    return (await this.#ask(sql, ...values, limit)).map(toRow);
  }

  async counts(): Promise<[status: string, count: number][]> {
    const sql = `select case when ${isMarked} then 'damaged' else status end as shown, count(*) as many
      from installation group by 1 order by 1`;
    return (await this.#ask(sql)).map((row) => [row['shown'] as string, Number(row['many'])]);
  }

  async outdated(chart: string, limit: number, after = ''): Promise<string[]> {
    const sql = `select id from installation where (chart < ? or chart > ?) and ${hasNotEnded} and id > ? order by id limit ?`;
    return (await this.#ask(sql, chart, chart, after, limit)).map(idOf);
  }

  async walking(limit: number, after = ''): Promise<string[]> {
    const sql = `select id from installation where walk is not null and ${hasNotEnded} and id > ? order by id limit ?`;
    return (await this.#ask(sql, after, limit)).map(idOf);
  }

  async walkedOn(limit: number, after: Pick<Walking, 'updatedAt' | 'id'>): Promise<Walking[]> {
    const sql = `select id, revision, updated_at from installation where walk is not null and ${hasNotEnded}
      and (updated_at, id) > (?, ?) order by updated_at, id limit ?`;
    const rows = await this.#ask(sql, after.updatedAt, after.id, limit);
    return rows.map((row) => ({
      id: idOf(row),
      revision: row['revision'] as number,
      updatedAt: row['updated_at'] as string,
    }));
  }

  history(id: string, after = 0, limit?: number): Promise<HistoryEntry[]> {
    return readHistory(this.#ask, id, after, limit);
  }

  journal(id: string, after = 0, limit?: number): Promise<JournalEntry[]> {
    return readJournal(this.#ask, id, after, limit);
  }

  async entries(id: string, after: number, limit: number): Promise<WrittenEntry[]> {
    const sql = 'select * from journal where installation = ? and revision > ? order by revision limit ?';
    return (await this.#ask(sql, id, after, limit)).map(toWritten);
  }

  /** Read anew each time, whatever is remembered. */
  async end(id: string): Promise<End | undefined> {
    const [row] = await this.#ask('select revision, kept, digest, seal from installation where id = ?', id);
    return row && { revision: row['revision'] as number, link: toLink(row), isSound: isSound(row['kept'], row['digest']) };
  }

  async waiting(id: string): Promise<Waiting[]> {
    return (await this.#ask('select * from effect where installation = ? order by revision, id', id)).map(toWaiting);
  }

  /** Whether that asking is still waited for, whoever makes the call. */
  async isAsked(id: string, asked: Asked): Promise<boolean> {
    const sql = 'select 1 as found from effect where installation = ? and id = ? and revision = ?';
    return (await this.#ask(sql, id, asked.id, asked.revision)).length > 0;
  }

  /** The calls of all installations, in the order of their keys. */
  async allWaiting(
    limit: number,
    after: Pick<Waiting, 'installation' | 'id'> = { installation: '', id: '' },
  ): Promise<StoredRow[]> {
    const sql = 'select * from effect where (installation, id) > (?, ?) order by installation, id limit ?';
    return await this.#ask(sql, after.installation, after.id, limit);
  }

  async dataKey(id: string): Promise<Uint8Array | undefined> {
    const [row] = await this.#ask('select wrapped from data_key where installation = ?', id);
    return row?.['wrapped'] as Uint8Array | undefined;
  }

  async sealed(id: string, secrets: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    if (secrets.length === 0) return new Map();
    const rows = await this.#ask('select id, sealed from secret where installation = ?', id);
    const wanted = new Set(secrets);
    return new Map(rows.filter((row) => wanted.has(idOf(row))).map((row) => [idOf(row), row['sealed'] as Uint8Array]));
  }

  async answered(scope: string, key: string): Promise<Answered | undefined> {
    const [row] = await this.#ask('select * from answered where scope = ? and key = ?', scope, key);
    return row && toAnswered(row);
  }

  async meta(name: string): Promise<string | undefined> {
    const [row] = await this.#ask('select value from meta where name = ?', name);
    return row?.['value'] as string | undefined;
  }

  /** See {@link findDamaged}. */
  look(limit: number, after: string): Promise<DamageFound> {
    return findDamaged(this.#ask, limit, after);
  }
}

/** In the very words of the indexes that `schema/` makes, for by these an engine tells that an index will do. */
const hasNotEnded = `status not in (${endStatuses.map((status) => `'${status}'`).join(', ')})`;
