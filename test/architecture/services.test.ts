import { globSync, readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrow, importsOf } from './imports.ts';
import { sourcesUnder } from './sources.ts';

/** What each folder of services/ may import, by the table in its README, from the top. */
const rows = new Map(
  [...readFileSync('services/README.md', 'utf8').matchAll(/^\|[^|]*\| `([^`]+)` \|[^|]*\|([^|]*)\|$/gm)].map(
    ([, folder, below]) => [folder!, [...below!.matchAll(/`([^`]+)`/g)].map(([, what]) => what!)] as const,
  ),
);

const imports = [...sourcesUnder('services')].flatMap(([path, text]) => importsOf(path, text));
const links = [...imports.filter(({ isPackage }) => !isPackage), ...scriptsRun()];
const across = links.filter(({ from, what }) => what.startsWith('services/') && folderOf(from) !== folderOf(what));

describe('services/', () => {
  it('is looked at in every file', () => {
    expect(links.length).toBeGreaterThan(700);
    expect(scriptsRun().length).toBeGreaterThan(3);
    expect(links.filter(({ what }) => !/^(?:services|machines)\//.test(what)).map(arrow)).toEqual([]);
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
    expect(climbing.map(arrow)).toEqual([]);
  });

  it('has rows that name nothing that is not imported', () => {
    const used = new Set(across.map(({ from, what }) => `${folderOf(from)} → ${folderOf(what)}`));
    const named = [...rows].flatMap(([folder, below]) => below.map((what) => `${folder} → ${what}`));
    expect(named.filter((one) => !used.has(one))).toEqual([]);
  });
});

/** Which scripts PowerShell scripts run within themselves. */
function scriptsRun() {
  const scripts = globSync('services/**/*.ps1').map((path) => path.split(sep).join('/'));
  return scripts.flatMap((from) =>
    [...readFileSync(from, 'utf8').matchAll(/\$PSScriptRoot\/([\w./]+\.ps1)/g)].map(([, path]) => ({
      from,
      what: posix.join(posix.dirname(from), path!),
      isPackage: false,
      typeOnly: false,
    })),
  );
}

function folderOf(path: string): string {
  return path.split('/')[1]!;
}
