import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';

/** The program's own files by their paths in the project, in order, with what is in them. */
export function sourcesUnder(...folders: readonly string[]): ReadonlyMap<string, string> {
  const found = folders.flatMap((folder) =>
    globSync(`${folder}/**/*.{js,ts,tsx}`, { exclude: ['server/web/dist/**', '**/node_modules/**'] }),
  );
  const paths = found.map((path) => path.split(sep).join('/')).toSorted();
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}
