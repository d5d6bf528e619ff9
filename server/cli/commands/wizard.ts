import { addBeginOptions, type BeginOptions, toWish } from '../beginOptions.ts';
import { withService } from '../connection.ts';
import type { Subcommand } from '../subcommand.ts';
import { isInteractive, Misuse } from '../surroundings.ts';
import { converse } from '../wizard/converse.ts';

/** `wizard` */
export const wizard: Subcommand = {
  name: 'wizard',
  summary: 'Ask page by page in this terminal, then install.',
  details:
    'Asks page by page in this terminal, as the original wizard does, checks each page, shows the plan, and installs. Esc goes back; Ctrl-C leaves, and `resume` takes it up again.',
  declare(command, perform) {
    addBeginOptions(command);
    command.action((options: BeginOptions) =>
      perform(async ({ settings, surroundings, out }) => {
        if (out.isJson || !isInteractive(surroundings)) {
          throw new Misuse('The wizard asks somebody at a terminal, and there is none here. `mim-setup run` needs nobody.');
        }
        return withService(settings, surroundings, async (connection) => {
          const view = await connection.api.begin(toWish(options));
          out.line(
            options.mode === 'live'
              ? 'This installs for real, once you choose Install.'
              : 'This is a rehearsal: nothing on this computer is touched.',
          );
          return converse({ view, connection, surroundings, out });
        });
      }),
    );
  },
};
