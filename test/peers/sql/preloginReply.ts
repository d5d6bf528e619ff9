export type Version = readonly [major: number, minor: number, build: number];

/** What a server says of itself before anyone signs in (MS-TDS 2.2.6.5). */
export function preloginReply(version: Version, encrypts: boolean): Buffer {
  const values: readonly (readonly [number, Buffer])[] = [
    [0x00, Buffer.concat([versionBytes(version), Buffer.alloc(2)])],
    [0x01, Buffer.from([encrypts ? 1 : 2])],
    [0x02, Buffer.from([0])],
    [0x03, Buffer.alloc(0)],
    [0x04, Buffer.from([0])],
  ];
  let at = values.length * 5 + 1;
  const head = values.map(([option, value]) => {
    const entry = Buffer.alloc(5);
    entry.writeUInt8(option, 0);
    entry.writeUInt16BE(at, 1);
    entry.writeUInt16BE(value.length, 3);
    at += value.length;
    return entry;
  });
  return Buffer.concat([...head, Buffer.from([0xff]), ...values.map(([, value]) => value)]);
}

/** The client's byte for encryption: off and on ask for it, 2 says that it can't. */
export function wantsEncryption(payload: Buffer): boolean {
  for (let at = 0; payload[at] !== 0xff && at < payload.length; at += 5) {
    if (payload[at] === 0x01) return [1, 3].includes(payload.readUInt8(payload.readUInt16BE(at + 1)));
  }
  return false;
}

export function versionBytes([major, minor, build]: Version): Buffer {
  return Buffer.from([major, minor, build >> 8, build & 0xff]);
}
