import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../machines/plan/plan.ts';
import { powershellScript } from '../../server/plan/powershellScript.ts';
import { describeWindows, type Windows, type WindowsWorld } from '../peers/powershell/windows.ts';
import { type MsiexecLine, readMsiexecLine } from '../plan/msiexecLine.ts';

export const productCode = '{0782F6B7-6A79-4AA0-A0D0-5A4D8D5A2F1B}';
/** Every sign that a folder can have and that means something to PowerShell. */
export const awkwardName = "a [b] 'c' $d `e` ü–日 (f) #g & h;i";

/** A server with the script of a plan in a folder of awkward names, and the package beside it. */
export interface Server extends AsyncDisposable {
  readonly windows: Windows;
  readonly folder: string;
  readonly script: string;
  readonly package: string;
  readonly log: string;
  /** The command line of msiexec as it was started, read by Windows Installer's rules; null where it was not. */
  started(): Promise<(MsiexecLine & { readonly environment: readonly string[] }) | null>;
}

export async function prepareServer(
  plan: Plan,
  world: WindowsWorld = {},
  content = `A package, whose product is ${productCode}`,
) {
  const windows = await describeWindows({ user: { name: 'CONTOSO\\install', elevated: true }, ...world });
  const root = await mkdtemp(join(tmpdir(), 'mim-setup-server-'));
  const folder = join(root, awkwardName);
  const at = {
    script: join(folder, 'install mim.ps1'),
    package: join(folder, 'Service and Portal.msi'),
    log: join(folder, 'logs [1]', 'log.txt'),
  };
  await mkdir(folder);
  await writeFile(at.package, content);
  await writeFile(at.script, powershellScript(plan, at));
  const server: Server = {
    ...at,
    windows,
    folder,
    async started() {
      const starts = (await windows.journal()).filter((note) => 'started' in note);
      if (starts.length > 1) throw new Error('The installer was started more than once.');
      const [start] = starts as { started: string; environment: string[] }[];
      return start ? { ...readMsiexecLine(start.started), environment: start.environment } : null;
    },
    async [Symbol.asyncDispose]() {
      await windows[Symbol.asyncDispose]();
      await rm(root, { recursive: true, force: true });
    },
  };
  return server;
}
