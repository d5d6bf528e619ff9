import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

it('wrong programs do not compile, and the right ones beside them do', { timeout: 120_000 }, async () => {
  const told = await new Promise<string>((done) => {
    execFile(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', 'test/types'], (_, stdout) => done(stdout));
  });
  expect(told).toBe('');
});
