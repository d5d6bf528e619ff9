/** Kinds of packets (MS-TDS 2.2.3.1.1). */
export const packet = { batch: 1, call: 3, reply: 4, attention: 6, login: 0x10, ntlm: 0x11, prelogin: 0x12 } as const;

/** A whole message of a client: the payloads of its packets. */
export interface Message {
  readonly type: number;
  readonly payload: Buffer;
}

const headerLength = 8;
const packetSize = 4096;
const endOfMessage = 1;

/** Cuts a payload into packets. */
export function packetsOf(type: number, payload: Buffer): Buffer {
  const room = packetSize - headerLength;
  const count = Math.max(1, Math.ceil(payload.length / room));
  return Buffer.concat(
    Array.from({ length: count }, (_, index) => {
      const part = payload.subarray(index * room, (index + 1) * room);
      const header = Buffer.alloc(headerLength);
      header.writeUInt8(type, 0);
      header.writeUInt8(index === count - 1 ? endOfMessage : 0, 1);
      header.writeUInt16BE(part.length + headerLength, 2);
      header.writeUInt8((index + 1) & 0xff, 6);
      return Buffer.concat([header, part]);
    }),
  );
}

/** Puts messages together again from what comes in, in whatever pieces. */
export function messageReader(take: (message: Message) => void): (received: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  return (received) => {
    waiting = Buffer.concat([waiting, received]);
    while (waiting.length >= headerLength && waiting.length >= waiting.readUInt16BE(2)) {
      const length = Math.max(headerLength, waiting.readUInt16BE(2));
      const type = waiting.readUInt8(0);
      const isLast = (waiting.readUInt8(1) & endOfMessage) !== 0;
      parts.push(waiting.subarray(headerLength, length));
      waiting = waiting.subarray(length);
      if (!isLast) continue;
      const payload = Buffer.concat(parts);
      parts = [];
      take({ type, payload });
    }
  };
}
