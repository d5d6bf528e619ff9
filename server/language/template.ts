/** An English text with places for what the program puts there: `{server} answers at {host}.` */
export interface Template {
  /** What stands before, between and after the places. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
}

const place = /\{([a-z]\w*)\}/i;

/** A text without places is no template. */
export function readTemplate(text: string): Template | undefined {
  const parts = text.split(place);
  return parts.length === 1
    ? undefined
    : { literals: parts.filter((_, at) => at % 2 === 0), names: parts.filter((_, at) => at % 2 === 1) };
}

/**
 * What stands at each place, where the text was made of this template. Each place reaches to the first that can follow it, so the
 * work is linear in the text. No place is empty, and one that comes twice holds the same twice.
 *
 * @example matchTemplate(readTemplate('{server} answers at {host}.')!, 'SQL Server answers at db1.') // { server: 'SQL Server', host: 'db1' }
 */
export function matchTemplate({ literals, names }: Template, text: string): Readonly<Record<string, string>> | undefined {
  const [first = '', last = ''] = [literals[0], literals.at(-1)];
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return undefined;
  const values: Record<string, string> = {};
  let from = first.length;
  for (const [at, name] of names.entries()) {
    const isLast = at === names.length - 1;
    const to = isLast ? text.length - last.length : text.indexOf(literals[at + 1]!, from + 1);
    if (to <= from) return undefined;
    const value = text.slice(from, to);
    if (values[name] !== undefined && values[name] !== value) return undefined;
    values[name] = value;
    from = to + literals[at + 1]!.length;
  }
  return values;
}

/**
 * The places that stand in quotes: what is there was said by people or peers, and is told as they said it. Only the title of a `{screen}`
 * is the program's own.
 */
export function quotedPlaces({ literals, names }: Template): ReadonlySet<string> {
  return new Set(names.filter((name, at) => name !== 'screen' && /[“"]$/.test(literals[at]!) && /^[”"]/.test(literals[at + 1]!)));
}
