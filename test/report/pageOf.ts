import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An HTML page as a browser reads it. */
export interface ReadPage {
  readonly title: string;
  /** The names of all elements, and of all their attributes. */
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** The text of each heading, list item and cell, in order; white space as it is shown. */
  readonly heading: string;
  readonly items: readonly string[];
  readonly cells: readonly string[];
  /** The rows of each table, by the heading over it. */
  readonly tables: Readonly<Record<string, string[][]>>;
}

/** Reads a page by the HTML standard. Throws where the page breaks its rules. */
export function read(html: string): ReadPage {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) });
  if (errors.length > 0) throw new Error(`The page is no valid HTML: ${errors.join(', ')}.`);
  const all = elementsIn(document);
  const named = (...names: string[]) => all.filter(({ tagName }) => names.includes(tagName));
  const texts = (...names: string[]) => named(...names).map(textOf);
  let heading = '';
  const tables: Record<string, string[][]> = {};
  for (const element of all) {
    if (element.tagName === 'h2') heading = textOf(element);
    if (element.tagName === 'table') tables[heading] = rowsIn(element);
  }
  return {
    title: textOf(named('title')[0]!),
    elements: new Set(all.map(({ tagName }) => tagName)),
    attributes: new Set(all.flatMap(({ attrs }) => attrs.map(({ name }) => name))),
    heading: texts('h1').join(),
    items: texts('li'),
    cells: texts('th', 'td'),
    tables,
  };
}

function rowsIn(table: Tree.Element): string[][] {
  return elementsIn(table)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) =>
      elementsIn(row)
        .filter(({ tagName }) => tagName === 'th' || tagName === 'td')
        .map(textOf),
    );
}

function elementsIn(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('')
    .trim();
}
