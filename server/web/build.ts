import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

// Builds the web page into dist/, each file also compressed by gzip and by Brotli, so that nothing is compressed while it is served.
// `npm ci` runs this. Where the tools to build are left out (npm ci --omit=dev), the files that were shipped serve.
const outDir = join(import.meta.dirname, 'dist');

if (hasVite()) {
  // Whatever started this: users get the page as it is meant for them, not as developers see it.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts') });
  const files = await readdir(outDir, { recursive: true });
  await Promise.all(files.filter((file) => /\.(js|css|svg)$/.test(file)).map((file) => compress(join(outDir, file))));
} else {
  process.stdout.write('The web page is not built: the development dependencies are not installed.\n');
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes));
}

function hasVite(): boolean {
  try {
    createRequire(import.meta.url).resolve('vite');
    return true;
  } catch {
    return false;
  }
}
