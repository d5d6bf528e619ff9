import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Value } from '../ask.ts';
import type { Step } from '../step.ts';
import type { CallQueue } from './callQueue.ts';
import type { Connections } from './connections.ts';

/** Whether a step has more to write than its state, its entry of the journal and the request that it answers. */
export function hasParts({ started, stopped, ended, newKey, sealed, destroyed, forget }: Step): boolean {
  return (
    started.length + stopped.length + sealed.length + destroyed.length > 0 ||
    forget ||
    ended !== undefined ||
    newKey !== undefined
  );
}

/** Writes calls and secrets of a step that was taken, within its transaction. False where its outcome comes too late. */
export async function writeParts(
  connections: Connections,
  queue: CallQueue,
  client: pg.ClientBase,
  step: Step,
): Promise<boolean> {
  const run = (sql: string, ...values: Value[]) => connections.run(sql, values, client);
  const { id, ended, stopped, newKey, sealed, destroyed, forget } = step;
  if (ended && !(await endCall(run, queue, client, step))) return false;
  for (const call of stopped) if (call !== ended?.id) await callOff(run, queue, client, id, call);
  await askFor(run, queue, client, step);
  if (newKey) await run('insert into data_key (installation, wrapped) values (?, ?)', id, newKey);
  for (const secret of sealed)
    await run('insert into secret (installation, id, sealed) values (?, ?, ?)', id, secret.id, secret.sealed);
  for (const secret of destroyed) await run('delete from secret where installation = ? and id = ?', id, secret);
  if (forget) {
    await run('delete from secret where installation = ?', id);
    await run('delete from data_key where installation = ?', id);
  }
  return true;
}

type Run = (sql: string, ...values: Value[]) => Promise<Record<string, unknown>[]>;

/** The claim of a call as a word: its job, and the attempt at it. */
export function claimOf({ id, retryCount }: { readonly id: string; readonly retryCount: number }): string {
  return `${id} ${retryCount}`;
}

function attemptOf(claim: string): { readonly id: string; readonly retryCount: number } {
  const [id = '', retryCount] = claim.split(' ');
  return { id, retryCount: Number(retryCount) };
}

async function endCall(run: Run, queue: CallQueue, client: pg.ClientBase, { id, ended }: Step): Promise<boolean> {
  const [row] = await run(removed, id, ended!.id);
  if (!row) return false;
  const place = await queue.queueAt(row['place'] as string | null);
  if (ended!.claim !== undefined) return await queue.finish(client, place, attemptOf(ended!.claim));
  await queue.remove(client, place, [row['job'] as string]);
  return true;
}

/** Calls off a call, whoever makes it. */
async function callOff(run: Run, queue: CallQueue, client: pg.ClientBase, id: string, call: string): Promise<void> {
  const [row] = await run(removed, id, call);
  if (row?.['job']) await queue.remove(client, await queue.queueAt(row['place'] as string | null), [row['job'] as string]);
}

const removed = 'delete from effect where installation = ? and id = ? returning job, place';

async function askFor(run: Run, queue: CallQueue, client: pg.ClientBase, { id, revision, started }: Step): Promise<void> {
  for (const { id: call, service, input, place = null } of started) {
    const job = randomUUID();
    const sql = 'insert into effect (installation, id, revision, service, input, place, job) values (?, ?, ?, ?, ?, ?, ?)';
    await run(sql, id, call, revision + 1, service, JSON.stringify(input), place, job);
    const data = { installation: id, id: call, revision: revision + 1 };
    await queue.put(client, await queue.queueAt(place), [{ id: job, data }]);
  }
}
