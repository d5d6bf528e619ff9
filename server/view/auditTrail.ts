import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { HistoryEntry } from '../store/rows.ts';
import { historyOf } from './history.ts';

/** Who did what, as it is taken out: each entry's hash holds the one before, and the last one is signed with what it is about. */
export const auditTrail = z.object({
  format: z.literal('mim-setup audit trail 1'),
  installation: z.string(),
  exportedAt: z.string(),
  entries: z.array(
    z.object({
      revision: z.int(),
      at: z.string(),
      who: z.string(),
      // As it stands, key by key: its order is part of what is hashed.
      event: z.record(z.string(), z.unknown()),
      from: z.string().nullable(),
      to: z.string(),
      hash: z.string(),
    }),
  ),
  publicKey: z.string(),
  signature: z.string(),
});
export type AuditTrail = z.infer<typeof auditTrail>;

/** The journal as a chain that is signed: whoever changes, adds, leaves out or reorders anything in it breaks it. */
export function toAuditTrail(
  installation: string,
  journal: readonly HistoryEntry[],
  { key, now }: { readonly key: KeyObject; readonly now: Date },
): AuditTrail {
  let before = beginning(installation);
  const entries = (historyOf(journal) as Omit<AuditTrail['entries'][number], 'hash'>[]).map((entry) => {
    before = hashOf(before, entry);
    return { ...entry, hash: before };
  });
  const unsigned = { format: 'mim-setup audit trail 1', installation, exportedAt: now.toISOString(), entries } as const;
  return {
    ...unsigned,
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
    signature: sign(null, signed(unsigned), key).toString('base64'),
  };
}

/**
 * What is wrong with a trail; nothing, where it is whole and was signed by the key that it brings.
 *
 * @param earlier a trail of the same installation that was taken out before: all of it has to be in this one.
 */
export function faultsOf(trail: AuditTrail, earlier?: AuditTrail): string[] {
  const faults: string[] = [];
  let before = beginning(trail.installation);
  for (const [at, { hash, ...entry }] of trail.entries.entries()) {
    before = hashOf(before, entry);
    if (entry.revision !== at + 1) faults.push(`Entry ${at + 1} has revision ${entry.revision}: something is left out or added.`);
    if (hash !== before) {
      faults.push(`Entry ${at + 1} is not what was hashed: it, or one before it, was changed.`);
      break;
    }
  }
  if (!isSigned(trail)) faults.push('The signature is not of this trail.');
  if (!earlier) return faults;
  if (earlier.installation !== trail.installation) return [...faults, 'The earlier trail is of another installation.'];
  if (earlier.publicKey !== trail.publicKey) faults.push('The earlier trail was signed by another key.');
  const changed = earlier.entries.findIndex(({ hash }, at) => trail.entries[at]?.hash !== hash);
  if (changed >= 0) faults.push(`Entry ${changed + 1} was another one when the earlier trail was taken out.`);
  return faults;
}

/** By this people tell a key: its SHA-256, as OpenSSH writes it. */
export function fingerprintOf({ publicKey }: Pick<AuditTrail, 'publicKey'>): string {
  return `SHA256:${createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('base64').replace(/=+$/, '')}`;
}

function isSigned(trail: AuditTrail): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(trail.publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, signed(trail), key, Buffer.from(trail.signature, 'base64'));
  } catch {
    return false;
  }
}

function signed({ format, installation, exportedAt, entries }: Omit<AuditTrail, 'publicKey' | 'signature'>): Buffer {
  return Buffer.from(JSON.stringify([format, installation, exportedAt, entries.length, entries.at(-1)?.hash ?? '']));
}

function beginning(installation: string): string {
  return createHash('sha256').update(`mim-setup audit trail 1 ${installation}`).digest('hex');
}

/** A list, so that the order in which the fields of an entry are written makes no difference. */
function hashOf(before: string, { revision, at, who, event, from, to }: Omit<AuditTrail['entries'][number], 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([before, revision, at, who, event, from, to]))
    .digest('hex');
}
