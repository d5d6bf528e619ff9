import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar';
import { afterAll, beforeAll, expect, test } from 'vitest';

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

test('the folder for Windows brings node.exe and mim-setup.cmd', async () => {
  const archive = join(out, readdirSync(out).find((name) => name.endsWith('win-x64.zip'))!);
  // A zip lists its files by name at its end, in plain text.
  const names = readFileSync(archive).toString('latin1');
  for (const name of ['node/node.exe', 'mim-setup.cmd', 'app/server/cli/main.js', 'THIRD-PARTY-LICENSES.txt'])
    expect(names).toContain(name);
});
