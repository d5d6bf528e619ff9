import type { Value } from '../ask.ts';
import type { Step } from '../step.ts';
import type { CallQueue } from './callQueue.ts';
import type { Connections } from './connections.ts';

/** Deletes an installation with all that belongs to it, its secrets first. Tells whether it was there. */
export function deleteInstallation(
  connections: Connections,
  queue: CallQueue,
  id: string,
  answering: Step['answering'],
): Promise<boolean> {
  return connections.transaction(async (client) => {
    const run = (sql: string, ...values: Value[]) => connections.run(sql, values, client);
    // Before all else, so that no step comes in between.
    const found = await run('select id from installation where id = ? for update', id);
    await run('delete from secret where installation = ?', id);
    await run('delete from data_key where installation = ?', id);
    for (const row of await run('select job, place from effect where installation = ?', id))
      await queue.remove(client, await queue.queueAt(row['place'] as string | null), [String(row['job'])]);
    await run('delete from told where installation = ?', id);
    await run('delete from answered where installation = ?', id);
    await run('delete from installation where id = ?', id);
    if (answering) await remember(run, id, answering);
    return found.length === 1;
  });
}

async function remember(
  run: (sql: string, ...values: Value[]) => Promise<unknown>,
  id: string,
  { scope, key, digest, answer }: NonNullable<Step['answering']>,
): Promise<void> {
  const { status = null, body = null, location = null } = answer ?? {};
  const sql = `insert into answered (scope, key, digest, installation, at, status, body, location) values (?, ?, ?, ?, ?, ?, ?, ?)
    on conflict do nothing`;
  await run(sql, scope, key, digest, id, new Date().toISOString(), status, body, location);
}
