import { createPublicKey, verify } from 'node:crypto';
import type { Break } from '../store/chain.ts';
import { type AuditTrail, beginning, hashOf, signed } from './auditTrail.ts';

/**
 * What is wrong with a trail, or with the journal that it was taken from; nothing, where it is whole, was signed by the key that it
 * brings, and its service vouched for the journal.
 *
 * @param earlier a trail of the same installation that was taken out before: all of it has to be in this one.
 */
export function faultsOf(trail: AuditTrail, earlier?: AuditTrail): string[] {
  const faults = trail.seals?.broken ? [sentenceOf(trail.seals.broken)] : [];
  let before = beginning(trail.installation);
  // Where the journal itself has a gap, that was told.
  const gap = trail.seals?.broken?.reason === 'missing' ? trail.seals.broken.entry : Number.POSITIVE_INFINITY;
  for (const [at, { hash, ...entry }] of trail.entries.entries()) {
    before = hashOf(before, entry);
    if (entry.revision !== at + 1 && at + 1 < gap)
      faults.push(`Entry ${at + 1} has revision ${entry.revision}: something is left out or added.`);
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
  const [since, sinceThen] = [trail.seals?.since, earlier.seals?.since];
  if (typeof sinceThen === 'number' && since !== sinceThen)
    faults.push(`When the earlier trail was taken out, the seals began with entry ${sinceThen}.`);
  return faults;
}

/** From where on the service vouches for its journal. Nothing, where the trail was taken out before there were seals. */
export function vouchedFor({ entries, seals }: AuditTrail): string | undefined {
  if (!seals) return undefined;
  const { since } = seals;
  if (since === null) return 'No entry was sealed when it was written: an earlier release wrote them all.';
  if (since === 1) return 'Each entry was sealed when it was written.';
  const [which, are] = since === 2 ? ['Entry 1 is', 'is as it was'] : [`Entries 1 to ${since - 1} are`, 'are as they were'];
  const own = since === entries.length ? `Entry ${since} was` : `The entries from ${since} on were`;
  return `${which} from before there were seals, and ${are} found when entry ${since} was written. ${own} sealed when written.`;
}

function sentenceOf({ entry, reason }: Break): string {
  return sentences[reason](entry);
}

const sentences: Readonly<Record<Break['reason'], (entry: number) => string>> = {
  changed: (entry) =>
    `Entry ${entry} of the journal does not agree with its seal: it, or the state that it went on from, was changed in the database.`,
  missing: (entry) => `Entry ${entry} of the journal is missing from the database.`,
  unsealed: (entry) => `Entry ${entry} of the journal has no seal, though there were seals when it was written.`,
  state: (entry) =>
    `The installation is not where entry ${entry}, its last, has led it: its state was changed in the database, or entries were.`,
  ahead: (entry) => `Entry ${entry} of the journal is ahead of the installation, which was put back to an earlier state.`,
};

function isSigned(trail: AuditTrail): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(trail.publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, signed(trail), key, Buffer.from(trail.signature, 'base64'));
  } catch {
    return false;
  }
}
