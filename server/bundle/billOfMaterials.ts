import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimePackages } from './dependencies.ts';
import type { Platform } from './nodeBinary.ts';

interface Component {
  readonly 'bom-ref'?: string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}

interface LockFile {
  readonly name: string;
  readonly packages: Readonly<Record<string, { readonly version: string }>>;
}

interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/**
 * Writes what is shipped, package by package, as a CycloneDX document (`sbom.cdx.json`), for whoever looks known weaknesses up in it.
 * npm tells of the whole lock file, for its `--omit` also leaves packages out that are shipped.
 */
export function writeBillOfMaterials(root: string, platform: Platform, into: string): void {
  const { name: ownName, packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
  const shipped = new Set(runtimePackages(root).map((path) => `${nameIn(path)}@${packages[path]!.version}`));
  const whole = billOfLockFile(root);
  const components = whole.components.filter(({ name, version }) => shipped.has(`${name}@${version}`));
  const own = whole.metadata.component['bom-ref'] ?? '';
  const refs = new Set([own, ...components.map((component) => component['bom-ref'] ?? '')]);
  const bill = {
    ...whole,
    metadata: { ...whole.metadata, component: { ...whole.metadata.component, name: ownName } },
    components: [...components, nodeFor(platform, packages[`node_modules/node-${platform}`]!.version)],
    dependencies: whole.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
  };
  writeFileSync(join(into, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
}

function billOfLockFile(root: string): Bill {
  const windows = process.platform === 'win32';
  const told = execFileSync(
    windows ? 'npm.cmd' : 'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
    { cwd: root, shell: windows, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return JSON.parse(told) as Bill;
}

/** Node itself, which npm counts among what is optional. */
function nodeFor(platform: Platform, version: string): Component {
  return { type: 'application', name: 'node', version, purl: `pkg:npm/node-${platform}@${version}` };
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
