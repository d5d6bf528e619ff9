import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type InLanguage, languageOption } from '../languageOption.ts';
import type { Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';
import { onInstallation } from '../withInstallation.ts';
import { writeDownload } from '../writeDownload.ts';

interface Options extends InLanguage {
  readonly output?: string;
  readonly force?: true;
}

/** `collect <id>` */
export const collect: Subcommand = {
  name: 'collect',
  summary: 'Collect everything that helps whoever helps, in one archive.',
  details:
    'Writes the journal, the answers, the checks, the plan, the logs of the installer, the report, the configuration and the versions into one zip, without a secret; its README.txt says what is in it. Of a damaged installation it has what can still be had.',
  declare(command, perform) {
    command
      .option('--output <file>', 'The file to write; without it mim-setup-<beginning of the id>.zip, in the present folder.')
      .option('--force', 'Write it even where it is there already.')
      .addOption(languageOption());
    onInstallation<Options>(
      command,
      perform,
      async ({ api, id }, { out }, { output = `mim-setup-${id.slice(0, 8)}.zip`, force = false, lang }) => {
        const path = resolve(output);
        if (!force && existsSync(path)) throw new Misuse(`There is a file ${path} already. Name another one, or give --force.`);
        const bytes = await writeDownload(await api.collection(id, lang), path);
        out.json({ file: path, bytes });
        out.line(`Collected in ${path}. Secrets are left out; read it through before you pass it on.`);
        return 'done';
      },
      { takesUp: false },
    );
  },
};
