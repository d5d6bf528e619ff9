import { createHmac, type KeyObject, randomUUID } from 'node:crypto';

/**
 * The id of a new installation, a UUID like any other. To whoever has the key it shows that all its entries were sealed, from the first
 * on: otherwise all of its seals could be taken away, and it would look like one of an earlier release.
 */
export function newInstallationId(key: KeyObject): string {
  const own = randomUUID().slice(0, ownLength);
  return own + markOf(key, own);
}

/** Whether an installation was begun with seals, so that one without them has had them taken away. */
export function isSealedFromTheFirst(key: KeyObject, id: string): boolean {
  return id.slice(ownLength) === markOf(key, id.slice(0, ownLength));
}

/** What stands before the last twelve digits. */
const ownLength = 24;

/** No entry that is sealed by the key reads like this: those are lists. */
function markOf(key: KeyObject, own: string): string {
  return createHmac('sha256', key).update(own).digest('hex').slice(0, 12);
}
