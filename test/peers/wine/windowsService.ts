import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DocumentedClient } from '../../http/documented.ts';
import type { Started, Wine } from './startWine.ts';
import { windowsNode } from './windowsNode.ts';

/** The service as users run it on Windows: `server/main.ts`, by Node for Windows. */
export interface WindowsService {
  readonly url: string;
  readonly client: DocumentedClient;
  /** What it has written so far, to standard output and to its log. */
  output(): Promise<string>;
  /** Ends it without a warning, as `taskkill /F` does. */
  kill(): Promise<void>;
}

/** Starts it with these settings, which are written as its configuration file, and waits until it says that it is ready. */
export async function startWindowsService(wine: Wine, settings: object): Promise<WindowsService> {
  // JSON is YAML too.
  await writeFile(join(wine.drive, 'mim-setup.yaml'), JSON.stringify({ port: 0, ...settings }));
  const started = await wine.start(windowsPath(await windowsNode()), [
    // Wine 8 can't try two families of addresses at once.
    '--no-network-family-autoselection',
    windowsPath(main),
    '--config',
    'C:\\mim-setup.yaml',
  ]);
  const url = await addressOf(started);
  return {
    url,
    client: new DocumentedClient(url),
    output: started.output,
    async kill() {
      if (started.process.exitCode !== null || started.process.signalCode !== null) return;
      started.process.kill('SIGKILL');
      await once(started.process, 'exit');
    },
  };
}

/** Wine's drive Z is the root of Linux. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

async function addressOf({ process, output }: Started): Promise<string> {
  for (const limit = Date.now() + 200_000; Date.now() < limit; await sleep(100)) {
    const [, address] = /is ready at (\S+)/.exec(await output()) ?? [];
    if (address) return address;
    if (process.exitCode !== null) break;
  }
  throw new Error(`The service did not start: ${await output()}`);
}

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));
