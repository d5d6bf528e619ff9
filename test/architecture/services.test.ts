import { globSync, readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each folder of services/ may import, by the table in its README, from the top. */
const rows = new Map(
  [...readFileSync('services/README.md', 'utf8').matchAll(/^\|[^|]*\| `([^`]+)` \|[^|]*\|([^|]*)\|$/gm)].map(
    ([, folder, below]) => [folder!, [...below!.matchAll(/`([^`]+)`/g)].map(([, what]) => what!)] as const,
  ),
);

const files = globSync('services/**/*.{ts,ps1}').map((path) => path.split(sep).join('/'));
const links = files.flatMap((path) => linksOf(path).map((what) => ({ from: path, what })));
const across = links.filter(({ from, what }) => what.startsWith('services/') && folderOf(from) !== folderOf(what));

describe('services/', () => {
  it('is looked at in every file', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(links.length).toBeGreaterThan(files.length);
    expect(links.map(({ what }) => what).filter((what) => !/^(?:services|machines)\//.test(what))).toEqual([]);
  });

  it('has a row for each folder, and nothing outside of them but the README', () => {
    const entries = readdirSync('services', { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect([...rows.keys()].toSorted()).toEqual(folders.toSorted());
    expect(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)).toEqual(['README.md']);
  });

  it('has rows that name what is below them alone: no two folders import each other', () => {
    const order = [...rows.keys()];
    const upwards = [...rows].flatMap(([folder, below]) =>
      below.filter((what) => order.indexOf(what) <= order.indexOf(folder)).map((what) => `${folder} → ${what}`),
    );
    expect(upwards).toEqual([]);
  });

  it('imports what its rows name, types and PowerShell included', () => {
    const climbing = across.filter(({ from, what }) => !rows.get(folderOf(from))?.includes(folderOf(what)));
    expect(climbing.map(({ from, what }) => `${from} → ${what}`)).toEqual([]);
  });

  it('has rows that name nothing that is not imported', () => {
    const used = new Set(across.map(({ from, what }) => `${folderOf(from)} → ${folderOf(what)}`));
    const named = [...rows].flatMap(([folder, below]) => below.map((what) => `${folder} → ${what}`));
    expect(named.filter((one) => !used.has(one))).toEqual([]);
  });

  it('says of all that a file gives to others what it promises', () => {
    const silent = files
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => {
        const lines = readFileSync(path, 'utf8').split('\n');
        const given = /^export (?:async )?(?:function\*?|class|interface|type|const) (\w+)/;
        return lines.flatMap((line, at) => {
          const name = given.exec(line)?.[1];
          return name === undefined || lines[at - 1]?.endsWith('*/') ? [] : [`${path}: ${name}`];
        });
      });
    expect(silent).toEqual([]);
  });
});

/** What a file imports of ours, or runs within itself. */
function linksOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const found = path.endsWith('.ts')
    ? text.matchAll(/\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)|\bnew URL\('(\.[^']+)', import\.meta\.url\)/g)
    : text.matchAll(/\$PSScriptRoot\/([\w./]+\.ps1)/g);
  return [...found].map(([, one, two, three]) => posix.join(posix.dirname(path), (one ?? two ?? three)!));
}

function folderOf(path: string): string {
  return path.split('/')[1]!;
}
