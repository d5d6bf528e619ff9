import { toTheSecond } from '../../view/times.ts';
import { columns } from '../columns.ts';
import type { Subcommand } from '../subcommand.ts';
import { onInstallation } from '../withInstallation.ts';

/** `events <id>` */
export const events: Subcommand = {
  name: 'events',
  summary: 'Print the journal: every step, when it was taken and by whom.',
  details:
    'Prints the journal of an installation: every step with its event, when it was taken and by whom, and where it led. With --json it has the answers too, each secret only as kept.',
  declare(command, perform) {
    onInstallation(
      command,
      perform,
      async ({ api, id }, { out }) => {
        const journal = await api.history(id);
        out.json(journal);
        const rows = journal.map(({ revision, at, who, event, from, to }) => [
          String(revision),
          toTheSecond(at),
          who,
          event.type,
          from ?? '',
          to,
        ]);
        for (const line of columns(['revision', 'at', 'who', 'event', 'from', 'to'], rows)) out.line(line);
        return 'done';
      },
      { takesUp: false },
    );
  },
};
