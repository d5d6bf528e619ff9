import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { extract } from 'tar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runtimePackages } from '../../server/bundle/dependencies.ts';
import { languages } from '../../server/language/languages.ts';

const root = join(import.meta.dirname, '../..');
const out = mkdtempSync(join(tmpdir(), 'mim-setup-bundle-'));
let folder = '';

beforeAll(async () => {
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/bundle/bundle.ts', '--out', out], {
    cwd: root,
    stdio: 'ignore',
  });
  const archive = join(out, readdirSync(out).find((name) => name.endsWith('linux-x64.tar.gz'))!);
  await extract({ file: archive, cwd: out });
  folder = archive.replace(/\.tar\.gz$/, '');
}, 600_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

test('the folder for Linux runs in an empty folder with an empty path', () => {
  const empty = mkdtempSync(join(out, 'empty-'));
  const run = (...args: string[]) =>
    execFileSync(join(folder, 'mim-setup'), args, { cwd: empty, env: { PATH: '' }, encoding: 'utf8' });
  expect(run('--help')).toContain('wizard');
  expect(JSON.parse(run('pages', '--json'))).toBeDefined();
  const answers = join(root, 'docs/examples/option-c.yaml');
  expect(run('validate', answers)).toBeTruthy();
});

test('it brings Node, the licenses, and no source that would need a compiler', async () => {
  expect(existsSync(join(folder, 'node/node'))).toBe(true);
  expect(existsSync(join(folder, 'LICENSE'))).toBe(true);
  expect(readFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), 'utf8')).toContain('xstate');
  const ours = readdirSync(join(folder, 'app'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.includes('node_modules'),
  );
  expect(ours.filter((name) => name.endsWith('.ts'))).toEqual([]);
  expect(ours.filter((name) => name.endsWith('.ps1')).length).toBeGreaterThan(0);
  for (const language of languages) expect(ours).toContain(`server/drawing/layouts/${language}.json`);
});

test('it brings the README, the docs, and answers files to begin from', () => {
  for (const name of ['CHANGELOG.md', 'docs/architecture.md', 'docs/answers.schema.json'])
    expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(root, name), 'utf8'));
  for (const name of ['docs', 'docs/examples', 'docs/decisions'])
    expect(readdirSync(join(folder, name))).toEqual(readdirSync(join(root, name)));
});

test('no link in what it brings to read leads out of it, or to nothing', () => {
  const documents = ['README.md', 'CHANGELOG.md', ...markdownBelow('docs')];
  const links = documents.flatMap((document) =>
    [...readFileSync(join(folder, document), 'utf8').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^[a-z]+:|^\//.test(link))
      .map((link) => ({ document, link })),
  );
  expect(links.length).toBeGreaterThan(50);
  const dead = links.filter(({ document, link }) => {
    const target = join(folder, dirname(document), decodeURIComponent(link));
    return relative(folder, target).startsWith('..') || !existsSync(target);
  });
  expect(dead).toEqual([]);
});

test('each command that its README shows is one that the bundle has, and its hints name it as it is called', () => {
  const shown = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^ {4}(\S.*)$/gm)].map(([, command]) => command!);
  expect(shown.length).toBeGreaterThan(2);
  for (const command of shown) {
    const [start, name] = command.split(' ');
    expect(start).toBe('./mim-setup');
    expect(execFileSync(start!, [name!, '--help'], { cwd: folder, env: { PATH: '' }, encoding: 'utf8' })).toContain('Usage');
  }
  const validate = (cwd: string, path: string) =>
    execFileSync(join(folder, 'mim-setup'), ['validate', join(folder, 'docs/examples/option-c.yaml')], {
      cwd,
      env: { PATH: path },
      encoding: 'utf8',
    });
  expect(validate(folder, '')).toContain('\n  ./mim-setup run ');
  expect(validate(out, '')).toContain(`\n  ${join(folder, 'mim-setup')} run `);
  expect(validate(out, folder)).toContain('\n  mim-setup run ');
});

test('its bill of materials names each package that is in it, and Node', () => {
  const { bomFormat, metadata, components } = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'));
  const listed = (components as { name: string; version: string }[]).map(({ name, version }) => `${name}@${version}`);
  const shipped = runtimePackages(root).map((path) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'app', path, 'package.json'), 'utf8'));
    return `${name}@${version}`;
  });
  const node = /(\d+\.\d+\.\d+)/.exec(execFileSync(join(folder, 'node/node'), ['--version'], { encoding: 'utf8' }))![1];
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'mim-setup']);
  expect([...new Set(listed)].sort()).toEqual([...new Set([...shipped, `node@${node}`])].sort());
});

test('the folder for Windows brings node.exe and mim-setup.cmd', async () => {
  const archive = join(out, readdirSync(out).find((name) => name.endsWith('win-x64.zip'))!);
  // A zip lists its files by name at its end, in plain text.
  const names = readFileSync(archive).toString('latin1');
  for (const name of [
    'node/node.exe',
    'mim-setup.cmd',
    'app/server/cli/main.js',
    'THIRD-PARTY-LICENSES.txt',
    'sbom.cdx.json',
    'README.md',
    'CHANGELOG.md',
    'docs/plan.md',
    'docs/examples/option-c.yaml',
    'docs/examples/servers.yaml',
  ])
    expect(names).toContain(name);
});

function markdownBelow(name: string): string[] {
  return readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(name, path));
}
