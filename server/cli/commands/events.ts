import { columns } from '../columns.ts';
import type { Subcommand } from '../subcommand.ts';
import { withInstallation } from '../withInstallation.ts';

/** `events <id>` */
export const events: Subcommand = {
  name: 'events',
  summary: 'Print the journal: every step, when it was taken and by whom.',
  details:
    'Prints the journal of an installation: every step with its event, when it was taken and by whom, and where it led. With --json it has the answers too, each secret only as kept.',
  declare(command, perform) {
    command
      .argument('<id>', 'The installation, as `list` gives it; the beginning of its id will do.')
      .action((beginning: string) =>
        perform((invocation) =>
          withInstallation(
            beginning,
            invocation,
            async ({ api, id }) => {
              const journal = await api.history(id);
              invocation.out.json(journal);
              const rows = journal.map(({ revision, at, who, event, from, to }) => [
                String(revision),
                at.slice(0, 19).replace('T', ' '),
                who,
                event.type,
                from ?? '',
                to,
              ]);
              for (const line of columns(['revision', 'at', 'who', 'event', 'from', 'to'], rows)) invocation.out.line(line);
              return 'done';
            },
            { takesUp: false },
          ),
        ),
      );
  },
};
