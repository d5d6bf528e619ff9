import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimePackages } from './dependencies.ts';

/** Writes the licenses of everything that is shipped: ours, and each package's own in one file. Node's is beside Node. */
export function writeLicenses(root: string, into: string): void {
  if (existsSync(join(root, 'LICENSE'))) cpSync(join(root, 'LICENSE'), join(into, 'LICENSE'));
  const sections = runtimePackages(root).map((path) => {
    const folder = join(root, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
    const text = texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
    return `${name} ${version} (${license ?? 'see its package'})\n\n${text || 'The package brings no license text of its own.'}`;
  });
  writeFileSync(join(into, 'THIRD-PARTY-LICENSES.txt'), `${sections.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}
