import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where what Node compiles for the suites is kept. */
export const compiledFolder = join(tmpdir(), 'mim-setup-compiled');

/** Suites start many processes and threads: what one of them has compiled, types left out, serves them all from now on. */
export function shareCompiled(): void {
  process.env['NODE_COMPILE_CACHE'] ??= compiledFolder;
}
