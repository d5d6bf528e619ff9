import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfiguration } from '../../configuration/readConfiguration.ts';
import { writeBackup } from '../../store/backup/backupFile.ts';
import { storedRecords } from '../../store/backup/storedRecords.ts';
import type { Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';

/** `backup <file>` */
export const backup: Subcommand = {
  name: 'backup',
  summary: 'Back up everything that is kept, while the service runs.',
  details:
    'Writes all installations, their journals and their sealed secrets, as they are at one moment, into one file. The service may go on meanwhile. The master key is not in it: keep that one elsewhere, or what is sealed cannot be opened again.',
  declare(command, perform) {
    command.argument('<file>', 'The file to write; it must not be there yet.').action((path: string) =>
      perform(async ({ settings: { url: _, json: __, ...common }, surroundings: { environment }, out }) => {
        if (existsSync(path)) throw new Misuse(`There is a file ${resolve(path)} already.`);
        const { data, database } = readConfiguration(environment, common);
        const file = join(resolve(data), 'mim-setup.db');
        const records = await writeBackup(storedRecords({ database, file }), resolve(path), new Date());
        out.json({ file: resolve(path), records });
        out.line(`${records} records are backed up in ${resolve(path)}. The master key is not among them.`);
        return 'done';
      }),
    );
  },
};
