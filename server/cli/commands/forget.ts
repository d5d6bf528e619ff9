import type { Subcommand } from '../subcommand.ts';
import { onInstallation } from '../withInstallation.ts';

/** `forget <id>` */
export const forget: Subcommand = {
  name: 'forget',
  summary: 'Forget an installation that has ended.',
  details:
    'Deletes an installation that has finished or was cancelled, with its journal and its logs. Nothing on any server changes.',
  declare(command, perform) {
    onInstallation(
      command,
      perform,
      async ({ api, id }, { out }) => {
        await api.forget(id);
        out.json({ id, forgotten: true });
        out.line(`Forgotten: ${id}.`);
        return 'done';
      },
      { takesUp: false },
    );
  },
};
