import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';
import type { SealedJournal } from '../host/sealedJournal.ts';
import { breakReasons } from '../store/chain.ts';
import { inTurns } from '../store/inTurns.ts';
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
  seals: z
    .object({
      since: z.int().nullable().meta({
        description:
          'The first entry that was sealed when it was written; those before it are as they were found then. Null where none was.',
      }),
      broken: z
        .object({ entry: z.int(), reason: z.enum(breakReasons) })
        .nullable()
        .meta({ description: 'The first entry that is not as it was sealed. Nothing is said of those behind it.' }),
    })
    .optional()
    .meta({ description: 'What the service itself found of its journal, by the seals that it wrote with each step.' }),
  publicKey: z.string(),
  signature: z.string(),
});

/** As {@link auditTrail} has it. */
export type AuditTrail = z.infer<typeof auditTrail>;

/** One step of it, with the hash that ties it to the one before. */
export type AuditEntry = AuditTrail['entries'][number];

/** The journal as a chain that is signed: whoever changes, adds, leaves out or reorders anything in it breaks it. */
export async function toAuditTrail(
  installation: string,
  { entries: journal, seals }: SealedJournal,
  { key, now }: { readonly key: KeyObject; readonly now: Date },
): Promise<AuditTrail> {
  let before = beginning(installation);
  const entries: AuditEntry[] = [];
  for await (const written of inTurns(journal)) {
    const [entry] = historyOf([written]) as [Omit<AuditEntry, 'hash'>];
    before = hashOf(before, entry);
    entries.push({ ...entry, hash: before });
  }
  const unsigned = { format: 'mim-setup audit trail 1', installation, exportedAt: now.toISOString(), entries, seals } as const;
  return {
    ...unsigned,
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
    signature: sign(null, signed(unsigned), key).toString('base64'),
  };
}

/** By this people tell a key: its SHA-256, as OpenSSH writes it. */
export function fingerprintOf({ publicKey }: Pick<AuditTrail, 'publicKey'>): string {
  return `SHA256:${createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('base64').replace(/=+$/, '')}`;
}

/** What the signature is of. A trail that was taken out before there were seals says nothing of them. */
export function signed({
  format,
  installation,
  exportedAt,
  entries,
  seals,
}: Omit<AuditTrail, 'publicKey' | 'signature'>): Buffer {
  const told = [format, installation, exportedAt, entries.length, entries.at(-1)?.hash ?? ''];
  const { since = null, broken = null } = seals ?? {};
  return Buffer.from(JSON.stringify(seals ? [...told, since, broken?.entry ?? null, broken?.reason ?? null] : told));
}

/** What the hash of the first entry holds. */
export function beginning(installation: string): string {
  return createHash('sha256').update(`mim-setup audit trail 1 ${installation}`).digest('hex');
}

/** A list, so that the order in which the fields of an entry are written makes no difference. */
export function hashOf(before: string, { revision, at, who, event, from, to }: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([before, revision, at, who, event, from, to]))
    .digest('hex');
}
