import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Wine } from './startWine.ts';
import { windowsNode } from './windowsNode.ts';
import { windowsPath } from './windowsService.ts';

/** A runner as users run it on Windows: `mim-setup runner`, by Node for Windows. */
export interface WindowsRunner {
  /** What it has written so far. */
  output(): Promise<string>;
  /** Ends it without a warning, as `taskkill /F` does. */
  kill(): Promise<void>;
}

/** Starts it with these settings, which are written as its configuration file. Its token is in `C:\runner.token`. */
export async function startWindowsRunner(wine: Wine, url: string, settings: object): Promise<WindowsRunner> {
  // JSON is YAML too.
  await writeFile(join(wine.drive, 'runner.yaml'), JSON.stringify(settings));
  const { process, output } = await wine.start(windowsPath(await windowsNode()), [
    '--disable-warning=ExperimentalWarning',
    // Wine 8 can't try two families of addresses at once.
    '--no-network-family-autoselection',
    windowsPath(program),
    'runner',
    '--url',
    url,
    '--token-file',
    'C:\\runner.token',
    '--config',
    'C:\\runner.yaml',
  ]);
  return {
    output,
    async kill() {
      if (process.exitCode !== null || process.signalCode !== null) return;
      process.kill('SIGKILL');
      await once(process, 'exit');
    },
  };
}

const program = fileURLToPath(new URL('../../../server/cli/main.ts', import.meta.url));
