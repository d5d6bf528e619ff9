import { describe, expect, it } from 'vitest';
import { exportsOf } from './exports.ts';
import { sourcesUnder } from './sources.ts';
import { undocumented } from './undocumented.ts';

const sources = [...sourcesUnder('machines', 'services', 'server')].filter(
  ([path]) => !/^server\/(?:web\/src|language\/german)\//.test(path),
);
const lacking = new Map(
  sources.map(([path, text]) => [path, exportsOf(text).filter(({ isDocumented }) => !isDocumented)] as const),
);

describe('What a file of machines/, services/ or server/ exports', () => {
  it('is looked at', () => {
    expect(sources.flatMap(([, text]) => exportsOf(text)).length).toBeGreaterThan(1500);
  });

  it('has a doc comment that says what is promised', () => {
    const without = [...lacking].filter(([path]) => !undocumented.includes(path));
    expect(without.flatMap(([path, exported]) => exported.map(({ kind, name }) => `${path}: ${kind} ${name}`))).toEqual([]);
  });

  it('is let off in those files alone that still need it: the others are taken out of test/architecture/undocumented.ts', () => {
    expect(undocumented.filter((path) => !lacking.get(path)?.length)).toEqual([]);
  });
});

describe('The test of the doc comments', () => {
  it('sees declarations of every form, and which of them have one', () => {
    const text = `
/** One. */
export function one(): void;
export function one(how?: string): void {}
// Not one.
export async function* two() {}

/**
 * Several lines.
 */
export abstract class Three {}
/** Of something else. */
const other = 1;
export interface Four {}
export type Five = typeof other;
export type { Six } from './six.ts';
/* No doc comment. */
export const seven = 7;
export const eight = z.string();
export const nineScreens = {};
`;
    expect(exportsOf(text).map(({ kind, name, isDocumented }) => `${kind} ${name}${isDocumented ? '' : ' lacks one'}`)).toEqual([
      'function one',
      'function two lacks one',
      'class Three',
      'interface Four lacks one',
      'type Five lacks one',
      'const seven lacks one',
      'const eight',
      'const nineScreens',
    ]);
  });
});
