/** What a client says when it signs in (MS-TDS LOGIN7). */
export interface Login {
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly tdsVersion: number;
  /** The first step of Windows authentication, where it asks for that. */
  readonly sspi: Buffer | null;
}

export function readLogin(payload: Buffer): Login {
  const field = (index: number) => {
    const at = 36 + index * 4;
    const start = payload.readUInt16LE(at);
    return payload.subarray(start, start + payload.readUInt16LE(at + 2) * 2);
  };
  const sspiStart = payload.readUInt16LE(78);
  const sspi = payload.subarray(sspiStart, sspiStart + payload.readUInt16LE(80));
  const integrated = (payload.readUInt8(25) & 0x80) !== 0;
  return {
    user: field(1).toString('utf16le'),
    password: clear(field(2)).toString('utf16le'),
    database: field(8).toString('utf16le') || 'master',
    tdsVersion: payload.readUInt32LE(4),
    sspi: integrated ? sspi : null,
  };
}

/** The protocol's scrambling: no encryption, anyone on the way can undo it. */
function clear(scrambled: Buffer): Buffer {
  return Buffer.from(scrambled).map((byte) => {
    const mixed = byte ^ 0xa5;
    return ((mixed << 4) & 0xf0) | (mixed >> 4);
  }) as Buffer;
}
