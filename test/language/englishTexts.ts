import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A text in the sources that is meant for people, as far as can be told from it. */
export interface EnglishText {
  readonly file: string;
  /** With `{name}` where the program puts something. */
  readonly text: string;
}

/** The texts of a file: what has words, and is no code of another language. */
export function textsIn(file: string): EnglishText[] {
  const found = new Set<string>();
  const { program } = parseSync(file, readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  visit(program, file.startsWith('server/') ? isOfDocument : isOfLog, (text) => {
    if (isForPeople(text)) found.add(text);
  });
  return [...found].map((text) => ({ file, text }));
}

type Node = Readonly<Record<string, unknown>> & { readonly type?: string };

function visit(node: unknown, isLeftOut: (node: Node) => boolean, see: (text: string) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, isLeftOut, see);
  if (typeof node !== 'object' || node === null || Array.isArray(node) || isLeftOut(node as Node)) return;
  const { type, value } = node as Node;
  if (type === 'ImportDeclaration' || type?.startsWith('TSType') || type === 'TSLiteralType') return;
  if (type === 'Literal' && typeof value === 'string') see(value);
  if (type === 'TemplateLiteral') see(templateOf(node as Node));
  for (const each of Object.values(node)) visit(each, isLeftOut, see);
}

/** What is thrown as a plain error is a fault of the program: the log has it, and a client is told that there is one. */
function isOfLog({ type, callee }: Node): boolean {
  return type === 'NewExpression' && nameOf(callee) === 'Error';
}

/** That, and what the OpenAPI document says of the service: it is English. */
function isOfDocument(node: Node): boolean {
  const { type, key, callee } = node;
  return (
    isOfLog(node) ||
    (type === 'Property' && ['description', 'summary', 'headers', 'ETag'].includes(nameOf(key) ?? '')) ||
    (type === 'CallExpression' && nameOf(callee) === 'json')
  );
}

function nameOf(node: unknown): string | undefined {
  return (node as Node | undefined)?.['name'] as string | undefined;
}

/** A place is named as what is put there. */
function templateOf({ quasis, expressions }: Node): string {
  const names = (expressions as Node[]).map(({ type, name, property }) => {
    if (type === 'Identifier') return name as string;
    return ((property as Node | undefined)?.['name'] as string | undefined) ?? 'value';
  });
  return (quasis as { readonly value: { readonly cooked: string } }[])
    .map(({ value }, at) => value.cooked + (at < names.length ? `{${names[at]}}` : ''))
    .join('');
}

/** Two words one after the other, or a word that begins as a sentence does. */
function isForPeople(text: string): boolean {
  return /[A-Za-z]{2,}[,;:’]? [A-Za-z{“(]/.test(text) || /^[A-Z][a-z]+$/.test(text);
}
