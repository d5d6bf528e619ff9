/** The package's summary, which Windows Installer reads before anything else. */
export type Summary =
  | { readonly state: 'missing' }
  | { readonly state: 'damaged' }
  | {
      readonly state: 'fine';
      readonly subject: string | null;
      readonly author: string | null;
      /** The platform and languages that the package is for, such as `x64;1033`. */
      readonly template: string | null;
      /** It is another one for each build of the package. */
      readonly packageCode: string | null;
      /** The lowest version of Windows Installer that can install it, times a hundred. */
      readonly schema: number | null;
    };

/** The name of the stream that the summary is in. */
export const summaryStream = '\u0005SummaryInformation';

/** Reads the summary. It never throws: a package with a bad one can still be told from a good one. Source: [MS-OLEPS]. */
export function readSummary(stream: Uint8Array | undefined): Summary {
  if (!stream) return { state: 'missing' };
  try {
    const values = readValues(new DataView(stream.buffer, stream.byteOffset, stream.length));
    const text = (id: number) => textValue(values.get(id));
    const schema = values.get(ids.schema);
    return {
      state: 'fine',
      subject: text(ids.subject),
      author: text(ids.author),
      template: text(ids.template),
      packageCode: text(ids.packageCode),
      schema: typeof schema === 'number' ? schema : null,
    };
  } catch {
    return { state: 'damaged' };
  }
}

const ids = { subject: 3, author: 4, template: 7, packageCode: 9, schema: 14 } as const;
const most = 100;

/** The values of the first and only section: a list of numbers and places, then at each place a type and a value. */
function readValues(view: DataView): ReadonlyMap<number, string | number> {
  if (view.getUint16(0, true) !== 0xfffe) throw new RangeError('Not a property set');
  const section = view.getUint32(44, true);
  const count = view.getUint32(section + 4, true);
  if (count > most) throw new RangeError('Too many values');
  const values = new Map<number, string | number>();
  for (let i = 0; i < count; i++) {
    const value = readValue(view, section + view.getUint32(section + 12 + 8 * i, true));
    if (value !== undefined) values.set(view.getUint32(section + 8 + 8 * i, true), value);
  }
  return values;
}

function readValue(view: DataView, at: number): string | number | undefined {
  const type = view.getUint32(at, true);
  if (type === 2) return view.getInt16(at + 4, true);
  if (type === 3) return view.getInt32(at + 4, true);
  if (type !== 30) return undefined;
  const length = view.getUint32(at + 4, true);
  if (at + 8 + length > view.byteLength) throw new RangeError('A text is cut off');
  return new TextDecoder('windows-1252').decode(new Uint8Array(view.buffer, view.byteOffset + at + 8, length));
}

function textValue(value: string | number | undefined): string | null {
  return typeof value === 'string' ? value.split('\0')[0] || null : null;
}
