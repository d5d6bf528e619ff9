import type { Subcommand } from '../subcommand.ts';
import { withInstallation } from '../withInstallation.ts';

/** `log <id>` */
export const log: Subcommand = {
  name: 'log',
  summary: "Print the installer's log.",
  details: "Prints the installer's log, redacted: of the last attempt, or of an earlier one.",
  declare(command, perform) {
    command
      .argument('<id>', 'The installation, as `list` gives it; the beginning of its id will do.')
      .option('--attempt <number>', 'Of this attempt, counted from 1.')
      .action((beginning: string, { attempt }: { readonly attempt?: string }) =>
        perform((invocation) =>
          withInstallation(
            beginning,
            invocation,
            async ({ api, id }) => {
              const text = await api.log(id, attempt);
              invocation.out.json({ text });
              if (!invocation.out.isJson) invocation.out.raw(text);
              return 'done';
            },
            { takesUp: false },
          ),
        ),
      );
  },
};
