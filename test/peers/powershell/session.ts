import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { pwsh } from './pwsh.ts';
import { standIns } from './standIns.ts';
import type { Windows } from './windows.ts';

/** What a script did. */
export interface Ran {
  /** What it wrote to the console by itself, and what it returned. */
  readonly printed: string;
  readonly output: readonly string[];
  /** What it said by Write-Host. */
  readonly said: readonly string[];
  /** Why it stopped, where it did not come to its end. */
  readonly error: string | null;
  readonly exitCode: number | null;
}

export interface Script {
  readonly script: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
  /** The Windows under it; without it, it runs on this computer as it is. */
  readonly windows?: Windows;
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** One process of PowerShell that runs the scripts of a suite, each in a session of its own, strictly, and stopping at errors. */
export interface PowerShellSession extends AsyncDisposable {
  run(script: Script): Promise<Ran>;
}

export async function startPowerShell(): Promise<PowerShellSession> {
  const child = spawn(
    pwsh!,
    [
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-File',
      fileURLToPath(new URL('serve.ps1', import.meta.url)),
      '-StandIns',
      await standIns(),
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();

  const ask = async ({ script, arguments: given = {}, windows, folder, environment = {} }: Script): Promise<Ran> => {
    const question = {
      script,
      arguments: given,
      windows: windows !== undefined,
      folder: folder ?? null,
      environment: { ...windows?.environment, ...environment },
    };
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`PowerShell has ended: ${complaints}`);
    return JSON.parse(value);
  };
  return {
    run(script) {
      const answer = last.then(() => ask(script));
      last = answer.catch(() => {});
      return answer;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
