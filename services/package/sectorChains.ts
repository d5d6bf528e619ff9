import { type ContainerHeader, readHeader } from './containerHeader.ts';
import { limits } from './limits.ts';
import { damaged, tooMuch } from './unsuitablePackage.ts';

/**
 * Checks how the sectors of an OLE compound file hang together, before the container library follows them: it would run for
 * ever on a chain that loops, and copy a chain again and again where its sectors stand in an adverse order. Source of the
 * format: [MS-CFB] 2.1 to 2.5.
 */
export function checkChains(file: Buffer): Chains {
  const header = readHeader(file);
  const next = nextSectors(file, header);
  const followed = checkThatNoneMeet(next, header);
  checkCost(next, header);
  return { sectorSize: header.sectorSize, directory: header.directory, next, followed };
}

/** The sectors of a container whose chains are sound: each has an end, and no two meet. */
export interface Chains {
  readonly sectorSize: number;
  /** The sector where the directory begins. */
  readonly directory: number;
  /** For each sector the one that follows it, or a negative number. */
  readonly next: Int32Array;
  /** For each sector whether it follows another, that is, whether no chain begins with it. */
  readonly followed: Uint8Array;
}

/** Sectors that the table does not cover, such as padding behind the last, belong to no chain. */
function nextSectors(file: Buffer, { sectorSize, sectors, table }: ContainerHeader): Int32Array {
  const next = new Int32Array(sectors).fill(-1);
  const perSector = sectorSize / 4;
  for (let sector = 0; sector < sectors; sector++) {
    const holder = table[Math.floor(sector / perSector)] ?? -1;
    if (holder < 0) continue;
    const at = (holder + 1) * sectorSize + 4 * (sector % perSector);
    if (at + 4 > file.length) throw damaged('its allocation table lies outside the file');
    const follower = file.readInt32LE(at);
    if (follower >= sectors) throw damaged('it ends too early, or a part of it points outside of it');
    next[sector] = follower;
  }
  return next;
}

/** In a sound file no sector belongs to two chains, none of the table's own to any, and each chain has an end. */
function checkThatNoneMeet(next: Int32Array, { table, list, directory }: ContainerHeader): Uint8Array {
  const followed = new Uint8Array(next.length);
  for (const follower of next) {
    if (follower < 0) continue;
    if (followed[follower]) throw damaged('two of its parts overlap');
    followed[follower] = 1;
  }
  for (const sector of [...table, ...list]) {
    if (followed[sector] || sector === directory) throw damaged('two of its parts overlap');
  }
  let reached = 0;
  for (let sector = 0; sector < next.length; sector++) {
    if (followed[sector]) continue;
    for (let at = sector; at >= 0; at = next[at]!) reached++;
  }
  if (reached < next.length) throw damaged('a part of it has no end');
  return followed;
}

/** The library copies what follows each sector that it has not met yet, beginning with the directory. */
function checkCost(next: Int32Array, { sectorSize, directory }: ContainerHeader): void {
  const lengths = new Int32Array(next.length);
  const walked = new Uint8Array(next.length);
  let copied = 0;
  for (let i = 0; i < next.length; i++) {
    const start = (i + directory) % next.length;
    if (walked[start]) continue;
    copied += measure(next, lengths, start) * sectorSize;
    if (copied > limits.copied) throw tooMuch('its parts are scattered too widely');
    for (let at = start; at >= 0 && !walked[at]; at = next[at]!) walked[at] = 1;
  }
}

/** How many sectors there are from this one to the end of its chain; what is known already is not counted again. */
function measure(next: Int32Array, lengths: Int32Array, start: number): number {
  let count = 0;
  let at = start;
  for (; at >= 0 && lengths[at] === 0; at = next[at]!) count++;
  const total = count + (at >= 0 ? lengths[at]! : 0);
  for (let length = total, back = start; back !== at; back = next[back]!) lengths[back] = length--;
  return total;
}
