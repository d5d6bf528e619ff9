import { type Document, isAlias, isCollection, isPair, isScalar, type Scalar, visit } from 'yaml';
import { fieldAt, isSecretField } from '../../machines/answers/secretFields.ts';
import { isPageId, pageOf } from '../../machines/pages/screens.ts';
import { limits, tooDeep } from './limits.ts';
import type { Path, TextFinding } from './readText.ts';

/**
 * The values that YAML reads as something else than stands there, without a sign of it: a tag, an anchor that nothing refers to, a
 * character by an escape that nobody sees; and of a secret, which nobody can read over, what stands behind it as a comment, a
 * second line, and what YAML takes for a number or a word of its own. And what is deeper, or otherwise made, than any file of answers.
 */
export function changedByYaml(document: Document.Parsed, text: string): TextFinding[] {
  const findings: TextFinding[] = [];
  const referred = new Set<string>();
  visit(document, { Alias: (_, { source }) => void referred.add(source) });
  visit(document, {
    Node(place, node, ancestors) {
      const offset = node.range?.[0] ?? 0;
      if (ancestors.length > 2 * limits.depth) {
        findings.push({ offset, message: tooDeep });
        return visit.BREAK;
      }
      // Read as a text, such a name is written out anew on every level.
      if (place === 'key' && isCollection(node)) {
        findings.push({ offset, message: 'A name is a text, and no list of others.' });
        return visit.SKIP;
      }
      const tell = (message: string) => findings.push({ offset, message: `${message} ${inQuotes}` });
      if (isAlias(node)) {
        if (!node.resolve(document)) tell('What begins with * refers to another value, and there is none of this name.');
        return undefined;
      }
      if (node.anchor !== undefined && !referred.has(node.anchor))
        tell('What begins with & names the value behind it for YAML, and is no part of it.');
      if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:') && !isCollection(node))
        tell('What begins with ! is a tag to YAML, and no part of the value.');
      if (isScalar(node)) for (const message of ofScalar(node, text, isSecret(pathOf(ancestors)))) tell(message);
      return undefined;
    },
  });
  return findings;
}

const inQuotes = 'Write the value in quotes.';

function* ofScalar(
  { type, value, range, comment, source = '' }: Scalar,
  text: string,
  isSecretValue: boolean,
): Generator<string> {
  const written = range ? text.slice(range[0], range[1]) : source;
  if (type === 'QUOTE_DOUBLE' && (unseen.test(String(value)) ? written.includes('\\') : /(?<!\\)(?:\\\\)*\\ /.test(written)))
    yield 'In double quotes a backslash begins an escape, which makes a character here that cannot be seen. Use single quotes.';
  if (!isSecretValue) return;
  if (type !== 'BLOCK_LITERAL' && linesOf(written, type) > 1) yield 'YAML makes one line of these. Write it on one line.';
  if (type !== 'PLAIN') return;
  if (comment) yield 'What stands behind # is a comment to YAML, and no part of the secret.';
  if (typeof value !== 'string' && value !== null)
    yield typeof value === 'boolean'
      ? 'YAML takes this for a word of its own, and not for a text.'
      : 'YAML takes this for a number, and not for a text.';
}

/** Control characters, blanks that are no space, and marks without a width: "C:\\New" would hold one. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** How many lines a value is written on; the mark before a block of text is none of them. */
function linesOf(written: string, type: Scalar['type']): number {
  const lines = written.trimEnd().split(/\r\n?|\n/);
  return type === 'BLOCK_FOLDED' ? lines.length - 1 : lines.length;
}

/** The names on the way to a value. */
function pathOf(ancestors: readonly unknown[]): Path {
  return ancestors.flatMap((one) => (isPair(one) && isScalar(one.key) ? [String(one.key.value)] : []));
}

function isSecret([section, page = '', ...field]: Path): boolean {
  if (section !== 'pages' || typeof page !== 'string' || !isPageId(page)) return false;
  const declared = fieldAt(pageOf(page).fields, field.map(String));
  return declared !== undefined && isSecretField(declared);
}
