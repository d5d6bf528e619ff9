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

/** The packet that asks for it: our version does not matter, and we would like encryption. */
export function preloginRequest(): Buffer {
  const options = Buffer.from([option.version, 0, 11, 0, 6, option.encryption, 0, 17, 0, 1, option.end]);
  const body = Buffer.concat([options, Buffer.alloc(6), Buffer.from([encryption.on])]);
  const header = Buffer.from([packetType.prelogin, 1, 0, headerLength + body.length, 0, 0, 0, 0]);
  return Buffer.concat([header, body]);
}

/** Reads the reply from what has come in so far: null while some of it is missing, and throws for what is no such reply. */
export function readPrelogin(received: Buffer): Prelogin | null {
  if (received.length > 0 && received[0] !== packetType.reply) throw new RangeError('This is not how SQL Server replies.');
  if (received.length < headerLength) return null;
  const length = received.readUInt16BE(2);
  if (length <= headerLength) throw new RangeError('The reply is empty.');
  if (received.length < length) return null;
  return readOptions(received.subarray(headerLength, length));
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
