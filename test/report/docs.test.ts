import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { serve } from '../http/service.ts';
import { fixture, ready, windowsLog } from './elsewhere.ts';

it('The calls that docs/installation.md shows do as it says', async () => {
  const text = await readFile(new URL('../../docs/installation.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block]) => block!);
  expect(blocks).toHaveLength(3);
  const folder = await mkdtemp(join(tmpdir(), 'mim-setup-docs-'));
  try {
    await using served = await serve();
    const { id } = await ready(served);
    const log = join(folder, 'log.txt');
    await writeFile(log, windowsLog(fixture('rolled-back.txt')));
    const env = { ...process.env, api: `${served.url}/api/v1/installations`, id, log };
    const said: string[] = [];
    for (const block of blocks) said.push((await run('bash', ['-c', block], { env })).stdout);
    expect(said[0]).toContain('"status":"failed"');
    expect(said[0]).toContain('DeploySolutions');
    expect(said[1]).toContain('"status":"postInstallation"');
    expect(said[2]).toContain('## Runs of the installer');
    expect(said[2]).toContain('<!doctype html>');
  } finally {
    await rm(folder, { recursive: true });
  }
});

const run = promisify(execFile);
