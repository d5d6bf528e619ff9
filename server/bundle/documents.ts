import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from './nodeBinary.ts';

/** Copies what its users read: the README, what has changed, the docs, and the answers files to begin from. */
export function copyDocuments(root: string, platform: Platform, into: string): void {
  for (const name of ['CHANGELOG.md', 'docs']) cpSync(join(root, name), join(into, name), { recursive: true });
  writeFileSync(join(into, 'README.md'), readMe(readFileSync(join(root, 'README.md'), 'utf8'), platform));
}

/**
 * The README as it is true in the bundle, where there is no npm: the program is started by what lies beside it.
 *
 * @throws where the README no longer says what is to be said otherwise here.
 */
export function readMe(text: string, platform: Platform): string {
  const start = platform === 'win-x64' ? '.\\mim-setup' : './mim-setup';
  const example = `${start} run docs/examples/option-c.yaml --install`;
  const otherwise: readonly (readonly [RegExp, string])[] = [
    [/^ {4}npm ci && npm start$/gm, `    ${start} serve`],
    [/^ {4}npm run rehearse$/gm, `    ${example}`],
    [/^ {4}npx mim-setup /gm, `    ${start} `],
    [/^`npm run bundle` .*\n\n/gm, ''],
    [/^## Develop\n[^|]*/gm, '## Read on\n\n'],
  ];
  return otherwise.reduce((told, [here, there]) => {
    if (told.search(here) < 0) throw new Error(`The README has nothing for ${here} any more.`);
    return told.replace(here, there);
  }, text);
}
