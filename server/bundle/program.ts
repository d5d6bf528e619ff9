import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';

const folders = ['machines', 'services', 'server'];
/** What serves only to build, or where there are types to leave out, and the sources of the web page, which is shipped as built. */
const leftOut = [/^server\/(?:bundle|docs)(\/|$)/, /^server\/start\.js$/, /^server\/web\/(?!dist(\/|$))/];

/** Writes the program as JavaScript: the same files, without types, each import naming the `.js` file. */
export function writeProgram(root: string, into: string): void {
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).slice(root.length + 1);
      const slashed = path.replaceAll('\\', '/');
      if (!entry.isFile() || leftOut.some((pattern) => pattern.test(slashed))) continue;
      const target = join(into, path);
      mkdirSync(dirname(target), { recursive: true });
      if (!slashed.endsWith('.ts')) cpSync(join(root, path), target);
      else writeFileSync(target.replace(/\.ts$/, '.js'), toJavaScript(readFileSync(join(root, path), 'utf8')));
    }
  }
  const { name, version, license, type, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(
    join(into, 'package.json'),
    `${JSON.stringify({ name, version, license, private: true, type, dependencies }, null, 2)}\n`,
  );
}

/** Every name of a file of ours stands in single quotes, in an import or in `new URL(…, import.meta.url)`. */
function toJavaScript(source: string): string {
  return stripTypeScriptTypes(source).replace(/'(\.{1,2}\/[^'\n]*)\.ts'/g, "'$1.js'");
}
