import { existsSync } from 'node:fs';
import { Argument } from 'commander';
import { readConfiguration } from '../../configuration/readConfiguration.ts';
import { putAside } from '../../store/backup/putAside.ts';
import { storedRecords } from '../../store/backup/storedRecords.ts';
import { ownDataFolder } from '../../store/dataFolder.ts';
import { openStore } from '../../store/openStore.ts';
import type { Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';

/** `store move` */
export const store: Subcommand = {
  name: 'store',
  summary: 'Move everything from the file to a shared database.',
  details:
    'Moves all that is kept in the data folder into the PostgreSQL database that is configured (MIM_SETUP_DATABASE), which has to be empty, while no service runs on either. The file is put aside under another name. The master key stays as it is: all services on the database need the same one.',
  declare(command, perform) {
    command.addArgument(new Argument('<what>', 'What to do.').choices(['move'])).action(() =>
      perform(async ({ settings: { url: _, json: __, ...common }, surroundings: { environment }, out }) => {
        const { data, database, databaseConnections: connections } = readConfiguration(environment, common);
        if (database === undefined) throw new Misuse('Say where to by MIM_SETUP_DATABASE, or in the configuration file.');
        const folder = ownDataFolder(data);
        try {
          if (!existsSync(folder.database)) throw new Misuse(`There is no database ${folder.database} to be moved.`);
          const report = (error: unknown) => out.remark(String(error));
          const shared = await openStore({ database, connections, file: folder.database, report });
          try {
            await shared.restore(storedRecords({ file: folder.database }));
          } finally {
            await shared.close();
          }
          const aside = putAside(folder.database, new Date());
          out.json({ aside: aside ?? null });
          out.line(`Everything is in the shared database now. The file is kept as ${aside}; delete it when you need it no more.`);
          return 'done';
        } finally {
          folder.release();
        }
      }),
    );
  },
};
