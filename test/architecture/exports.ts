/** What a file gives to others by a declaration of its own. */
export interface Exported {
  readonly kind: 'function' | 'class' | 'interface' | 'type' | 'const';
  readonly name: string;
  readonly isDocumented: boolean;
}

/** Everything that a file exports where it declares it, in its order; of overloads the first. What it only hands on is left out. */
export function exportsOf(text: string): Exported[] {
  const found = text.matchAll(/^export (?:async |abstract )?(function\*?|class|interface|type|const) (\w+).*/gm);
  const all = [...found].map(({ 0: line, 1: kind, 2: name, index: at }) => ({
    kind: kind!.replace('*', '') as Exported['kind'],
    name: name!,
    isDocumented: isBehindDocComment(text.slice(0, at)) || tellsItself.test(line),
  }));
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
}

/** A schema, a parameter, the description of a call, or the screens of a phase: their own text says what they are. */
const tellsItself = /^export const (?:\w+Screens\b|\w+: (?:Description|Parameter)\b|\w+ = (?:z$|z\.|header\())/;

function isBehindDocComment(before: string): boolean {
  return /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.test(before.slice(-3000));
}
