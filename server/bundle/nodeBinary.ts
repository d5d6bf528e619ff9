import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { extract } from 'tar';

/** Where a bundle runs. */
export const platforms = ['linux-x64', 'win-x64'] as const;

/** One of {@link platforms}. */
export type Platform = (typeof platforms)[number];

/** Puts Node for the platform, with its license, into a folder. It comes from npm, held to the lock file's integrity. */
export function placeNode(root: string, platform: Platform, into: string): void {
  const binary = platform === 'win-x64' ? 'node.exe' : 'node';
  mkdirSync(into, { recursive: true });
  cpSync(join(packageFor(root, platform), 'bin', binary), join(into, binary));
  // The package for Windows brings no license; Node's is the same on every platform.
  cpSync(join(packageFor(root, 'linux-x64'), 'LICENSE'), join(into, 'LICENSE'));
}

/** Where the package of Node for a platform is: installed for this computer's own, fetched once for another. */
function packageFor(root: string, platform: Platform): string {
  const name = `node-${platform}`;
  const installed = join(root, 'node_modules', name);
  if (existsSync(installed)) return installed;
  const { version, integrity } = lockedPackage(root, name);
  const fetched = join(root, 'node_modules', '.cache', `${name}-${version}`);
  if (!existsSync(fetched)) fetchPackage(root, `${name}@${version}`, integrity, fetched);
  return fetched;
}

function lockedPackage(root: string, name: string): { readonly version: string; readonly integrity: string } {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const locked = packages[`node_modules/${name}`];
  if (!locked) throw new Error(`${name} is not in the lock file.`);
  return locked;
}

/** Whole or not at all: what is not what the lock file says never comes to be there. */
function fetchPackage(root: string, what: string, integrity: string, into: string): void {
  mkdirSync(dirname(into), { recursive: true });
  const folder = mkdtempSync(`${into}-`);
  const windows = process.platform === 'win32';
  const options = { cwd: root, shell: windows, stdio: 'ignore' } as const;
  execFileSync(windows ? 'npm.cmd' : 'npm', ['pack', what, '--pack-destination', folder, '--silent'], options);
  const archive = join(folder, `${what.replace('@', '-')}.tgz`);
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (digest !== integrity) throw new Error(`${what} is not what the lock file says.`);
  extract({ file: archive, cwd: folder, sync: true });
  renameSync(join(folder, 'package'), into);
  rmSync(folder, { recursive: true, force: true });
}
