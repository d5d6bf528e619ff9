import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calledAs, type Started } from '../../server/service/calledAs.ts';
import { mimSetupHere } from './here.ts';
import { emptyFolder, examples, mimSetup, program } from './mimSetup.ts';

const node = '/usr/bin/node';

function started(cwd: string, more: Partial<Omit<Started, 'cwd'>> = {}): Started {
  return {
    argv: [node, '/src/mim/server/cli/main.ts'],
    execPath: node,
    platform: 'linux',
    env: { PATH: '/usr/bin:/bin' },
    cwd: () => cwd,
    ...more,
  };
}

describe('The command line, in a hint, is called', () => {
  const checkout = '/src/mim/server/cli/main.ts';
  it('npx mim-setup in a checkout, and anywhere below it', () => {
    expect(calledAs(checkout, started('/src/mim'))).toBe('npx mim-setup');
    expect(calledAs(checkout, started('/src/mim/docs/examples'))).toBe('npx mim-setup');
  });

  it('by its file from outside a checkout, unless it is linked among the commands', () => {
    expect(calledAs(checkout, started('/src/mim-answers'))).toBe('/usr/bin/node /src/mim/server/cli/main.ts');
    expect(calledAs('/my src/server/cli/main.ts', started('/tmp'))).toBe('/usr/bin/node "/my src/server/cli/main.ts"');
    expect(calledAs(checkout, started('/tmp', { argv: [node, '/usr/local/bin/mim-setup'] }))).toBe('mim-setup');
  });

  it('in the bundle as the shell takes it where the user stands', () => {
    const bundle = '/opt/mim/app/server/cli/main.js';
    expect(calledAs(bundle, started('/opt/mim'))).toBe('./mim-setup');
    expect(calledAs(bundle, started('/tmp'))).toBe('/opt/mim/mim-setup');
    expect(calledAs(bundle, started('/tmp', { env: { PATH: '/bin:/opt/mim/' } }))).toBe('mim-setup');
  });

  it('on Windows in either shell', () => {
    const bundle = 'C:\\Tools\\mim-setup\\app\\server\\cli\\main.js';
    const windows = (cwd: string, path = 'C:\\Windows') => started(cwd, { platform: 'win32', env: { PATH: path } });
    expect(calledAs(bundle, windows('C:\\Tools\\mim-setup'))).toBe('.\\mim-setup.cmd');
    expect(calledAs(bundle, windows('D:\\answers'))).toBe('C:\\Tools\\mim-setup\\mim-setup.cmd');
    expect(calledAs(bundle, windows('D:\\', 'C:\\Windows;c:\\tools\\MIM-SETUP\\'))).toBe('mim-setup');
    expect(calledAs('C:\\src\\mim\\server\\cli\\main.ts', windows('D:\\src\\mim'))).toContain('main.ts');
  });
});

describe('A hint', () => {
  it('can be carried out as it stands, wherever the program was started', async () => {
    const folder = emptyFolder();
    const { output } = await mimSetup(folder, ['validate', join(examples, 'option-c.yaml')]);
    const [, hint] = /Rehearse it next:\n {2}(.+)\n/.exec(output)!;
    expect(hint).toContain(program);
    const shown = execFileSync(
      process.platform === 'win32' ? 'cmd' : 'sh',
      [process.platform === 'win32' ? '/c' : '-c', `${hint} --help`],
      { cwd: folder },
    );
    expect(String(shown)).toContain('run [options] [answers]');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it.each([
    ['list'],
    ['pages', 'none'],
    ['validate', join(examples, 'option-c.yaml')],
    ['runner', 'enroll'],
    ['runner', 'list'],
    ['wizard'],
    ['autostart', 'remove'],
  ])('of %s names the program as it is called', async (...args) => {
    const { output, errors } = await mimSetupHere(emptyFolder(), args, { called: './called-so' });
    expect(output + errors).toContain('./called-so ');
    expect(output + errors).not.toMatch(/(?<!\.\/called-so )\bmim-setup [a-z]+ /);
  });
});
