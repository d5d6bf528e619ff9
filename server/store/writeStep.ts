import type { Database } from './database.ts';
import { digestOf } from './rows.ts';
import type { Step } from './step.ts';

/** Writes a step, within a transaction. False where it does not count: another one got in first, or nobody waits for it. */
export function writeStep(db: Database, step: Step): boolean {
  if (!isWaitedFor(db, step) || !saveState(db, step)) return false;
  writeJournal(db, step);
  replaceEffects(db, step);
  keepSecrets(db, step);
  keepAnswering(db, step);
  return true;
}

/** An outcome of an earlier asking does not count. */
function isWaitedFor(db: Database, { id, ended }: Step): boolean {
  const waiting = 'select 1 from effect where installation = ? and id = ? and revision = ?';
  return !ended || db.get(waiting, id, ended.id, ended.revision) !== undefined;
}

function saveState(db: Database, step: Step): boolean {
  const { id, revision, row, at, who, kept, walk } = step;
  const text = JSON.stringify(kept);
  const values = [at, row.status, row.page, row.option, row.chart, text, digestOf(text), walk, byService(who) ? null : who];
  const { changes } = revision
    ? db.run(
        `update installation set revision = revision + 1, updated_at = ?, status = ?, page = ?, option = ?, chart = ?, kept = ?,
         digest = ?, walk = ?, who = coalesce(?, who) where id = ? and revision = ?`,
        ...values,
        id,
        revision,
      )
    : db.run(
        `insert into installation (id, name, mode, rehearsal, created_at, revision, updated_at, status, page, option, chart, kept,
         digest, walk, who) values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        row.name,
        row.mode,
        row.rehearsal,
        at,
        ...values,
      );
  return changes === 1;
}

function writeJournal(db: Database, { id, revision, at, who, event, from, row, kept }: Step): void {
  const values = [id, revision + 1, at, who, JSON.stringify(event), from, row.page, JSON.stringify(kept)];
  db.run('insert into journal values (?, ?, ?, ?, ?, ?, ?, ?)', ...values);
}

function replaceEffects(db: Database, { id, revision, ended, stopped, started }: Step): void {
  for (const effect of [...stopped, ...(ended ? [ended.id] : [])])
    db.run('delete from effect where installation = ? and id = ?', id, effect);
  for (const { id: effect, service, input } of started) {
    db.run('insert into effect values (?, ?, ?, ?, ?)', id, effect, revision + 1, service, JSON.stringify(input));
  }
}

function keepSecrets(db: Database, { id, newKey, sealed, destroyed, forget }: Step): void {
  if (newKey) db.run('insert into data_key values (?, ?)', id, newKey);
  for (const secret of sealed) db.run('insert into secret values (?, ?, ?)', id, secret.id, secret.sealed);
  for (const secret of destroyed) db.run('delete from secret where installation = ? and id = ?', id, secret);
  if (forget) forgetSecrets(db, id);
}

/** Destroys the secrets of an installation, and the key that opens them. */
export function forgetSecrets(db: Database, id: string): void {
  db.run('delete from secret where installation = ?', id);
  db.run('delete from data_key where installation = ?', id);
}

function keepAnswering(db: Database, { id, at, answering }: Step): void {
  if (!answering) return;
  const { scope, key, digest } = answering;
  db.run('insert into answered (scope, key, digest, installation, at) values (?, ?, ?, ?, ?)', scope, key, digest, id, at);
}

function byService(who: string): boolean {
  return who === 'mim-setup';
}
