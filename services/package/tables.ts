import { limits } from './limits.ts';
import { readStringPool, type StringPool } from './stringPool.ts';
import { damaged, tooMuch, unsuitable } from './unsuitablePackage.ts';

/** The tables of a package. */
export interface Tables {
  readonly names: readonly string[];
  readonly strings: StringPool;
  /** A table's columns in order; none, where there is no such table. */
  columns(table: string): readonly Column[];
  /** A table's rows as they stand in the file; none, where there is no such table. */
  rows(table: string): readonly Row[];
}

/** A column of a table. */
export interface Column {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'binary';
  /** Bytes of a cell. */
  readonly width: number;
}

/** A row by its columns' names. An empty cell is null; what a binary cell holds is not read. */
export type Row = Readonly<Record<string, string | number | null>>;

/**
 * Opens the tables among the streams of a package. Each is read when it is asked for first. Throws a `Problem` for damaged ones.
 */
export function openTables(streams: ReadonlyMap<string, Uint8Array>): Tables {
  const pool = streams.get('!_StringPool');
  const data = streams.get('!_StringData');
  if (!pool || !data || !streams.has('!_Columns')) {
    throw unsuitable(
      'The file is not a Windows Installer package: it has no tables.',
      'Name the file Service and Portal.msi of the installation media.',
    );
  }
  const strings = readStringPool(pool, data);
  const read = tableReader(streams, strings);
  const known = new Map<string, readonly Row[]>();
  const columns = readColumns(read('_Columns', columnsOfColumns(strings)), strings);
  return {
    strings,
    names: read('_Tables', [{ name: 'Name', kind: 'text', width: strings.referenceSize }]).map(({ Name }) => String(Name)),
    columns: (table) => columns.get(table) ?? [],
    rows(table) {
      const rows = known.get(table) ?? read(table, columns.get(table) ?? []);
      known.set(table, rows);
      return rows;
    },
  };
}

/** A table's stream holds its first column for all rows, then its second, and so on. */
function tableReader(streams: ReadonlyMap<string, Uint8Array>, strings: StringPool) {
  let characters = 0;
  let cells = 0;
  return (table: string, columns: readonly Column[]): Row[] => {
    const bytes = streams.get(`!${table}`) ?? new Uint8Array();
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    if (width === 0) return [];
    if (bytes.length % width !== 0) throw damaged(`its table ${table} is cut off`);
    const count = bytes.length / width;
    cells += count * columns.length;
    if (count > limits.rows || cells > limits.cells) throw tooMuch(`its table ${table} has too many rows`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const rows = Array.from({ length: count }, (): Record<string, string | number | null> => Object.create(null));
    let start = 0;
    for (const column of columns) {
      for (const [index, row] of rows.entries()) {
        const cell = readCell(view, start + index * column.width, column, strings);
        if (typeof cell === 'string') characters += cell.length;
        if (characters > limits.characters) throw tooMuch('its tables hold too much text');
        row[column.name] = cell;
      }
      start += count * column.width;
    }
    return rows;
  };
}

function readCell(view: DataView, at: number, { kind, width }: Column, strings: StringPool): string | number | null {
  if (kind === 'binary') return null;
  const low = view.getUint16(at, true);
  if (kind === 'text') {
    const number = width === 3 ? low + view.getUint8(at + 2) * 65536 : low;
    return number === 0 ? null : strings.text(number);
  }
  // Zero stands for an empty cell; every other number is moved by half of its range.
  if (width === 2) return low === 0 ? null : low - 0x8000;
  const whole = view.getUint32(at, true);
  return whole === 0 ? null : whole - 0x80000000;
}

function columnsOfColumns({ referenceSize }: StringPool): Column[] {
  return [
    { name: 'Table', kind: 'text', width: referenceSize },
    { name: 'Number', kind: 'integer', width: 2 },
    { name: 'Name', kind: 'text', width: referenceSize },
    { name: 'Type', kind: 'integer', width: 2 },
  ];
}

function readColumns(rows: readonly Row[], { referenceSize }: StringPool): ReadonlyMap<string, readonly Column[]> {
  const sorted = rows.toSorted((a, b) => Number(a['Number']) - Number(b['Number']));
  const columns = new Map<string, Column[]>();
  for (const { Table, Name, Type } of sorted) {
    if (typeof Table !== 'string' || typeof Name !== 'string' || typeof Type !== 'number') {
      throw damaged('its list of columns has gaps');
    }
    const list = columns.get(Table) ?? [];
    list.push({ name: Name, ...formOf(Type, referenceSize) });
    if (list.length > limits.columns) throw tooMuch(`its table ${Table} has too many columns`);
    columns.set(Table, list);
  }
  return columns;
}

const isString = 0x0800;
const isNullable = 0x1000;
const isKey = 0x2000;
/** A stream beside the table: text and valid, of no size, and no other mark. */
const isBinary = 0x0900;

function formOf(type: number, referenceSize: 2 | 3): Pick<Column, 'kind' | 'width'> {
  if ((type & 0xffff & ~isNullable & ~isKey) === isBinary) return { kind: 'binary', width: 2 };
  if (type & isString) return { kind: 'text', width: referenceSize };
  return { kind: 'integer', width: (type & 0xff) <= 2 ? 2 : 4 };
}
