import type { Subcommand } from '../subcommand.ts';
import { withInstallation } from '../withInstallation.ts';

/** `forget <id>` */
export const forget: Subcommand = {
  name: 'forget',
  summary: 'Forget an installation that has ended.',
  details:
    'Deletes an installation that has finished or was cancelled, with its journal and its logs. Nothing on any server changes.',
  declare(command, perform) {
    command
      .argument('<id>', 'The installation, as `list` gives it; the beginning of its id will do.')
      .action((beginning: string) =>
        perform((invocation) =>
          withInstallation(
            beginning,
            invocation,
            async ({ api, id }) => {
              await api.forget(id);
              invocation.out.json({ id, forgotten: true });
              invocation.out.line(`Forgotten: ${id}.`);
              return 'done';
            },
            { takesUp: false },
          ),
        ),
      );
  },
};
