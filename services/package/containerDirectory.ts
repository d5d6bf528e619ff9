import { limits } from './limits.ts';
import type { Chains } from './sectorChains.ts';
import { damaged, tooMuch } from './unsuitablePackage.ts';

/**
 * Checks that the container's directory is a tree whose streams begin where chains do, and blanks, in `file`, the entries that
 * are not part of it: the container library would run for ever on a directory that loops. Source of the format: [MS-CFB] 2.6.
 */
export function checkDirectory(file: Buffer, chains: Chains): void {
  const entries = entriesOf(file, chains);
  const reached = new Set<number>();
  const open = [{ index: 0, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { index, depth } = next;
    const entry = entries[index];
    if (reached.has(index)) throw damaged('its directory loops');
    if (!entry) throw damaged('its directory points outside of itself');
    if (depth > limits.depth) throw tooMuch('its directory is too deep');
    reached.add(index);
    checkStart(entry, chains);
    for (const { at, deeper } of links) {
      const link = entry.readInt32LE(at);
      if (link !== none) open.push({ index: link, depth: depth + deeper });
    }
  }
  for (const [index, entry] of entries.entries()) if (!reached.has(index)) blank(entry);
}

const size = 128;
const none = -1;
/** Bytes from which a stream has sectors of its own. */
const smallest = 4096;
/** Where an entry names its left and right sibling and its first child. */
const links = [
  { at: 0x44, deeper: 0 },
  { at: 0x48, deeper: 0 },
  { at: 0x4c, deeper: 1 },
];

function entriesOf(file: Buffer, { sectorSize, directory, next }: Chains): Buffer[] {
  const entries: Buffer[] = [];
  for (let sector = directory; sector >= 0; sector = next[sector]!) {
    const start = (sector + 1) * sectorSize;
    if (start + sectorSize > file.length) throw damaged('its directory is cut off');
    for (let at = start; at < start + sectorSize; at += size) entries.push(file.subarray(at, at + size));
    if (entries.length > limits.entries) throw tooMuch('its directory has too many entries');
  }
  return entries;
}

/** From a start in the middle of a chain the library would copy the rest of the chain once more. */
function checkStart(entry: Buffer, { next, followed }: Chains): void {
  const start = entry.readInt32LE(0x74);
  const isLarge = entry.readInt32LE(0x78) >= smallest;
  if (!isLarge || start < 0) return;
  if (start >= next.length || followed[start]) throw damaged('a part of it begins where there is none');
}

function blank(entry: Buffer): void {
  entry.fill(0);
  for (const { at } of links) entry.writeInt32LE(none, at);
}
