import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { Secrets } from '../../server/host/secrets/secrets.ts';
import { Steps } from '../../server/host/steps.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';

/**
 * Makes a data folder in which one installation has gone forth and back until its journal is that long.
 *
 * @returns its id.
 */
export async function longJournal(folder: string, masterKey: Buffer, revisions: number): Promise<string> {
  const report = (error: unknown) => {
    throw error;
  };
  // In memory first, where nothing waits for a disk.
  const store = await openSqliteStore({ path: ':memory:', report });
  const steps = new Steps(
    { store, masterKey, servicesFor: () => report(''), installsHere: true, report },
    new Secrets(store, masterKey),
  );
  let { row } = await steps.begin({ mode: 'rehearsal' }, { who: 'local' });
  const take = async (event: WizardEvent) => {
    ({ row } = await steps.take(row.id, () => ({ event, who: 'local' })));
  };
  await take({ type: 'submit', page: 'welcome', answers: {} });
  while (row.revision < revisions) {
    await take({ type: 'submit', page: 'licenseAgreement', answers: { accepted: true } });
    await take({ type: 'back' });
  }
  mkdirSync(folder, { recursive: true });
  const file = await openSqliteStore({ path: join(folder, 'mim-setup.db'), report });
  await file.restore(store.records());
  await file.close();
  await store.close();
  return row.id;
}
