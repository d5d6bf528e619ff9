import { sidOf } from './sid.ts';

/** Those whom a security descriptor allows something, by SID (MS-DTYP 2.4.6, in its self-relative form; 2.4.5 and 2.4.4.2). */
export function allowedSids(descriptor: Buffer): readonly string[] {
  const list = descriptor.readUInt32LE(daclOffset);
  if (list === 0) return [];
  const sids: string[] = [];
  let at = list + listHeader;
  for (let left = descriptor.readUInt16LE(list + countOffset); left > 0; left--) {
    const size = descriptor.readUInt16LE(at + 2);
    if (descriptor.readUInt8(at) === allowed) sids.push(sidOf(descriptor.subarray(at + entryHeader, at + size)));
    at += size;
  }
  return sids;
}

const daclOffset = 16;
const listHeader = 8;
const countOffset = 4;
/** Type, flags, size and mask come before the SID. */
const entryHeader = 8;
/** ACCESS_ALLOWED_ACE_TYPE. */
const allowed = 0;
