import { type Message, packet } from './packets.ts';

/** What a client asks: SQL, and the values of its parameters by name. */
export interface Question {
  readonly kind: 'batch' | 'procedure';
  readonly text: string;
  readonly parameters: Readonly<Record<string, string | null>>;
}

const executeSql = 10;
const nvarchar = 0xe7;

/** Reads a batch, or a call of `sp_executesql` with parameters that are all nvarchar; throws for anything else. */
export function readQuestion({ type, payload }: Message): Question {
  const body = payload.subarray(payload.readUInt32LE(0));
  if (type === packet.batch)
    return { kind: 'batch', text: body.toString('utf16le'), parameters: declaredIn(body.toString('utf16le')) };
  if (type !== packet.call) throw new RangeError(`No answer to packets of type ${type}.`);
  const reader = { at: 0, body };
  if (procedureOf(reader) !== executeSql) throw new RangeError('Only sp_executesql can be called.');
  reader.at += 2;
  const [statement, , ...values] = parametersOf(reader);
  return {
    kind: 'procedure',
    text: statement?.value ?? '',
    parameters: Object.fromEntries(values.map(({ name, value }) => [name, value])),
  };
}

interface Reader {
  at: number;
  readonly body: Buffer;
}

/** `DECLARE @name nvarchar(128) = N'…'`, for clients that know no parameters. */
function declaredIn(text: string): Record<string, string> {
  const [, name, value] = /DECLARE (@\w+) nvarchar\(\d+\) = N'([^']*)'/.exec(text) ?? [];
  return name && value !== undefined ? { [name]: value } : {};
}

function procedureOf(reader: Reader): number {
  const length = take16(reader);
  if (length === 0xffff) return take16(reader);
  const name = take(reader, length * 2).toString('utf16le');
  return name.toLowerCase() === 'sp_executesql' ? executeSql : -1;
}

function parametersOf(reader: Reader): { name: string; value: string | null }[] {
  const found: { name: string; value: string | null }[] = [];
  while (reader.at < reader.body.length) {
    const name = take(reader, take(reader, 1).readUInt8() * 2).toString('utf16le');
    reader.at += 1;
    if (take(reader, 1).readUInt8() !== nvarchar) throw new RangeError('Only nvarchar parameters are understood.');
    const room = take16(reader);
    reader.at += 5;
    found.push({ name, value: room === 0xffff ? takeLong(reader) : takeShort(reader) });
  }
  return found;
}

function takeShort(reader: Reader): string | null {
  const length = take16(reader);
  return length === 0xffff ? null : take(reader, length).toString('utf16le');
}

function takeLong(reader: Reader): string {
  reader.at += 8;
  const parts: Buffer[] = [];
  for (let length = take(reader, 4).readUInt32LE(); length > 0; length = take(reader, 4).readUInt32LE())
    parts.push(take(reader, length));
  return Buffer.concat(parts).toString('utf16le');
}

function take16(reader: Reader): number {
  return take(reader, 2).readUInt16LE();
}

function take(reader: Reader, length: number): Buffer {
  const taken = reader.body.subarray(reader.at, reader.at + length);
  reader.at += length;
  return taken;
}
