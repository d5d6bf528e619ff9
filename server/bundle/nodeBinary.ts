import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from 'tar';

/** Where a bundle runs. */
export const platforms = ['linux-x64', 'win-x64'] as const;
export type Platform = (typeof platforms)[number];

/** Puts Node for the platform, with its license, into a folder. It comes from npm, held to the lock file's integrity. */
export function placeNode(root: string, platform: Platform, into: string): void {
  const name = `node-${platform}`;
  const installed = join(root, 'node_modules', name);
  const from = existsSync(installed) ? installed : fetchPackage(root, name);
  const binary = platform === 'win-x64' ? 'node.exe' : 'node';
  mkdirSync(into, { recursive: true });
  cpSync(join(from, 'bin', binary), join(into, binary));
  // The package for Windows brings none; Node's license is the same on every platform.
  const license = [from, ...platforms.map((one) => join(root, 'node_modules', `node-${one}`))].find((folder) =>
    existsSync(join(folder, 'LICENSE')),
  );
  if (!license) throw new Error('No package of Node brings its license.');
  cpSync(join(license, 'LICENSE'), join(into, 'LICENSE'));
  if (from !== installed) rmSync(from, { recursive: true, force: true });
}

function fetchPackage(root: string, name: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; integrity: string }>;
  };
  const locked = packages[`node_modules/${name}`];
  if (!locked) throw new Error(`${name} is not in the lock file.`);
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, `${name}-`));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['pack', `${name}@${locked.version}`, '--pack-destination', folder, '--silent'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: 'ignore',
  });
  const archive = join(folder, `${name}-${locked.version}.tgz`);
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (digest !== locked.integrity) throw new Error(`${name} is not what the lock file says.`);
  extract({ file: archive, cwd: folder, sync: true });
  return join(folder, 'package');
}
