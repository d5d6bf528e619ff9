import { createHmac, randomBytes } from 'node:crypto';

/** A question that only who knows the password's hash can answer (MS-NLMP, CHALLENGE_MESSAGE). */
export interface Challenge {
  readonly nonce: Buffer;
  readonly message: Buffer;
}

export function challengeFor(domain: string, computer: string): Challenge {
  const nonce = randomBytes(8);
  const name = utf16(domain);
  const target = Buffer.concat([
    pair(2, domain),
    pair(1, computer),
    pair(4, 'contoso.com'),
    pair(3, `${computer}.contoso.com`),
    Buffer.alloc(4),
  ]);
  const header = Buffer.alloc(56);
  header.write('NTLMSSP\0', 'latin1');
  header.writeUInt32LE(2, 8);
  writeField(header, 12, name.length, 56);
  header.writeUInt32LE(0x02898205, 20);
  nonce.copy(header, 24);
  writeField(header, 40, target.length, 56 + name.length);
  header.set([10, 0, 0x61, 0x4a, 0, 0, 0, 15], 48);
  return { nonce, message: Buffer.concat([header, name, target]) };
}

/** Who answers, and whether with the right password: by NTLMv2, or by LMv2, which some clients fill in better. */
export function readAnswer(message: Buffer, { nonce }: Challenge, hashOf: (account: string) => string | undefined) {
  const field = (at: number) => {
    const start = message.readUInt32LE(at + 4);
    return message.subarray(start, start + message.readUInt16LE(at));
  };
  const user = field(36).toString('utf16le');
  const domain = field(28).toString('utf16le');
  const account = `${domain}\\${user}`;
  const hash = hashOf(account.toLowerCase());
  if (!hash) return { account, proven: false };
  const key = hmac(Buffer.from(hash, 'hex'), utf16(user.toUpperCase() + domain));
  return { account, proven: [field(20), field(12)].some((response) => provesKey(response, key, nonce)) };
}

function provesKey(response: Buffer, key: Buffer, nonce: Buffer): boolean {
  if (response.length < 24) return false;
  return hmac(key, Buffer.concat([nonce, response.subarray(16)])).equals(response.subarray(0, 16));
}

function hmac(key: Buffer, data: Buffer): Buffer {
  return createHmac('md5', key).update(data).digest();
}

function pair(id: number, text: string): Buffer {
  const value = utf16(text);
  const header = Buffer.alloc(4);
  header.writeUInt16LE(id, 0);
  header.writeUInt16LE(value.length, 2);
  return Buffer.concat([header, value]);
}

function writeField(into: Buffer, at: number, length: number, offset: number): void {
  into.writeUInt16LE(length, at);
  into.writeUInt16LE(length, at + 2);
  into.writeUInt32LE(offset, at + 4);
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
