import { readFileSync } from 'node:fs';
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { Misuse } from '../surroundings.ts';

/** A place in a file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A finding of the parser. */
export interface SyntaxFinding extends Position {
  readonly message: string;
}

export type Path = readonly (string | number)[];

/** An answers file with the place of everything in it. JSON is read as what it is, a kind of YAML. */
export class AnswersDocument {
  readonly path: string;
  readonly syntax: readonly SyntaxFinding[];
  /** What the file says; nothing, where it can't be read. */
  readonly content: unknown;
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();

  constructor(path: string, text: string) {
    this.path = path;
    const lineCounter = this.#lines;
    const isJson = /^\s*\{/.test(text);
    this.#document = parseDocument(text, { lineCounter, prettyErrors: false, ...(isJson && { schema: 'json' }) });
    this.syntax = this.#document.errors.map(({ message, pos }) => ({ ...this.#at(pos[0]), message: withoutSource(message) }));
    const { content, finding } = contentOf(this.#document);
    this.content = content;
    if (finding !== undefined && this.syntax.length === 0) this.syntax = [{ line: 1, column: 1, message: finding }];
  }

  /** Where something stands: the name of what should not be there, else its value; for what is not there, where it belongs. */
  positionOf(path: Path, which: 'name' | 'value' = 'value'): Position {
    let node: Node | null | undefined = this.#resolve(this.#document.contents);
    let at = node?.range?.[0] ?? 0;
    for (const [depth, step] of path.entries()) {
      if (isSeq(node)) {
        const item: unknown = node.items[Number(step)];
        node = this.#resolve(item as Node | null);
        at = node?.range?.[0] ?? at;
        continue;
      }
      if (!isMap(node)) break;
      const pair = node.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === String(step));
      if (!pair) break;
      const isLast = depth === path.length - 1;
      const key = pair.key as Node;
      const value = pair.value as Node | null;
      node = this.#resolve(value);
      const simple = isLast && which === 'value' && (isSeq(node) || (isScalar(node) && node.source !== ''));
      at = (simple ? value?.range?.[0] : key.range?.[0]) ?? at;
    }
    return this.#at(at);
  }

  #at(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  #resolve(node: Node | null | undefined): Node | null | undefined {
    return isAlias(node) ? (node.resolve(this.#document) as Node | undefined) : node;
  }
}

/**
 * Reads an answers file as editors on Windows and elsewhere write it.
 *
 * @throws {Misuse} where it can't be read.
 */
export function openAnswersFile(path: string): AnswersDocument {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no file' : 'This file can not be read:';
    throw new Misuse(`${why} ${path}`);
  }
  if (bytes.length > largest) throw new Misuse(`${path} is larger than 256 KiB: it is no answers file.`);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new AnswersDocument(path, new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    throw new Misuse(`${path} is neither UTF-8 nor UTF-16. Save it as UTF-8.`);
  }
}

const largest = 256 * 1024;

function contentOf(document: Document.Parsed): { content?: unknown; finding?: string } {
  if (document.errors.length > 0) return {};
  try {
    return { content: document.toJS({ maxAliasCount: 100 }) };
  } catch {
    return { finding: 'It refers to itself too often to be read.' };
  }
}

/** The parser quotes the file, and there may be a secret at that place. */
function withoutSource(message: string): string {
  return `It can not be read here: ${message.replace(/: .*$/s, '').replace(/\.$/, '')}.`;
}
