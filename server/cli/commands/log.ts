import type { Subcommand } from '../subcommand.ts';
import { onInstallation } from '../withInstallation.ts';

/** `log <id>` */
export const log: Subcommand = {
  name: 'log',
  summary: "Print the installer's log.",
  details: "Prints the installer's log, redacted: of the last attempt, or of an earlier one.",
  declare(command, perform) {
    command.option('--attempt <number>', 'Of this attempt, counted from 1.');
    onInstallation<{ readonly attempt?: string }>(
      command,
      perform,
      async ({ api, id }, { out }, { attempt }) => {
        const text = await api.log(id, attempt);
        out.json({ text });
        if (!out.isJson) out.raw(text);
        return 'done';
      },
      { takesUp: false },
    );
  },
};
