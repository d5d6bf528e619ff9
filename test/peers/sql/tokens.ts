/** A row of an answer: whole numbers travel as int, everything else as nvarchar. */
export type Row = Readonly<Record<string, string | number | null>>;

/** An error as SQL Server numbers them, with its severity. */
export class SqlError extends Error {
  readonly number: number;
  readonly severity: number;

  constructor(number: number, message: string, severity = 14) {
    super(message);
    this.number = number;
    this.severity = severity;
  }
}

const doneError = 0x02;
const doneCount = 0x10;
const collation = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);

/** The last token of a reply (MS-TDS 2.2.7.6): of a batch, or of a procedure. */
export function done(kind: 'batch' | 'procedure' | 'inProcedure', status = 0, rows = 0): Buffer {
  const token = Buffer.alloc(13);
  token.writeUInt8({ batch: 0xfd, procedure: 0xfe, inProcedure: 0xff }[kind], 0);
  token.writeUInt16LE(status, 1);
  token.writeUInt16LE(0xc1, 3);
  token.writeBigUInt64LE(BigInt(rows), 5);
  return token;
}

export function errorReply(kind: 'batch' | 'procedure', errors: readonly SqlError[], server: string): Buffer {
  return Buffer.concat([...errors.map((error) => errorToken(error, server)), done(kind, doneError)]);
}

/** The answer to a question asked as a batch, or by `sp_executesql`. Without rows it only says that it is done. */
export function rowsReply(kind: 'batch' | 'procedure', rows: readonly Row[]): Buffer {
  const set = rows.length > 0 ? [columns(rows), ...rows.map((row) => rowToken(row, rows))] : [];
  if (kind === 'batch') return Buffer.concat([...set, done('batch', rows.length > 0 ? doneCount : 0, rows.length)]);
  const returnStatus = Buffer.from([0x79, 0, 0, 0, 0]);
  const more = 0x01;
  return Buffer.concat([...set, done('inProcedure', doneCount | more, rows.length), returnStatus, done('procedure')]);
}

/** What a client hears when it has been let in. */
export function loginReply(database: string, version: Buffer, tdsVersion: number, server: string): Buffer {
  const program = byteText('Microsoft SQL Server\0\0');
  const tds = Buffer.alloc(4);
  tds.writeUInt32BE(tdsVersion);
  const changed = new SqlError(5701, `Changed database context to '${database}'.`, 0);
  return Buffer.concat([
    change(1, byteText(database), byteText('master')),
    errorToken(changed, server, 0xab),
    change(7, Buffer.concat([Buffer.from([collation.length]), collation]), Buffer.from([0])),
    sized(0xad, Buffer.concat([Buffer.from([1]), tds, program, version])),
    change(4, byteText('4096'), byteText('4096')),
    done('batch'),
  ]);
}

/** A step of Windows authentication. */
export function sspiReply(data: Buffer): Buffer {
  return sized(0xed, data);
}

function columns(rows: readonly Row[]): Buffer {
  const names = Object.keys(rows[0]!);
  const described = names.map((name) => {
    const type = isWhole(name, rows) ? Buffer.from([0x26, 4]) : Buffer.concat([Buffer.from([0xe7]), le16(8000), collation]);
    const nullable = le16(0x0009);
    return Buffer.concat([Buffer.alloc(4), nullable, type, byteText(name)]);
  });
  return Buffer.concat([Buffer.from([0x81]), le16(names.length), ...described]);
}

function rowToken(row: Row, rows: readonly Row[]): Buffer {
  const values = Object.keys(rows[0]!).map((name) => {
    const value = row[name] ?? null;
    if (isWhole(name, rows)) return value === null ? Buffer.from([0]) : Buffer.concat([Buffer.from([4]), le32(Number(value))]);
    if (value === null) return le16(0xffff);
    const text = utf16(String(value));
    return Buffer.concat([le16(text.length), text]);
  });
  return Buffer.concat([Buffer.from([0xd1]), ...values]);
}

function isWhole(name: string, rows: readonly Row[]): boolean {
  return rows.every((row) => row[name] === null || Number.isInteger(row[name]));
}

function errorToken({ number, severity, message }: SqlError, server: string, token = 0xaa): Buffer {
  const text = Buffer.concat([le16(message.length), utf16(message), byteText(server), byteText(''), le32(1)]);
  return sized(token, Buffer.concat([le32(number), Buffer.from([1, severity]), text]));
}

function change(type: number, to: Buffer, from: Buffer): Buffer {
  return sized(0xe3, Buffer.concat([Buffer.from([type]), to, from]));
}

function sized(token: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([token]), le16(body.length), body]);
}

function byteText(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), utf16(text)]);
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function le16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function le32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
