import { isSaying, keyOf, type Node, parsed, partsOf } from '../../server/web/building/saidIn.ts';

/** What a source of the web page says to people. */
export interface Texts {
  /** The English texts that it has said in the user's language: the keys of the catalogs. */
  readonly said: readonly string[];
  /** What it has said that does not stand there as a text, so that nobody can tell whether the catalogs have it. */
  readonly unclear: readonly string[];
  /** Texts that would be shown in English whatever the user's language. */
  readonly raw: readonly string[];
}

/** Reads a source of the web page, by its path. */
export function textsIn(path: string, source: string): Texts {
  const texts = { said: [] as string[], unclear: [] as string[], raw: [] as string[] };
  const isPage = path.endsWith('x');
  const visit = (node: Node, above: readonly Node[]) => {
    const [parent] = above;
    if (isSaying(node)) {
      const text = keyOf(node);
      if (text?.type === 'Literal') texts.said.push(String(text['value']));
      else texts.unclear.push(source.slice(Number(node['start']), Number(node['end'])));
    }
    const isKey = parent !== undefined && isSaying(parent) && keyOf(parent) === node;
    const text = textOf(node);
    if (text !== undefined && !isKey && hasWords(text) && (isShown(node, above, isPage) || isSentence(text, above)))
      texts.raw.push(text.trim());
    for (const part of partsOf(node)) visit(part, [node, ...above]);
  };
  visit(parsed(path, source), []);
  return texts;
}

/** The text that stands at a node; of a template, that between its places. */
function textOf({ type, value }: Node): string | undefined {
  if (type === 'TemplateElement') return String((value as { raw: string }).raw);
  return (type === 'Literal' || type === 'JSXText') && typeof value === 'string' ? value : undefined;
}

/** Whether there is anything in it to translate: names of products and commands are called the same everywhere. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/^mim-setup .*$|MIM Setup/g, ''));
}

/** Whether it stands where what stands there is shown: as a child of an element, in an attribute of it, as a label or a title. */
function isShown(node: Node, above: readonly Node[], isPage: boolean): boolean {
  if (node.type === 'JSXText') return true;
  let [inner, at] = [node, 0];
  while (passesOn(above[at], inner)) inner = above[at++] as Node;
  const [outer, beyond] = [above[at], above[at + 1]];
  switch (outer?.type) {
    case 'JSXExpressionContainer':
      return beyond?.type !== 'JSXAttribute' || isForReaders(nameOf(beyond['name']));
    case 'JSXAttribute':
      return isForReaders(nameOf(outer['name']));
    case 'Property':
      return outer['value'] === inner && isForReaders(nameOf(outer['key']));
    case 'AssignmentPattern':
      return isForReaders(nameOf(outer['left']));
    case 'AssignmentExpression':
      return isForReaders(nameOf((outer['left'] as Node)['property'] ?? outer['left']));
    case 'ReturnStatement':
      return isPage;
    default:
      return false;
  }
}

/** Whether an expression's value may be that of a part of it. */
function passesOn(outer: Node | undefined, inner: Node): boolean {
  if (outer?.type === 'ConditionalExpression') return outer['test'] !== inner;
  return ['LogicalExpression', 'TemplateLiteral', 'ParenthesizedExpression'].includes(outer?.type ?? '');
}

function isForReaders(name: string): boolean {
  return /^(aria-(label|valuetext|description)|title|subtitle|label|placeholder|hint|text|alt|action|detail|children|message)$/.test(
    name,
  );
}

function nameOf(node: unknown): string {
  const { name, value } = node as Node;
  return String(name ?? value);
}

/** Whether it reads as one wherever it stands, but for what only browsers and developers read. */
function isSentence(text: string, above: readonly Node[]): boolean {
  if (!/\p{L}{2} \p{L}{2}|\p{Lu}\p{Ll}+[.?!…]$/u.test(text) || /[{}]/.test(text)) return false;
  return !above.some((node) => {
    const called = node['callee'] as Node | undefined;
    return (
      node.type.startsWith('Import') ||
      node.type.startsWith('TS') ||
      (node.type === 'NewExpression' && called?.['name'] === 'Error') ||
      (node.type === 'JSXAttribute' && ['className', 'rel', 'sandbox'].includes(nameOf(node['name']))) ||
      (node.type === 'CallExpression' && /^(querySelector|querySelectorAll|closest)$/.test(nameOf(called?.['property'] ?? {})))
    );
  });
}
