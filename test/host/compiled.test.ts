import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { programFolder } from '../../services/autostart/thisProgram.ts';

it('What was compiled at one start is kept for the next, in the program’s own folder', async () => {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const main = join(programFolder, 'server/cli/main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', main, '--version'], {
    env,
  });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const folder = join(programFolder, 'node_modules/.cache/mim-setup/compiled');
  const [own] = readdirSync(folder).filter((name) => name.startsWith(process.version));
  expect(readdirSync(join(folder, own!)).length).toBeGreaterThan(50);
});
