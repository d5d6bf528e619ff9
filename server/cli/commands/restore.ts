import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfiguration } from '../../configuration/readConfiguration.ts';
import { readBackup } from '../../store/backup/backupFile.ts';
import { putAside } from '../../store/backup/putAside.ts';
import { ownDataFolder } from '../../store/dataFolder.ts';
import { openStore } from '../../store/openStore.ts';
import type { Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';

interface Options {
  readonly replace?: boolean;
}

/** `restore <file>` */
export const restore: Subcommand = {
  name: 'restore',
  summary: 'Put back what was backed up.',
  details:
    'Puts a backup into the data folder, or into the database that is configured, while no service runs on it. It is all put back, or nothing. A shared database has to be empty; a file that is there, sound or not, is put aside under another name with --replace.',
  declare(command, perform) {
    command
      .argument('<file>', 'The backup.')
      .option('--replace', 'Put the database file that is there aside.')
      .action((path: string, { replace = false }: Options) =>
        perform(async ({ settings: { url: _, json: __, ...common }, surroundings: { environment }, out }) => {
          if (!existsSync(path)) throw new Misuse(`There is no file ${resolve(path)}.`);
          const { data, database, databaseConnections: connections } = readConfiguration(environment, common);
          const folder = ownDataFolder(data);
          try {
            const aside = database === undefined && replace ? putAside(folder.database, new Date()) : undefined;
            const report = (error: unknown) => out.remark(String(error));
            const store = await openStore({ database, connections, file: folder.database, report });
            try {
              await store.restore(readBackup(resolve(path)));
            } finally {
              await store.close();
            }
            out.json({ restored: resolve(path), aside: aside ?? null });
            out.line(`${resolve(path)} is restored.${aside === undefined ? '' : ` What was there before is in ${aside}.`}`);
            return 'done';
          } finally {
            folder.release();
          }
        }),
      );
  },
};
