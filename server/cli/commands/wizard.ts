import { addBeginOptions, type BeginOptions, toWish } from '../beginOptions.ts';
import { withService } from '../connection.ts';
import type { Subcommand } from '../subcommand.ts';
import { isInteractive, Misuse } from '../surroundings.ts';
import { chooseRunner } from '../wizard/chooseRunner.ts';
import { converse } from '../wizard/converse.ts';
import { back, Prompts } from '../wizard/prompts.ts';

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
          const { api } = connection;
          const asks = options.mode === 'live' && options.runner === undefined;
          const runner = asks ? await chooseRunner({ api, prompts: new Prompts(surroundings) }, null) : null;
          if (runner === back) {
            out.line('Nothing was begun.');
            return 'left';
          }
          const view = await api.begin({ ...toWish(options), ...(runner !== null && { runner }) });
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
