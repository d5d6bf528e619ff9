import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { InstallJob } from '../../machines/ports/installer.ts';
import { install } from '../../services/rehearsal/rehearsedInstaller.ts';
import { listen } from './jobs.ts';

it('The log of a rehearsed installer that was killed, wherever that was, is in the end as if it had not been', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rehearsed-log-'));
  try {
    const settings = { pace: 0, times: 1, failures: {}, jobsFolder: folder };
    const log = (attempt: number) => join(folder, 'i1', String(attempt), 'log.txt');
    await install(job(1), listen().call, settings);
    const undisturbed = await readFile(log(1));
    const lines = timeless(undisturbed);
    let attempt = 1;
    for (let left = 0; left < undisturbed.length; left += 37) {
      attempt++;
      await mkdir(join(log(attempt), '..'), { recursive: true });
      await writeFile(log(attempt), undisturbed.subarray(0, left));
      await install(job(attempt), listen().call, settings);
      expect(timeless(await readFile(log(attempt)))).toEqual(lines);
    }
    expect(attempt).toBeGreaterThan(20);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function job(attempt: number): InstallJob {
  return {
    installation: 'i1',
    attempt,
    features: ['CommonServices', 'WebPortals'],
    properties: { A: 'b', SERVICE_PASSWORD: 'c' },
  };
}

function timeless(log: Buffer): string[] {
  return log
    .toString('utf8')
    .replace(/\d{4}-\S+Z|\d\d:\d\d:\d\d|attempt \d+/g, '')
    .split('\n');
}
