import { type CFB$Entry, read } from 'cfb';
import { checkDirectory } from './containerDirectory.ts';
import { limits } from './limits.ts';
import { checkChains } from './sectorChains.ts';
import { streamName } from './streamName.ts';
import { damaged, unsuitable } from './unsuitablePackage.ts';

/**
 * The streams of the package by name: not those of storages within it, and not cabinets and others that are larger than a
 * table may be. Throws a `Problem` for anything but a sound container of an installation package. `file` is changed.
 */
export function openContainer(file: Buffer): ReadonlyMap<string, Uint8Array> {
  checkDirectory(file, checkChains(file));
  const entries = readEntries(file);
  refuseOtherKinds(entries[0]!);
  const streams = new Map<string, Uint8Array>();
  for (const { type, name, size, content } of rootEntries(entries)) {
    if (type !== isStream || size > limits.table) continue;
    // Without a copy: many entries may share one content.
    const bytes = content instanceof Uint8Array ? content : new Uint8Array();
    if (bytes.length < size) throw damaged('a part of it is shorter than its directory says');
    streams.set(streamName(name), bytes);
  }
  return streams;
}

/** The library's own declaration leaves out the links to the siblings and the first child. */
type Entry = Omit<CFB$Entry, 'content'> & {
  readonly content?: CFB$Entry['content'];
  readonly L: number;
  readonly R: number;
  readonly C: number;
};

const isStream = 2;

function readEntries(file: Buffer): readonly Entry[] {
  try {
    return read(file, { type: 'buffer' }).FileIndex as Entry[];
  } catch (cause) {
    throw damaged('its container cannot be read', { cause });
  }
}

/** A storage within a package is a patch or a transform with streams of the same names: only the first level counts. */
function rootEntries(entries: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  const open = [entries[0]!.C];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index];
    if (!entry) continue;
    found.push(entry);
    open.push(entry.L, entry.R);
  }
  return found;
}

/** A patch and a transform are containers like a package, told apart by the class of their root. */
function refuseOtherKinds({ clsid }: Entry): void {
  const kind = otherKinds[clsid.slice(0, 8).toLowerCase()];
  if (!kind) return;
  throw unsuitable(`The file is ${kind}, not a package.`, 'Name the file Service and Portal.msi of the installation media.');
}

const otherKinds: Readonly<Record<string, string>> = {
  '82100c00': 'a transform (.mst)',
  '86100c00': 'a patch (.msp)',
};
