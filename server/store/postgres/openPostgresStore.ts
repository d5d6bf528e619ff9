import { Kysely, PostgresDialect } from 'kysely';
import { formOf, migrate } from '../schema/migrate.ts';
import { NewerForm } from '../schema/newerForm.ts';
import { schemaVersion } from '../schema/schemaVersion.ts';
import type { Store } from '../store.ts';
import { CallQueue } from './callQueue.ts';
import { Connections } from './connections.ts';
import type { PostgresSettings } from './postgresSettings.ts';
import { PostgresStore } from './postgresStore.ts';
import { ReleaseGuard } from './releaseGuard.ts';
import { toTrouble } from './trouble.ts';

/**
 * Opens the store that several processes share.
 *
 * @throws {NewerForm}
 * @throws {NewerChart}
 * @throws {OtherRelease} where it is only to be looked into.
 * @throws {StoreUnavailable} where the database can't be reached: at the start nothing is waited for.
 */
export async function openPostgresStore(settings: PostgresSettings): Promise<Store> {
  const connections = new Connections(settings);
  const releaseGuard = new ReleaseGuard(connections, settings.release);
  const queue = new CallQueue(connections, settings.report);
  try {
    await connections.exclusively(async () => {
      const tables = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: connections.pool }) });
      const made = await formOf(tables);
      if (made > schemaVersion) throw new NewerForm(made);
      const arrive = () => connections.transaction((client) => releaseGuard.arrive(client));
      if (settings.looks && made > 0) await releaseGuard.expect();
      // Before the tables are changed, so that nobody who does not know the change writes to them behind it.
      else if (made > 0) await arrive();
      if (made < schemaVersion) await migrate(tables);
      if (made === 0) await arrive();
      await queue.start();
    });
    await queue.queueAt(null);
    const store = new PostgresStore({ connections, releaseGuard, queue, report: settings.report });
    await store.listenToOthers();
    return store;
  } catch (error) {
    await queue.stop().catch(() => {});
    await connections.close();
    throw toTrouble(error, connections.where);
  }
}
