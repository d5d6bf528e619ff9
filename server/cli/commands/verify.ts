import { readFileSync } from 'node:fs';
import { faultsOf, vouchedFor } from '../../view/auditFaults.ts';
import { type AuditTrail, auditTrail, fingerprintOf } from '../../view/auditTrail.ts';
import type { Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';

/** `verify <file>` */
export const verify: Subcommand = {
  name: 'verify',
  summary: 'Tell whether an audit trail was changed.',
  details:
    'Looks at a file that `audit` has written, without a service: whether each entry is what was hashed, all of it what was signed, and the journal what its service had sealed as it wrote it. With --earlier, whether all that an earlier file tells is still told.',
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
          const vouched = vouchedFor(trail);
          out.json({ entries: trail.entries.length, signedBy, seals: trail.seals ?? null, faults });
          for (const fault of faults) out.line(fault);
          if (faults.length === 0) out.line(`${trail.entries.length} entries, unchanged, signed by ${signedBy}`);
          if (faults.length === 0 && vouched !== undefined) out.line(vouched);
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
