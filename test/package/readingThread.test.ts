import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPackage } from '../../services/package/readPackage.ts';

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mim-setup-thread-'));
  path = join(folder, 'noise.msi');
  await writeFile(path, 'no package');
});
afterAll(() => rm(folder, { recursive: true }));

describe('The thread that a package is read in has ended', () => {
  test('when the package is read or refused', async () => {
    const started = nextThread();
    await expect(readPackage(path)).rejects.toMatchObject({ code: 'package-unsuitable' });
    expect(hasEnded(await started)).toBe(true);
  });

  test('when the reading is called off', async () => {
    const started = nextThread();
    const calledOff = new AbortController();
    const reading = readPackage(path, { signal: calledOff.signal });
    const thread = await started;
    expect(hasEnded(thread)).toBe(false);
    calledOff.abort(new Error('no longer wanted'));
    await expect(reading).rejects.toThrow('no longer wanted');
    expect(hasEnded(thread)).toBe(true);
  });
});

async function nextThread(): Promise<Worker> {
  const [thread] = await once(process, 'worker');
  return thread as Worker;
}

function hasEnded({ threadId }: Worker): boolean {
  return threadId === -1;
}
