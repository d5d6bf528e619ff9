import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pwsh } from './pwsh.ts';

/** Where the stand-ins for what only Windows has lie, compiled: once for each version of their sources. */
export async function standIns(): Promise<string> {
  const sources = globSync(fileURLToPath(new URL('windows/*.cs', import.meta.url))).toSorted();
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  const folder = join(tmpdir(), 'mim-setup-stand-ins');
  const made = join(folder, `StandIn-${hash.digest('hex').slice(0, 16)}.dll`);
  if (existsSync(made)) return made;
  await mkdir(folder, { recursive: true });
  await run(pwsh!, [
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-File',
    fileURLToPath(new URL('compile.ps1', import.meta.url)),
    '-Into',
    made,
  ]);
  return made;
}

const run = promisify(execFile);
