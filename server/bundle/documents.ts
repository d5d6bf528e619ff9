import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** Copies what its users read: the README, what has changed, the docs, and the answers files to begin from. */
export function copyDocuments(root: string, into: string): void {
  for (const name of ['README.md', 'CHANGELOG.md', 'docs']) cpSync(join(root, name), join(into, name), { recursive: true });
}
