import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { limits, tooDeep, tooMany } from './limits.ts';
import { type Path, type ReadText, type TextFinding, unread } from './readText.ts';

/** Reads JSON, as RFC 8259 has it: no comments, no commas behind the last, no name twice. */
export function readJson(text: string, most: number): ReadText {
  const beyond = beyondLimits(text, most);
  if (beyond) return unread(beyond.offset, beyond.message);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const findings = [
    ...errors.map(({ error, offset }) => ({
      offset,
      message: `It cannot be read here: ${wordsOf(printParseErrorCode(error))}.`,
    })),
    ...(root ? namedTwice(root) : []),
  ].slice(0, limits.findings);
  const content: unknown = findings.length === 0 ? JSON.parse(text) : undefined;
  return { findings, content, offsetOf: (path, which) => (root ? offsetOf(root, path, which) : 0) };
}

/** Goes over the text once, strings left out. */
function beyondLimits(text: string, most: number): TextFinding | null {
  let depth = 0;
  let parts = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const sign = text[offset]!;
    if (sign === '"') offset = endOfString(text, offset);
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
    if ('"{[:,'.includes(sign)) parts += 1;
    if (depth > limits.depth) return { offset, message: tooDeep };
    if (parts > most) return { offset, message: tooMany(most) };
  }
  return null;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function* namedTwice(node: Node): Generator<TextFinding> {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const name = child.type === 'property' ? child.children?.[0] : undefined;
    if (name && seen.has(name.value)) yield { offset: name.offset, message: 'This name stands here twice.' };
    if (name) seen.add(name.value);
    yield* namedTwice(child);
  }
}

function offsetOf(root: Node, path: Path, which: 'name' | 'value'): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (!node) continue;
    const name = node.parent?.type === 'property' ? node.parent.children![0]! : node;
    return length === path.length && which === 'value' && node.type !== 'object' ? node.offset : name.offset;
  }
  return root.offset;
}

/** `CommaExpected` as words. */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
