import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../server/store/openStore.ts';
import type { StoredRecord } from '../../server/store/records.ts';
import type { View } from '../../server/view/view.ts';
import { Client } from '../client.ts';
import { startService } from './against.ts';

/** A data folder in which everything is a copy of what a service, ended in the middle of it, had of one installation. */
export async function seeded(
  folder: string,
  bring: (client: Client) => Promise<View>,
  copy: (records: AsyncIterable<StoredRecord>) => AsyncIterable<StoredRecord>,
): Promise<string> {
  const seed = join(folder, 'seed');
  {
    await using service = await startService(seed);
    await bring(new Client(service.url));
  }
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const report = (error: unknown) => {
    throw error;
  };
  const [from, to] = await Promise.all([seed, data].map((place) => openStore({ file: join(place, 'mim-setup.db'), report })));
  await to!.restore(withoutKey(copy(from!.records())));
  await Promise.all([from!.close(), to!.close()]);
  return data;
}

/** Each store has a key of its own. */
export async function* withoutKey(records: AsyncIterable<StoredRecord>): AsyncGenerator<StoredRecord> {
  for await (const record of records) if (record.table !== 'meta') yield record;
}
