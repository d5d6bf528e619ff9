import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const web = join(root, 'server/web');
const lock = join(root, 'node_modules/.building-web-page');
/** Longest that another test file may take to build, milliseconds. */
const patience = 60_000;

/** Builds the web page where its sources are newer than what is built; test files that run side by side build it once. */
export async function buildOnce(): Promise<void> {
  for (const end = Date.now() + patience; isBeingBuilt() || !isFresh(); ) {
    if (takeLock()) {
      try {
        if (!isFresh()) await promisify(execFile)(process.execPath, [join(web, 'build.ts')]);
      } finally {
        rmSync(lock, { recursive: true });
      }
    } else if (Date.now() > end) rmSync(lock, { recursive: true, force: true });
    else await pause(100);
  }
}

function isBeingBuilt(): boolean {
  return existsSync(lock);
}

function isFresh(): boolean {
  const page = join(web, 'dist/index.html');
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  return sources().every((file) => statSync(file).mtimeMs <= built);
}

function sources(): string[] {
  return readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(web, 'dist')))
    .map((entry) => join(entry.parentPath, entry.name));
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
