import manifest from '../../package.json' with { type: 'json' };
import type { Configuration } from '../configuration/configuration.ts';
import { ConfigurationError } from '../configuration/configurationError.ts';
import { chartVersion } from '../host/chartVersion.ts';
import type { DataFolder } from '../store/dataFolder.ts';
import { openStore } from '../store/openStore.ts';
import { NewerChart, OtherRelease } from '../store/release.ts';
import { NewerForm } from '../store/schema/newerForm.ts';
import type { Store } from '../store/store.ts';
import { checkKey, keyIsKept, masterKeyOf } from './masterKey.ts';

/**
 * Opens what is kept in a data folder, or in the database that is configured, with the key that seals its secrets. The folder is let go
 * where it can't be used, so that it can be tried again with another key.
 */
export async function openFolder(
  config: Configuration,
  folder: DataFolder,
  report: (error: unknown, about: object) => void,
  { looks }: { readonly looks: boolean },
) {
  let store: Store | undefined;
  try {
    const { database, databaseConnections: connections } = config;
    // A key that was made here before has sealed something in a database that was here too.
    const expected = keyIsKept(folder.path);
    const { database: file, taken } = folder;
    store = await openStore({ database, connections, file, release, looks, taken, expected, report });
    const masterKey = await masterKeyOf(config, folder.path, store);
    await checkKey(store, masterKey, folder.path);
    return { store, masterKey };
  } catch (error) {
    await store?.close();
    folder.release();
    throw error instanceof NewerForm || error instanceof NewerChart || error instanceof OtherRelease
      ? new ConfigurationError([`${whereIsKept(config, folder)}. ${error.message}`])
      : error;
  }
}

/** What moves installations here. */
const release = { chart: chartVersion, version: manifest.version };

function whereIsKept({ database }: Configuration, { path }: DataFolder): string {
  return database === undefined ? `data (MIM_SETUP_DATA): ${path}` : 'database (MIM_SETUP_DATABASE)';
}
