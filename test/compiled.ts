import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where what Node compiles for the suites is kept, from one process that they start to the next. */
export const compiledFolder = join(tmpdir(), 'mim-setup-compiled');
