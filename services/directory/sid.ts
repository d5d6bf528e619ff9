/** A security identifier as Windows writes it, `S-1-5-21-…`, from its bytes (MS-DTYP 2.4.2). */
export function sidOf(bytes: Buffer): string {
  const count = bytes.readUInt8(1);
  const authority = bytes.readUIntBE(2, 6);
  const parts = Array.from({ length: count }, (_, index) => bytes.readUInt32LE(8 + index * 4));
  return ['S', bytes.readUInt8(0), authority, ...parts].join('-');
}
