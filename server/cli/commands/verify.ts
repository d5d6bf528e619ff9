import { readFileSync } from 'node:fs';
import { type AuditTrail, auditTrail, faultsOf, fingerprintOf } from '../../view/auditTrail.ts';
import type { Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';

/** `verify <file>` */
export const verify: Subcommand = {
  name: 'verify',
  summary: 'Tell whether an audit trail was changed.',
  details:
    'Looks at a file that `audit` has written, without a service: whether each entry is what was hashed, and all of it what was signed. With --earlier, whether all that an earlier file tells is still told.',
  declare(command, perform) {
    command
      .argument('<file>', 'What `audit` has written.')
      .option('--earlier <file>', 'What it has written of the same installation before.')
      .option('--signed-by <fingerprint>', 'The fingerprint of the key that it has to be signed by, as `audit` tells it.')
      .action((file: string, { earlier, signedBy: expected }: { readonly earlier?: string; readonly signedBy?: string }) =>
        perform(async ({ out }) => {
          const trail = read(file);
          const signedBy = fingerprintOf(trail);
          const faults = [
            ...faultsOf(trail, earlier === undefined ? undefined : read(earlier)),
            ...(expected === undefined || expected === signedBy ? [] : [`It was signed by another key: ${signedBy}`]),
          ];
          out.json({ entries: trail.entries.length, signedBy, faults });
          for (const fault of faults) out.line(fault);
          if (faults.length === 0) out.line(`${trail.entries.length} entries, unchanged, signed by ${signedBy}`);
          return faults.length === 0 ? 'done' : 'stopped';
        }),
      );
  },
};

function read(path: string): AuditTrail {
  try {
    return auditTrail.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Misuse(`${path} is no audit trail that can be read.`);
  }
}
