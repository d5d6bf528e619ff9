import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Other people's clients of SQL Server, by which the stand-in is proved. */
export const python = '/usr/bin/python3';

/** What is missing of them, or null: then the tests that need them say so. */
export async function missingClients(): Promise<string | null> {
  const probes = { FreeTDS: run('tsql', ['-C']), 'python3-tds': run(python, ['-c', 'import pytds']) };
  const missing: string[] = [];
  for (const [name, probe] of Object.entries(probes)) await probe.catch(() => missing.push(name));
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : null;
}

/** Runs a client with this on its standard input; all that it says, whether it succeeds or not. */
export function talk(command: string, args: readonly string[], input: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}
