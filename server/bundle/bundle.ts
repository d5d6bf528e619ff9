import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeArchive } from './archive.ts';
import { writeBillOfMaterials } from './billOfMaterials.ts';
import { copyDependencies } from './dependencies.ts';
import { copyDocuments } from './documents.ts';
import { writeLicenses } from './licenses.ts';
import { type Platform, placeNode, platforms } from './nodeBinary.ts';
import { writeProgram } from './program.ts';
import { writeStartScript } from './startScript.ts';

/**
 * Makes one folder to carry to a server, as an archive for each platform: Node, the program as JavaScript, its licenses, its
 * bill of materials, its documents and a start script. It runs with no npm, no internet and no compiler.
 */
const { values } = parseArgs({
  options: { platform: { type: 'string', multiple: true }, out: { type: 'string', default: 'dist' } },
});
const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

for (const platform of platforms.filter((one) => values.platform?.includes(one) ?? true)) {
  process.stdout.write(`${await bundle(platform)}\n`);
}

async function bundle(platform: Platform): Promise<string> {
  const name = `mim-setup-${version}-${platform}`;
  const folder = resolve(values.out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeProgram(root, join(folder, 'app'));
  copyDependencies(root, join(folder, 'app'));
  placeNode(root, platform, join(folder, 'node'));
  writeLicenses(root, folder);
  writeBillOfMaterials(root, platform, folder);
  copyDocuments(root, platform, folder);
  writeStartScript(platform, folder);
  const archive = await writeArchive(platform, folder);
  rmSync(folder, { recursive: true, force: true });
  return archive;
}
