import { addBeginOptions, type BeginOptions, toWish } from '../beginOptions.ts';
import { withService } from '../connection.ts';
import { prepareFile } from '../file/prepareFile.ts';
import type { Subcommand } from '../subcommand.ts';
import { walkThrough } from '../walkThrough.ts';

/** `run <answers>` */
export const run: Subcommand = {
  name: 'run',
  summary: 'Walk through the wizard by a file of answers.',
  details:
    'Begins an installation and walks through the wizard by a file of answers, as far as they lead. Without --install (or `install: true` in the file) it stops at the review, before anything is touched. A secret in the file may stand elsewhere, as { env: NAME } or { file: path }.',
  declare(command, perform) {
    command.argument('<answers>', 'The file, YAML or JSON.').option('--install', 'Go on past the review, and install.');
    addBeginOptions(command);
    command.action((path: string, options: BeginOptions & { install?: true }) =>
      perform(async ({ settings, surroundings, out }) => {
        const prepared = prepareFile(path, options, surroundings, out);
        if (!prepared) return 'stopped';
        const file = options.install ? { ...prepared, install: true } : prepared;
        return withService(settings, surroundings, async (connection) => {
          const { id, revision } = await connection.api.begin(toWish(options));
          out.line(
            options.mode === 'live' ? `Installing by ${path}.` : `Rehearsing ${path}. Nothing on this computer is touched.`,
          );
          out.line(`This is installation ${id}.\n`);
          return walkThrough({ id, after: revision, file, connection, surroundings, out });
        });
      }),
    );
  },
};
