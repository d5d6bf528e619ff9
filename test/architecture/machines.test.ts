import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circleIn } from './circles.ts';
import { importsOf } from './imports.ts';
import { sourcesUnder } from './sources.ts';

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

const sources = sourcesUnder('machines');
const files = [...sources.keys()];
const links = new Map(
  [...sources].map(([path, text]) => {
    const own = importsOf(path, text).filter(({ isPackage }) => !isPackage);
    return [path, own.map(({ what }) => what)] as const;
  }),
);

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
    expect(circleIn(links)).toEqual([]);
  });

  it(`has at most ${floors} floors: that many files in the longest chain of imports`, () => {
    const longest = files.map((path) => chainFrom(path)).toSorted((one, other) => other.length - one.length)[0]!;
    expect(longest.length, longest.join(' → ')).toBeLessThanOrEqual(floors);
  });

  it('says the order of its screens in the flow alone: nobody counts on that of the declarations', () => {
    const counting = [...sources].filter(([, text]) => /Object\.(?:keys|values|entries)\(screens\)/.test(text));
    expect(counting.map(([path]) => path)).toEqual(['machines/chart/failures.ts']);
  });
});

const chains = new Map<string, readonly string[]>();

/** The longest chain of imports that begins here. There is an end to it only where there is no circle. */
function chainFrom(path: string): readonly string[] {
  const known = chains.get(path);
  if (known) return known;
  const rest = links.get(path)!.map(chainFrom);
  const longest = rest.toSorted((one, other) => other.length - one.length)[0] ?? [];
  const chain = [path, ...longest];
  chains.set(path, chain);
  return chain;
}

function folderOf(path: string): string {
  return path.split('/')[1]!;
}
