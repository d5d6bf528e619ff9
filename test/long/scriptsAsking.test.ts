import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { askPowerShell } from '../../services/powershell/powershell.ts';
import { pwsh, pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { awkward } from '../plan/values.ts';
import { awkwardName } from '../scripts/installing.ts';

// The computer may be busy.
vi.setConfig({ testTimeout: 120_000 });

const anything = z.record(z.string(), z.unknown());

/** Each in a process of its own, as in the product. */
describe.skipIf(withoutPwsh)(`Asking PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let root: string;
  let folder: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'mim-setup-asking-'));
    folder = join(root, awkwardName);
    await mkdir(folder);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const ask = async (text: string, asked: object = {}, { powershell = pwsh!, signal = new AbortController().signal } = {}) => {
    const script = join(folder, 'probe [1].ps1');
    await writeFile(script, `param([Parameter(Mandatory = $true)] $Asked)\n${text}\n`);
    return askPowerShell(pathToFileURL(script), { ...asked }, anything, { powershell }, signal);
  };

  /** A program in PowerShell's place, in the shell's words. */
  const program = async (lines: string): Promise<string> => {
    const file = join(root, 'powershell');
    await writeFile(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    return file;
  };

  it('brings every value in and out whole, by a script in a folder of any name, whatever else is printed on the way', async () => {
    const noise = `
Write-Host '{"row":{}}'
Write-Warning 'a warning'
Write-Verbose 'in detail' -Verbose
Write-Information 'to know' -InformationAction Continue
Write-Debug 'a bug' -Debug
Write-Progress -Activity 'At work'
Write-Error 'no matter' -ErrorAction SilentlyContinue
[Console]::Out.WriteLine('{"printed":"by a module"}')
[Console]::Error.WriteLine('by another')
& sh -c 'echo on the wrong stream >&2; echo from a program' | Out-Host
@{ values = $Asked.values; strict = (Test-Strict); stops = "$ErrorActionPreference" }`;
    const strict = 'function Test-Strict { try { $null = $neverSet; $false } catch { $true } }';
    expect(await ask(strict + noise, { values: awkward })).toEqual({ values: awkward, strict: true, stops: 'Stop' });
  });

  it('reads no profile', async () => {
    const home = join(root, 'home');
    const profile = join(home, '.config', 'powershell');
    await mkdir(profile, { recursive: true });
    const read = join(root, 'profile-was-read');
    await writeFile(join(profile, 'profile.ps1'), `Set-Content '${read}' x; Write-Output 'Welcome!'`);
    vi.stubEnv('HOME', home);
    vi.stubEnv('XDG_CONFIG_HOME', undefined);
    try {
      expect(await ask('@{ a = 1 }')).toEqual({ a: 1 });
      expect(existsSync(read)).toBe(false);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('gives the words of a script that fails, whole', async () => {
    const words = `It's “broken” – ${'very '.repeat(30)}much`;
    await expect(ask(`throw $Asked.words`, { words })).rejects.toThrow(`PowerShell gave no answer: ${words}`);
  });

  it('ends a cmdlet that hangs when the time is over, and its process with it', async () => {
    const file = join(root, 'pid');
    const off = new AbortController();
    const asking = ask(
      `Set-Content -LiteralPath $Asked.file -Value $PID -NoNewline; Start-Sleep -Seconds 3600`,
      { file },
      { signal: off.signal },
    );
    asking.catch(() => {});
    await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toMatch(/^\d+$/), { timeout: 60_000 });
    const pid = Number(await readFile(file, 'utf8'));
    off.abort(new Error('The time is over.'));
    await expect(asking).rejects.toThrow('The time is over.');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 10_000 });
  });

  it('says so where application control keeps PowerShell in constrained language mode', async () => {
    const constrained = await program(`
while [ "$1" != -File ]; do shift; done
export ASK="$2" SCRIPT="$4" ASKED="$6"
exec '${pwsh}' -NoProfile -NonInteractive -Command '$ExecutionContext.SessionState.LanguageMode = "ConstrainedLanguage"; & $env:ASK -Script $env:SCRIPT -Asked $env:ASKED'`);
    await expect(ask('@{ a = 1 }', {}, { powershell: constrained })).rejects.toThrow(
      'PowerShell gave no answer: PowerShell is kept in constrained language mode here',
    );
  });

  it('says so where an execution policy forbids scripts, in the words that Windows PowerShell breaks at the width of a console', async () => {
    const forbidding = await program(`cat >&2 <<'END'
File C:\\Program Files\\mim-setup\\services\\powershell\\ask.ps1 cannot be loaded because
running scripts is disabled on this system. For more information, see
about_Execution_Policies at https:/go.microsoft.com/fwlink/?LinkID=135170.
    + CategoryInfo          : SecurityError: (:) [], ParentContainsErrorRecordException
    + FullyQualifiedErrorId : UnauthorizedAccess
END
exit 1`);
    await expect(ask('@{ a = 1 }', {}, { powershell: forbidding })).rejects.toThrow(
      'PowerShell gave no answer: File C:\\Program Files\\mim-setup\\services\\powershell\\ask.ps1 cannot be loaded because running scripts is disabled on this system. For more information, see about_Execution_Policies at https:/go.microsoft.com/fwlink/?LinkID=135170.',
    );
  });

  it('gives the words of an error that PowerShell 7 draws with bars and colours', async () => {
    const failing = await program(
      `exec '${pwsh}' -NoProfile -NonInteractive -Command 'throw "The module <x> is broken, and this is a long story of why it is so."'`,
    );
    await expect(ask('@{ a = 1 }', {}, { powershell: failing })).rejects.toThrow(
      'PowerShell gave no answer: The module <x> is broken, and this is a long story of why it is so.',
    );
  });
});
