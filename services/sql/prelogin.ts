import type { Version } from './serverVersion.ts';

/** What a SQL Server says of itself before anyone signs in (MS-TDS, PRELOGIN). */
export interface Prelogin {
  readonly version: Version;
  /** Whether the whole connection is encrypted if the client asks for it, as we do. */
  readonly encrypts: boolean;
}

const packetType = { reply: 0x04, prelogin: 0x12 };
const option = { version: 0x00, encryption: 0x01, end: 0xff };
const encryption = { on: 0x01, required: 0x03 };
const headerLength = 8;
const mostOfPacket = 4096;

/** The packet that asks for it: our version does not matter, and we would like encryption. */
export function preloginRequest(): Buffer {
  const options = Buffer.from([option.version, 0, 11, 0, 6, option.encryption, 0, 17, 0, 1, option.end]);
  return preloginPacket(Buffer.concat([options, Buffer.alloc(6), Buffer.from([encryption.on])]));
}

/** A message of the kind PRELOGIN, in as many packets as it takes. */
export function preloginPacket(body: Buffer): Buffer {
  const room = mostOfPacket - headerLength;
  const packets: Buffer[] = [];
  for (let at = 0; at === 0 || at < body.length; at += room) {
    const part = body.subarray(at, at + room);
    const [high, low] = [(headerLength + part.length) >> 8, (headerLength + part.length) & 0xff];
    const isLast = at + room >= body.length ? 1 : 0;
    packets.push(Buffer.from([packetType.prelogin, isLast, high, low, 0, 0, packets.length + 1, 0]), part);
  }
  return Buffer.concat(packets);
}

/** The first packet of what has come in: its content, and how long it is in all; null while some of it is missing. */
export function readPacket(received: Buffer): { readonly type: number; readonly body: Buffer; readonly length: number } | null {
  if (received.length < headerLength) return null;
  const length = received.readUInt16BE(2);
  if (length <= headerLength) throw new RangeError('The packet is empty.');
  if (received.length < length) return null;
  return { type: received.readUInt8(0), body: received.subarray(headerLength, length), length };
}

/** Reads the reply from what has come in so far: null while some of it is missing, and throws for what is no such reply. */
export function readPrelogin(received: Buffer): Prelogin | null {
  if (received.length > 0 && received[0] !== packetType.reply) throw new RangeError('This is not how SQL Server replies.');
  const packet = readPacket(received);
  return packet && readOptions(packet.body);
}

function readOptions(body: Buffer): Prelogin {
  const options = new Map<number, Buffer>();
  for (let at = 0; body[at] !== option.end; at += 5) {
    const start = body.readUInt16BE(at + 1);
    options.set(body.readUInt8(at), body.subarray(start, start + body.readUInt16BE(at + 3)));
  }
  const version = options.get(option.version);
  if (!version || version.length < 4) throw new RangeError('The reply states no version.');
  const offered = options.get(option.encryption)?.[0];
  return {
    version: { major: version.readUInt8(0), minor: version.readUInt8(1), build: version.readUInt16BE(2) },
    encrypts: offered === encryption.on || offered === encryption.required,
  };
}
