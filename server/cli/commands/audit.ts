import { faultsOf, vouchedFor } from '../../view/auditFaults.ts';
import { fingerprintOf } from '../../view/auditTrail.ts';
import type { Subcommand } from '../subcommand.ts';
import { onInstallation } from '../withInstallation.ts';

/** `audit <id>` */
export const audit: Subcommand = {
  name: 'audit',
  summary: 'Take out who did what, signed.',
  details:
    'Prints the journal of an installation as JSON: each entry with a hash that holds the one before, the last one signed, and whether it is as the service sealed it when it was written. Redirect it to a file, keep that elsewhere, and let `verify` look at it later.',
  declare(command, perform) {
    onInstallation(
      command,
      perform,
      async ({ api, id }, { out }) => {
        const trail = await api.auditTrail(id);
        out.raw(JSON.stringify(trail, null, 2));
        out.remark(`${trail.entries.length} entries, signed by ${fingerprintOf(trail)}`);
        const faults = faultsOf(trail);
        for (const told of faults.length > 0 ? faults : [vouchedFor(trail)]) if (told !== undefined) out.remark(told);
        return 'done';
      },
      { takesUp: false },
    );
  },
};
