import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll } from 'vitest';
import { type Served, serve } from '../http/service.ts';

/** What the first release told of an installation, just before it ended. */
export interface State {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly page: string;
  readonly option: string | null;
  readonly trail: readonly string[];
  readonly answers: { readonly pages: Readonly<Record<string, object>> };
}

interface Packed {
  readonly states: Readonly<Record<string, State>>;
  readonly files: Readonly<Record<string, string>>;
}

const path = join(import.meta.dirname, 'fixtures/firstRelease.json.br');
const { states, files } = JSON.parse(brotliDecompressSync(readFileSync(path)).toString()) as Packed;

/** The installations that the first release has left, one in every state, by how each came there. See `makeFirstRelease.ts`. */
export const left = Object.entries(states);

/** A service of today over the data folder of the first release, for the tests of a suite. */
export function serving(): () => Served {
  let folder: string;
  let served: Served;
  beforeAll(async () => {
    folder = folderOfFirstRelease();
    served = await serve({ data: folder });
  });
  afterAll(async () => {
    await served[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => served;
}

/** A data folder as the first release has left it, killed at work. */
function folderOfFirstRelease(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-first-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, 'latin1');
  }
  return folder;
}
