import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DocumentedClient } from '../http/documented.ts';
import { configurationFile } from './liveService.ts';

/** The service as a process of its own, that can be killed and started again on the same data. */
export interface ServiceProcess extends AsyncDisposable {
  /** Of the process that runs now. */
  readonly client: DocumentedClient;
  readonly folder: string;
  /** All that it has printed and logged so far. */
  said(): string;
  /** Ends it without a warning (SIGKILL), and starts it anew. */
  killAndStart(): Promise<void>;
}

/** `trust` is a file with the authority of the peers' certificates, or the environment by which it is found. */
export async function startProcess(settings: object, trust: string | Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-data-'));
  const file = configurationFile({ ...settings, data: folder, port: 0 });
  let said = '';

  const start = async () => {
    const child = spawn(process.execPath, [main, '--config', file.path], {
      env: { ...environment, ...(typeof trust === 'string' ? { NODE_EXTRA_CA_CERTS: trust } : trust) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const url = new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        printed += chunk;
        said += chunk;
        const address = /is ready at (\S+)/.exec(printed)?.[1];
        if (address) resolve(address);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => reject(new Error(`The service ended: ${printed}`)));
    });
    return { child, client: new DocumentedClient(await url) };
  };
  let running = await start();
  const kill = async () => {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    const ended = once(running.child, 'exit');
    running.child.kill('SIGKILL');
    await ended;
  };
  return {
    get client() {
      return running.client;
    },
    folder,
    said: () => said,
    async killAndStart() {
      await kill();
      running = await start();
    },
    async [Symbol.asyncDispose]() {
      await kill();
      file[Symbol.dispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
