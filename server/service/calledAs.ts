import { posix, win32 } from 'node:path';

/** What of a process tells how it was started. */
export type Started = Pick<NodeJS.Process, 'argv' | 'execPath' | 'platform' | 'env' | 'cwd'>;

/**
 * How the command line is called from where the user is, for hints that they can carry out as they stand there: `npx mim-setup` in a
 * checkout, and in the bundle what starts it, by its name alone where the shell finds it so.
 *
 * @param program the path of its main file: `server/cli/main.ts` in a checkout, `app/server/cli/main.js` in the bundle.
 */
export function calledAs(program: string, { argv, execPath, platform, env, cwd }: Started): string {
  const isWindows = platform === 'win32';
  const { basename, delimiter, dirname, join, relative, isAbsolute } = isWindows ? win32 : posix;
  const isFound = (folder: string) =>
    (env['PATH'] ?? '').split(delimiter).some((one) => one !== '' && relative(one, folder) === '');
  const root = dirname(dirname(dirname(program)));
  if (program.endsWith('.js')) {
    const folder = dirname(root);
    if (isFound(folder)) return 'mim-setup';
    const name = isWindows ? 'mim-setup.cmd' : 'mim-setup';
    return relative(cwd(), folder) === '' ? `.${isWindows ? '\\' : '/'}${name}` : quoted(join(folder, name));
  }
  const below = relative(root, cwd());
  if (!below.startsWith('..') && !isAbsolute(below)) return 'npx mim-setup';
  // Linked into a folder of commands.
  if (basename(argv[1] ?? '') === 'mim-setup') return 'mim-setup';
  return `${quoted(execPath)} ${quoted(program)}`;
}

/**
 * As shells take it for one word.
 *
 * @example quoted('C:\\Program Files\\x') // "C:\Program Files\x"
 */
export function quoted(text: string): string {
  return /^[\w./:@\\-]+$/.test(text) ? text : `"${text}"`;
}
