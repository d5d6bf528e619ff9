import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/** The folders of the packages that the program needs to run, by the lock file. */
export function runtimePackages(root: string): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
    .map(([path]) => path);
}

/** Copies them as they are installed, without what they bring for developers alone. */
export function copyDependencies(root: string, into: string): void {
  for (const path of runtimePackages(root)) {
    if (!existsSync(join(root, path))) throw new Error(`${path} is not installed. Run npm ci first.`);
    cpSync(join(root, path), join(into, path), {
      recursive: true,
      filter: (source) => !isNeedless(source.slice(root.length + 1 + path.length)),
    });
  }
}

function isNeedless(path: string): boolean {
  return /^[\\/]node_modules([\\/]|$)/.test(path) || /\.(map|d\.[cm]?ts)$/.test(path);
}
