import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circleIn, circlesIn, linksOfFolders } from './architecture/circles.ts';
import { arrow, importsOf } from './architecture/imports.ts';
import { sourcesUnder } from './architecture/sources.ts';

const sources = sourcesUnder('machines', 'services', 'server');
const files = [...sources.keys()];
const imports = [...sources].flatMap(([path, text]) => importsOf(path, text));

const serverFiles = files.filter((path) => path.startsWith('server/'));

/** What each folder of server/ may import, by the table in its README, from the top. */
const floors = new Map(
  [...readFileSync('server/README.md', 'utf8').matchAll(/^\|[^|]*\| `([^`]+)` \|[^|]*\|([^|]*)\|$/gm)].map(
    ([, folder, below]) => [folder!, [...below!.matchAll(/`([^`]+)`/g)].map(([, what]) => what!)] as const,
  ),
);

/** The processes' own beginnings: of the service, of the command line, and of the job that the installer is run by. */
const mains = ['server/main.ts', 'server/cli/main.ts', 'services/installer/job/launcher.ts', 'server/web/build.ts'];

/** Folders beside each other that import from one another, each group in alphabetical order: to become fewer, and no more. */
const knownCircles: readonly string[] = ['server/web/src/checks ↔ server/web/src/lazy ↔ server/web/src/wizard'];

describe('The architecture', () => {
  it('is looked at in every file', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.filter(({ what }) => what.startsWith('.')).map(arrow)).toEqual([]);
  });

  it('has imports run one way: server to services to machines', () => {
    const layers = ['machines', 'services', 'server'];
    const layerOf = (path: string) => layers.indexOf(path.split('/')[0]!);
    expect(imports.filter(({ from, what }) => layerOf(what) > layerOf(from)).map(arrow)).toEqual([]);
    expect(imports.filter(({ what }) => what.startsWith('test/')).map(arrow)).toEqual([]);
  });

  it('has machines that are pure: nothing but zod, xstate and the distance of two names, no clock, no chance, no world', () => {
    const own = imports.filter(({ from }) => from.startsWith('machines/'));
    expect(new Set(own.map(({ what }) => what).filter((what) => !what.startsWith('machines/')))).toEqual(
      new Set(['fastest-levenshtein', 'xstate', 'zod']),
    );
    expect(
      having(
        /\b(?:process|fetch|setTimeout|setInterval|crypto)\b\s*[.(]|\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b/,
        'machines/',
      ),
    ).toEqual([]);
  });

  it('has services that know nothing of XState: that is the chart’s matter and its host’s', () => {
    const knowing = imports.filter(({ from, what }) => from.startsWith('services/') && what.startsWith('xstate'));
    expect(knowing.map(arrow)).toEqual([]);
  });

  it('has a web page that is a client as any other: of the rest it takes types alone, the one engine for field rules, the list of its own addresses, how names are spelled out, and what screens are called in German', () => {
    const foreign = imports.filter(
      ({ from, what }) => from.startsWith('server/web/src/') && /^(?:machines|services|server)\//.test(what),
    );
    const taken = foreign.filter(({ what, typeOnly }) => !what.startsWith('server/web/') && !typeOnly);
    expect(new Set(taken.map(({ what }) => what))).toEqual(
      new Set([
        'machines/vocabulary/fieldRules.ts',
        'server/http/webAddresses.ts',
        'server/view/words.ts',
        'server/language/german/screenNames.ts',
      ]),
    );
    expect(imports.filter(({ from }) => taken.some(({ what }) => what === from)).map(arrow)).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    const links = new Map(files.map((path) => [path, imports.filter(({ from }) => from === path).map(({ what }) => what)]));
    expect(circleIn(links)).toEqual([]);
  });

  it('has no circle of folders either, but for those that are known; one that is no more is taken out of the list', () => {
    expect(circlesIn(linksOfFolders(imports))).toEqual(knownCircles);
  });

  it('has the environment read by the main files alone', () => {
    expect(having(/\bprocess\.env\b|\bimport\.meta\.env\b/).filter((path) => !mains.includes(path))).toEqual([]);
  });
});

describe('The floors of server/', () => {
  it('have a row for each folder, from the top', () => {
    expect([...floors.keys()].toSorted()).toEqual([...new Set(serverFiles.map(folderOf))].toSorted());
  });

  it('may import what is below them alone', () => {
    const order = [...floors.keys(), 'services'];
    const upwards = [...floors].flatMap(([folder, below]) =>
      below.filter((what) => order.indexOf(what) <= order.indexOf(folder)).map((what) => `${folder} → ${what}`),
    );
    expect(upwards).toEqual([]);
  });

  it('import what their rows name, types included', () => {
    const climbing = imports
      .filter(({ from, what }) => from.startsWith('server/') && /^(?:server|services)\//.test(what))
      .filter(({ from, what }) => {
        const [here, there] = [folderOf(from), folderOf(what)];
        return here !== there && !floors.get(here)?.includes(there);
      });
    expect(climbing.map(arrow)).toEqual([]);
  });

  it('name nothing that is not imported', () => {
    const used = new Set(imports.map(({ from, what }) => `${folderOf(from)} → ${folderOf(what)}`));
    const named = [...floors].flatMap(([folder, below]) => below.map((what) => `${folder} → ${what}`));
    expect(named.filter((one) => !used.has(one))).toEqual([]);
  });
});

describe('A file', () => {
  it('holds one idea: none is past 250 lines', () => {
    const long = [...sources].filter(([, text]) => text.trimEnd().split('\n').length > 250);
    expect(long.map(([path]) => path)).toEqual([]);
  });

  it('is named after what it holds', () => {
    expect(files.filter((path) => /^(?:utils?|helpers?|commons?|types?|misc|lib)\./i.test(basename(path)))).toEqual([]);
  });

  it('gives nothing away to any, silences no compiler, prints nothing by the way, and leaves nothing to do', () => {
    expect(having(/: any\b|\bas any\b|<any>|@ts-(?:ignore|nocheck)|\bconsole\.\w+\(|\b(?:TODO|FIXME|XXX)\b/)).toEqual([]);
  });
});

/** The folder of server/ that a path is in, or the file there; of the rest, the folder that all of it is in. */
function folderOf(path: string): string {
  const [top, next] = path.split('/');
  return top === 'server' ? next! : top!;
}

function having(pattern: RegExp, under = ''): string[] {
  return [...sources]
    .filter(([path, text]) => path.startsWith(under) && pattern.test(withoutComments(text)))
    .map(([path]) => path);
}

/** Comments may name what the code must not use. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
