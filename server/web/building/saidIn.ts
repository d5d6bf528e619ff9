import { parseSync } from 'vite';

/** A node of a parsed source, as ESTree has it. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The texts that a source of the web page, by its path, has said in the user's language: the keys of the catalogs. */
export function saidIn(path: string, source: string): string[] {
  const textsOf = (node: Node): string[] => {
    const text = isSaying(node) ? keyOf(node) : undefined;
    return [...(text?.type === 'Literal' ? [String(text['value'])] : []), ...partsOf(node).flatMap(textsOf)];
  };
  return textsOf(parsed(path, source));
}

/** The program that a source is, as a tree. */
export function parsed(path: string, source: string): Node {
  return parseSync(path, source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }).program as unknown as Node;
}

/** Whether a node has a text said in the user's language. */
export function isSaying({ type, callee }: Node): boolean {
  return type === 'CallExpression' && ['say', 'sayWith'].includes(String((callee as Node)['name']));
}

/** What is said, where it is said by `isSaying`. */
export function keyOf(saying: Node): Node | undefined {
  return (saying['arguments'] as readonly Node[])[0];
}

/** The nodes right below a node. */
export function partsOf(node: Node): Node[] {
  const parts = Object.values(node).flatMap((part) => (Array.isArray(part) ? (part as unknown[]) : [part]));
  return parts.filter((part): part is Node => typeof part === 'object' && part !== null && 'type' in part);
}
