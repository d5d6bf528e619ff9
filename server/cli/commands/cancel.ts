import type { Subcommand } from '../subcommand.ts';
import { walkThrough } from '../walkThrough.ts';
import { onInstallation } from '../withInstallation.ts';

/** `cancel <id>` */
export const cancel: Subcommand = {
  name: 'cancel',
  summary: 'Cancel an installation; a running installer is stopped.',
  details:
    'Cancels an installation for good and destroys its secrets. Where the installer runs it is stopped first, and Windows Installer rolls back what it has done; that is waited for.',
  declare(command, perform) {
    onInstallation(command, perform, async ({ id, ...connection }, { surroundings, out }) => {
      const { revision } = await connection.api.send(id, { type: 'cancel' });
      const ending = await walkThrough({ id, after: revision - 1, connection, surroundings, out });
      const { status } = await connection.api.view(id);
      return ending === 'stopped' && status === 'cancelled' ? 'done' : ending;
    });
  },
};
