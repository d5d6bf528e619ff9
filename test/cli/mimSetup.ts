import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The program as it is started. */
export const program = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));
export const examples = fileURLToPath(new URL('../../docs/examples', import.meta.url));

/** The example for option E, and its secrets as the environment has them. */
export const optionE = join(examples, 'option-e.yaml');
export const secretsOfOptionE = {
  SIGN_IN_CLIENT_SECRET: 'Sign@in1',
  SERVICE_ACCOUNT_PASSWORD: 'Pass@word1',
  REGISTRATION_PORTAL_PASSWORD: 'Pool@word1',
  RESET_PORTAL_PASSWORD: 'Pool@word2',
};

/** What a command has left behind. */
export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command line as a process of its own, with nobody at a terminal. */
export async function mimSetup(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = start(folder, args, environment);
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number, output, errors };
}

export function start(folder: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('MIM_SETUP_'));
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
