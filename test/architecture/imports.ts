import { posix } from 'node:path';

/** What one file takes from another, or from a package. */
export interface Import {
  readonly from: string;
  /** A path in the project, or the name of a package. */
  readonly what: string;
  readonly isPackage: boolean;
  /** Types alone are gone when it runs. */
  readonly typeOnly: boolean;
}

/** Everything that a file imports, in whichever form it says so. */
export function importsOf(from: string, text: string): Import[] {
  const found = text.matchAll(/\b(import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g);
  return [...found].map(({ 2: type, 3: what, 4: dynamic, index: at }) => {
    const name = (what ?? dynamic)!;
    const isPackage = !name.startsWith('.');
    const path = isPackage ? name : posix.join(posix.dirname(from), name);
    return { from, what: path, isPackage, typeOnly: type !== undefined || isTypeOf(text, at) };
  });
}

/** An import as a failed expectation shows it. */
export function arrow({ from, what }: Import): string {
  return `${from} → ${what}`;
}

/** `import('…').Name` is a type, `await import('…')` and `import('…').then` are not. */
function isTypeOf(text: string, at: number): boolean {
  return /^import\('[^']+'\)\.(?!then\b)/.test(text.slice(at));
}
