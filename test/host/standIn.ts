import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that stands in for PowerShell: it prints what PowerShell was recorded, or documented, to print. */
export interface StandIn extends AsyncDisposable {
  readonly powershell: string;
  /** How often it was run. */
  asked(): Promise<number>;
}

/** `after` is what it does when it has printed, in the shell's words, such as `sleep 60`. */
export async function standInFor(printed: string, after = 'exit 0'): Promise<StandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'mim-setup-powershell-'));
  const powershell = join(folder, 'powershell');
  const asked = join(folder, 'asked');
  await writeFile(join(folder, 'printed'), printed);
  await writeFile(asked, '');
  await writeFile(powershell, `#!/bin/sh\necho >> '${asked}'\ncat '${join(folder, 'printed')}'\n${after}\n`);
  await chmod(powershell, 0o755);
  return {
    powershell,
    asked: async () => (await readFile(asked, 'utf8')).length,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
