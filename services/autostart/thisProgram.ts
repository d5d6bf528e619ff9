import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);

/** The folder that this very program is in: a checkout, or `app` of a bundle. */
export const programFolder = join(here, '../../..');

/** What starts the command line of this very program: the Node that it runs by, with its options, and its main file. */
export function programCommand({ execPath, execArgv }: Pick<NodeJS.Process, 'execPath' | 'execArgv'>): string[] {
  return [execPath, ...execArgv, join(programFolder, 'server/cli', `main${here.slice(-3)}`)];
}
