import type { DatabaseSync } from 'node:sqlite';
import type { Asked, Committed, Step, Written } from '../step.ts';
import { moverOf, writtenOf } from '../stepRows.ts';
import { isAnswered, keepAnswering } from './answering.ts';
import { forgetSecrets } from './deleteInstallation.ts';
import type { Statements } from './statements.ts';

/** What a taken step has put an end to: the status that the installation had; nothing, where it had none. */
export interface Taken {
  readonly step: Step;
  readonly earlier: { readonly status: string; readonly createdAt: string; readonly who: string } | undefined;
}

type Refused = Exclude<Committed, 'taken'>;
type Holds = (installation: string, asked: Asked) => boolean;

/** Writes steps within a transaction, all together, or says why one of them does not count, and has written nothing then. */
export function takeSteps(
  db: DatabaseSync,
  statements: Statements,
  steps: readonly Step[],
  holds: Holds,
): readonly Taken[] | Refused {
  const [only, ...more] = steps;
  if (only && more.length === 0) {
    const one = takeStep(statements, only, holds);
    return typeof one === 'string' ? one : [one];
  }
  db.exec('savepoint steps');
  const taken: Taken[] = [];
  for (const step of steps) {
    const one = takeStep(statements, step, holds);
    if (typeof one === 'string') {
      db.exec('rollback to steps; release steps');
      return one;
    }
    taken.push(one);
  }
  db.exec('release steps');
  return taken;
}

/** Writes a step, or says why it does not count, and has written nothing then. */
function takeStep(statements: Statements, step: Step, holds: Holds): Taken | Refused {
  const { id, revision, ended, answering } = step;
  const earlier = statements.get('select revision, status, created_at, who from installation where id = ?', id);
  if ((earlier?.['revision'] ?? 0) !== revision) return 'overtaken';
  if (ended && !isAsked(statements, id, ended, holds)) return 'unasked';
  if (answering && isAnswered(statements, answering)) return 'repeated';
  const written = writtenOf(step);
  saveState(statements, step, written);
  writeJournal(statements, step, written);
  replaceEffects(statements, step);
  keepSecrets(statements, step);
  if (answering) keepAnswering(statements, answering, id, revision + 1, step.at);
  return {
    step,
    earlier: earlier && {
      status: earlier['status'] as string,
      createdAt: earlier['created_at'] as string,
      who: earlier['who'] as string,
    },
  };
}

/** An outcome of an earlier asking, or of an earlier making, does not count. */
function isAsked(statements: Statements, id: string, asked: Asked, holds: Holds): boolean {
  const sql = 'select 1 from effect where installation = ? and id = ? and revision = ?';
  return statements.get(sql, id, asked.id, asked.revision) !== undefined && holds(id, asked);
}

function saveState(statements: Statements, step: Step, { kept, digest, seal }: Written): void {
  const { id, revision, row, at, walk } = step;
  const who = moverOf(step);
  if (revision > 0) {
    const sql = `update installation set revision = ?, updated_at = ?, status = ?, page = ?, option = ?, chart = ?, kept = ?,
      digest = ?, seal = ?, walk = ?, runner = ?, who = coalesce(?, who) where id = ?`;
    const { status, page, option, chart, runner } = row;
    statements.run(sql, revision + 1, at, status, page, option, chart, kept, digest, seal, walk, runner, who, id);
    return;
  }
  const sql = `insert into installation (id, name, mode, rehearsal, created_at, updated_at, who, status, page, option, revision, chart,
    kept, digest, seal, walk, runner) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`;
  const { name, mode, rehearsal, runner, status, page, option, chart } = row;
  statements.run(sql, id, name, mode, rehearsal, at, at, step.who, status, page, option, chart, kept, digest, seal, walk, runner);
}

function writeJournal(statements: Statements, step: Step, { event, whole, changed, digest, seal }: Written): void {
  const { id, revision, at, who, from, row } = step;
  const sql = `insert into journal (installation, revision, at, who, event, from_page, to_page, kept, changed, chart, digest, seal)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  statements.run(sql, id, revision + 1, at, who, event, from, row.page, whole, changed, row.chart, digest, seal);
}

function replaceEffects(statements: Statements, { id, revision, ended, stopped, started }: Step): void {
  for (const effect of [...stopped, ...(ended ? [ended.id] : [])])
    statements.run('delete from effect where installation = ? and id = ?', id, effect);
  for (const { id: effect, service, input, place = null } of started) {
    const sql = 'insert into effect (installation, id, revision, service, input, place) values (?, ?, ?, ?, ?, ?)';
    statements.run(sql, id, effect, revision + 1, service, JSON.stringify(input), place);
  }
}

function keepSecrets(statements: Statements, { id, newKey, sealed, destroyed, forget }: Step): void {
  if (newKey) statements.run('insert into data_key values (?, ?)', id, newKey);
  for (const secret of sealed) statements.run('insert into secret values (?, ?, ?)', id, secret.id, secret.sealed);
  for (const secret of destroyed) statements.run('delete from secret where installation = ? and id = ?', id, secret);
  if (forget) forgetSecrets(statements, id);
}
