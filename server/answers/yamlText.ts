import { type Document, isAlias, isMap, isPair, isScalar, isSeq, Lexer, type Node, parseDocument, type YAMLError } from 'yaml';
import { changedByYaml } from './changedByYaml.ts';
import { limits, tooDeep, tooMany, tooOften } from './limits.ts';
import { type Path, type ReadText, type TextFinding, unread } from './readText.ts';

/** Reads YAML 1.2. A value that YAML would change where nobody sees it is a finding, not a value. */
export function readYaml(text: string, most: number): ReadText {
  const beyond = beyondLimits(text, most);
  if (beyond) return unread(beyond.offset, beyond.message);
  const document = parseDocument(text, { prettyErrors: false });
  const unreadable = [...document.errors, ...document.warnings].map(inOurWords);
  const findings = (unreadable.length > 0 ? unreadable : changedByYaml(document, text)).slice(0, limits.findings);
  if (findings.length > 0) return { findings, content: undefined, offsetOf: (path, which) => offsetOf(document, path, which) };
  try {
    const content: unknown = document.toJS({ maxAliasCount: 100 });
    return { findings, content, offsetOf: (path, which) => offsetOf(document, path, which) };
  } catch {
    return unread(0, 'It refers to itself too often to be read.');
  }
}

/** Goes over the text once, before anything is made of it. */
function beyondLimits(text: string, most: number): TextFinding | null {
  let offset = 0;
  let parts = 0;
  let depth = 0;
  let onLine = 0;
  let aliases = 0;
  for (const token of new Lexer().lex(text)) {
    if (/[^\s#]/.test(token[0] ?? '')) parts += 1;
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (token === '\n') onLine = 0;
    if (token === '-' || token === '?') onLine += 1;
    if (token[0] === '*') aliases += 1;
    if (parts > most) return { offset, message: tooMany(most) };
    if (aliases > limits.aliases) return { offset, message: tooOften };
    if (depth > limits.depth || onLine > limits.depth) return { offset, message: tooDeep };
    if (!marks.has(token)) offset += token.length;
  }
  return null;
}

/** What the lexer says of itself, and is not in the text: a document's beginning, a scalar, a flow's error. */
const marks: ReadonlySet<string> = new Set(['\u0002', '\u001f', '\u0018']);

/** The parser quotes the file, and there may be a secret at that place. */
function inOurWords({ code, message, pos }: YAMLError): TextFinding {
  const [offset] = pos;
  return { offset, message: ours[code] ?? `It cannot be read here: ${message.replace(/: .*$/s, '').replace(/\.$/, '')}.` };
}

const ours: Partial<Record<YAMLError['code'], string>> = {
  MULTIPLE_DOCS: 'Here a second document begins. A file of answers is one: put this into a file of its own.',
  DUPLICATE_KEY: 'This name stands here twice.',
  TAG_RESOLVE_FAILED: 'What begins with ! is a tag to YAML, and no part of the value. Write the value in quotes.',
};

function offsetOf(document: Document.Parsed, path: Path, which: 'name' | 'value'): number {
  const resolved = (node: Node | null | undefined) => (isAlias(node) ? (node.resolve(document) as Node | undefined) : node);
  let node: Node | null | undefined = resolved(document.contents);
  let at = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      node = resolved(item as Node | null);
      at = node?.range?.[0] ?? at;
      continue;
    }
    if (!isMap(node)) break;
    const pair = node.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === String(step));
    if (!pair) break;
    const isLast = depth === path.length - 1;
    const key = pair.key as Node;
    const value = pair.value as Node | null;
    node = resolved(value);
    const simple = isLast && which === 'value' && (isSeq(node) || (isScalar(node) && node.source !== ''));
    at = (simple ? value?.range?.[0] : key.range?.[0]) ?? at;
  }
  return at;
}
