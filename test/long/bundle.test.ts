import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runtimePackages } from '../../server/bundle/dependencies.ts';

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
});

test('it brings the README, the docs, and answers files to begin from', () => {
  for (const name of ['README.md', 'CHANGELOG.md', 'docs/architecture.md', 'docs/answers.schema.json'])
    expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(root, name), 'utf8'));
  expect(readdirSync(join(folder, 'docs/examples'))).toEqual(readdirSync(join(root, 'docs/examples')));
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
    'docs/plan.md',
  ])
    expect(names).toContain(name);
});
