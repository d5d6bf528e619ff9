import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { StoredRecord } from '../../server/store/records.ts';
import { answersFor } from '../answers.ts';
import { Client } from '../client.ts';
import { startService } from './against.ts';
import { seeded } from './seeded.ts';

export interface TakenUp {
  readonly calls: number;
  /** Milliseconds from the start until the service was ready, and from then until the last call had ended. */
  readonly startedIn: number;
  readonly endedIn: number;
  /** Processor time of the service for each, its start left out, milliseconds. */
  readonly cpu: number;
}

/** Calls that a killed service has left, taken up by the next: each the same check, of an installation of its own. */
export async function takenUp(folder: string, calls: number): Promise<TakenUp> {
  const data = await seeded(folder, waitingForACall, (records) => waitingCopies(records, calls));
  await using service = await startService(data);
  const client = new Client(service.url);
  const before = service.cpu();
  const since = performance.now();
  const path = '/api/v1/installations?status=checking&limit=1';
  for (let left = 1; left > 0; await pause(20))
    left = (await client.request<{ items: unknown[] }>('GET', path)).body.items.length;
  return {
    calls,
    startedIn: service.startedIn,
    endedIn: performance.now() - since,
    cpu: (service.cpu() - before) / calls,
  };
}

/** An installation that has asked for a check, whose service ends before it does. */
async function waitingForACall(client: Client) {
  let view = await client.begin();
  while (view.page.id !== 'signIn') view = await client.step(view, answersFor('C'));
  const { body } = await client.event(view.id, { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } }, {});
  return body;
}

async function* waitingCopies(records: AsyncIterable<StoredRecord>, count: number): AsyncGenerator<StoredRecord> {
  const whole: StoredRecord[] = [];
  for await (const record of records) whole.push(record);
  const of = (table: StoredRecord['table']) => whole.filter((record) => record.table === table);
  const [installation, effects] = [of('installation')[0]!, of('effect')];
  if (effects.length === 0) throw new Error('The check had ended before its service did.');
  for (let number = 0; number < count; number++) {
    const id = randomUUID();
    yield { table: 'installation', row: { ...installation.row, id } };
    for (const { table, row } of [...of('journal'), ...effects]) yield { table, row: { ...row, installation: id } };
  }
}
