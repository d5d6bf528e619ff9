import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('npm start', () => {
  it('inspects nothing unless it is told to', async () => {
    await using service = await start();
    expect(service.printed()).not.toMatch(/inspector/i);
  });

  it('-- --inspect prints the address of the inspector, and ends with the service', async () => {
    await using service = await start('--inspect');
    const url = /inspector is at (http:\/\/127\.0\.0\.1:\d+\/[\w-]{24}\/)/.exec(service.printed())?.[1] ?? '';
    expect((await fetch(url)).status).toBe(200);
    service.child.kill('SIGTERM');
    const [code] = await once(service.child, 'exit');
    expect(code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });
});

async function start(...flags: string[]) {
  const data = mkdtempSync(join(tmpdir(), 'mim-setup-inspect-'));
  const main = join(import.meta.dirname, '../../server/main.ts');
  const child: ChildProcess = spawn(process.execPath, [main, '--port', '0', '--data', data, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, MIM_SETUP_LOG_LEVEL: 'silent' },
  });
  let printed = '';
  const wanted = flags.includes('--inspect') ? /inspector is at/ : /ready at/;
  for await (const chunk of child.stdout!) {
    printed += String(chunk);
    if (wanted.test(printed)) break;
  }
  return {
    child,
    printed: () => printed,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      rmSync(data, { recursive: true, force: true });
    },
  };
}
