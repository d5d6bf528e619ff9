import { openAnswersFile } from '../file/answersDocument.ts';
import { prepareFile } from '../file/prepareFile.ts';
import type { Subcommand } from '../subcommand.ts';
import { isInteractive } from '../surroundings.ts';
import { isBusy } from '../untilSettled.ts';
import { walkThrough } from '../walkThrough.ts';
import { onInstallation } from '../withInstallation.ts';
import { converse } from '../wizard/converse.ts';

interface Options {
  readonly answers?: string;
  readonly install?: boolean;
}

/** `resume <id>` */
export const resume: Subcommand = {
  name: 'resume',
  summary: 'Take up an installation where it was left.',
  details:
    'Takes up an installation where it was left. In a terminal it asks on, page by page; with --answers it walks through the wizard again by a file of answers; without either it follows what runs, and tells where the installation stands.',
  declare(command, perform) {
    command
      .option('--answers <file>', 'Walk by this file of answers.')
      .option('--install', 'Go on past the review, and install.');
    onInstallation<Options>(
      command,
      perform,
      async ({ id, ...connection }, { surroundings, out }, { answers, install = false }) => {
        const { api } = connection;
        const view = await api.view(id);
        if (answers !== undefined) {
          const prepared = prepareFile(openAnswersFile(answers), view, surroundings, out);
          if (!prepared) return 'stopped';
          const file = install ? { ...prepared, install } : prepared;
          return walkThrough({ id, after: view.revision, file, connection, surroundings, out });
        }
        if (isInteractive(surroundings) && !out.isJson && !install) return converse({ view, connection, surroundings, out });
        if (install && !isBusy(view)) await api.send(id, { type: view.status === 'failed' ? 'retry' : 'install' });
        return walkThrough({ id, after: view.revision - 1, connection, surroundings, out });
      },
    );
  },
};
