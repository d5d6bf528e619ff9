import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from './nodeBinary.ts';
import { nodeFlags } from './nodeFlags.ts';

const flags = nodeFlags.join(' ');

/** Writes what starts the program, from wherever it is called; it needs nothing from the path. */
export function writeStartScript(platform: Platform, folder: string): void {
  if (platform === 'win-x64') {
    writeFileSync(
      join(folder, 'mim-setup.cmd'),
      `@echo off\r\n"%~dp0node\\node.exe" ${flags} "%~dp0app\\server\\cli\\main.js" %*\r\n`,
    );
    return;
  }
  const path = join(folder, 'mim-setup');
  writeFileSync(
    path,
    `#!/bin/sh\nhere=$(CDPATH= cd -- "\${0%/*}" && pwd -P) || exit 1\nexec "$here/node/node" ${flags} "$here/app/server/cli/main.js" "$@"\n`,
  );
  chmodSync(path, 0o755);
}
