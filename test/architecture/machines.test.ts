import { globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The folders of `machines/`, from the ground up, each with those that it may import from besides itself. */
const folders: Readonly<Record<string, readonly string[]>> = {
  vocabulary: [],
  scripts: [],
  pages: ['vocabulary'],
  ports: ['vocabulary', 'pages'],
  answers: ['vocabulary', 'pages'],
  chart: ['vocabulary', 'pages', 'ports', 'answers'],
  plan: ['vocabulary', 'scripts', 'pages', 'ports', 'answers', 'chart'],
};

/** Files in the longest chain of imports. */
const floors = 12;

const files = globSync('machines/**/*.ts').map((path) => path.split(sep).join('/'));
const links = new Map(files.map((path) => [path, importsOf(path)]));

describe('machines/', () => {
  it('is looked at in every file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect([...links.values()].flat().filter((path) => !files.includes(path))).toEqual([]);
  });

  it('has no file outside its folders', () => {
    expect(files.filter((path) => !(folderOf(path) in folders))).toEqual([]);
  });

  it.each(Object.keys(folders))('has %s import what docs/architecture.md says, types included', (folder) => {
    const used = files.filter((path) => folderOf(path) === folder).flatMap((path) => links.get(path)!.map(folderOf));
    expect([...new Set(used)].filter((other) => other !== folder).toSorted()).toEqual([...folders[folder]!].toSorted());
    const row = new RegExp(`^\\| \`${folder}/\` \\|.*\\| (.*?) \\|$`, 'm').exec(readFileSync('docs/architecture.md', 'utf8'));
    expect([...row![1]!.matchAll(/`(\w+)\/`/g)].map(([, name]) => name)).toEqual(folders[folder]);
  });

  it('has no circle, types included', () => {
    expect(files.filter((path) => chainFrom(path).includes('a circle'))).toEqual([]);
  });

  it(`has at most ${floors} floors: that many files in the longest chain of imports`, () => {
    const longest = files.map((path) => chainFrom(path)).toSorted((one, other) => other.length - one.length)[0]!;
    expect(longest.length, longest.join(' → ')).toBeLessThanOrEqual(floors);
  });

  it('says the order of its screens in the flow alone: nobody counts on that of the declarations', () => {
    const counting = files.filter((path) => /Object\.(?:keys|values|entries)\(screens\)/.test(readFileSync(path, 'utf8')));
    expect(counting).toEqual(['machines/chart/failures.ts']);
  });
});

const chains = new Map<string, readonly string[]>();

/** The longest chain of imports that begins here; it ends in `a circle` where it comes back to where it has been. */
function chainFrom(path: string, behind: readonly string[] = []): readonly string[] {
  if (behind.includes(path)) return ['a circle'];
  const known = chains.get(path);
  if (known) return known;
  const rest = links.get(path)!.map((next) => chainFrom(next, [...behind, path]));
  const longest = rest.toSorted((one, other) => other.length - one.length)[0] ?? [];
  const chain = rest.some((one) => one.includes('a circle')) ? ['a circle'] : [path, ...longest];
  chains.set(path, chain);
  return chain;
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)].map(([, what, dynamic]) =>
    posix.join(posix.dirname(path), (what ?? dynamic)!),
  );
}

function folderOf(path: string): string {
  return path.split('/')[1]!;
}
