/** A table as it is to be written: text as it is, numbers in two bytes. */
export interface TableToEncode {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Writes tables as the streams of a package, without a container, so that they can say what no tool would write. */
export function encodeTables(tables: Readonly<Record<string, TableToEncode>>): Map<string, Uint8Array> {
  const strings = new Map<string, number>();
  const columns = Object.entries(tables).flatMap(([table, { columns, rows }]) =>
    columns.map((name, i): (string | number)[] => [table, i + 1, name, typeof rows[0]?.[i] === 'number' ? integer : text]),
  );
  const all: [string, TableToEncode][] = [
    ...Object.entries(tables),
    ['_Tables', { columns: ['Name'], rows: Object.keys(tables).map((name) => [name]) }],
    ['_Columns', { columns: ['Table', 'Number', 'Name', 'Type'], rows: columns }],
  ];
  const streams = new Map(all.map(([name, table]) => [`!${name}`, encodeRows(table, strings)]));
  streams.set('!_StringPool', encodePool([...strings.keys()]));
  streams.set('!_StringData', Buffer.from([...strings.keys()].join(''), 'latin1'));
  return streams;
}

const text = 0x0d48;
const integer = 0x0502;

function encodeRows({ columns, rows }: TableToEncode, strings: Map<string, number>): Uint8Array {
  const bytes = Buffer.alloc(2 * columns.length * rows.length);
  for (const [i, row] of rows.entries()) {
    for (const [j, cell] of row.entries()) {
      if (typeof cell === 'string' && !strings.has(cell)) strings.set(cell, strings.size + 1);
      const stored = typeof cell === 'number' ? cell + 0x8000 : strings.get(cell)!;
      bytes.writeUInt16LE(stored, 2 * (j * rows.length + i));
    }
  }
  return bytes;
}

/** The code page, then for each string its length and how often it is used; a long one takes a second entry. */
function encodePool(strings: readonly string[]): Uint8Array {
  const words = strings.flatMap(({ length }) => (length < 65536 ? [length, 1] : [0, length >>> 16, length & 0xffff, 1]));
  return Buffer.from(new Uint16Array([1252, 0, ...words]).buffer);
}
