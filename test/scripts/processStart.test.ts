import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { questionOfStart } from '../../services/installer/job/processAlive.ts';
import { pwsh, pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';

const run = promisify(execFile);
const ask = (pid: number) => run(pwsh!, ['-NoProfile', '-NonInteractive', '-Command', questionOfStart(pid)]);

describe.skipIf(withoutPwsh)(`The question after a process's start (${pwshMissing ?? 'by PowerShell 7'})`, () => {
  it('is answered in milliseconds since 1970', async () => {
    const { stdout } = await ask(process.pid);
    const started = Date.now() - process.uptime() * 1000;
    expect(stdout.trim()).toMatch(/^\d{13}$/);
    expect(Math.abs(Number(stdout) - started)).toBeLessThan(60_000);
  });

  it('has no answer where there is no such process', async () => {
    await expect(ask(2 ** 30)).rejects.toMatchObject({ code: 1, stdout: '' });
  });
});
