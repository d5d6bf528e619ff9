import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Call, Progress } from '../../machines/ports/call.ts';
import type { InstallJob } from '../../machines/ports/installer.ts';
import type { DescribedPackage, InstallerSettings } from '../../services/installer/settings.ts';

/** A folder with a pretended installer: what it is told goes by properties, see `pretendInstaller.ts`. */
export interface Pretended {
  readonly folder: string;
  readonly settings: InstallerSettings;
  job(properties: Record<string, string>, attempt?: number): InstallJob;
  /** Writes what the installer will write into its log. */
  script(name: string, lines: readonly string[]): Promise<string>;
  path(name: string): string;
  /** The job's folder. */
  inJob(name: string, attempt?: number): string;
  /** How often the installer was run. */
  runs(): number;
  /** Everything in the folder as text, whatever its encoding. */
  everything(): Promise<string>;
}

export async function pretend(describe: Partial<DescribedPackage> = {}): Promise<Pretended> {
  const folder = await mkdtemp(join(tmpdir(), 'installer-'));
  const path = (name: string) => join(folder, name);
  await writeFile(path('package.msi'), '');
  return {
    folder,
    path,
    settings: {
      jobsFolder: path('jobs'),
      pollInterval: 20,
      quiet: 300,
      patience: 5000,
      grace: 300,
      hostLock: path('host.lock'),
      platform: 'win32',
      program: [process.execPath, fileURLToPath(new URL('./pretendInstaller.ts', import.meta.url))],
      describe: async () => ({
        productCode: null,
        features: [{ id: 'CommonServices' }],
        sequence: [],
        properties: [{ name: 'HIDDEN_ONE', hidden: true }],
        ...describe,
      }),
    },
    job: (properties, attempt = 1) => ({
      installation: 'i1',
      attempt,
      package: path('package.msi'),
      features: ['CommonServices'],
      properties: { RUNS: path('runs'), ...properties },
    }),
    async script(name, lines) {
      await writeFile(path(name), lines.join('\n'));
      return path(name);
    },
    inJob: (name, attempt = 1) => join(folder, 'jobs', 'i1', String(attempt), name),
    runs: () => (existsSync(path('runs')) ? readFileSync(path('runs'), 'utf8').trim().split('\n').length : 0),
    async everything() {
      const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      const contents = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
      return contents.flatMap((bytes) => [bytes.toString('utf8'), bytes.toString('utf16le')]).join('\n');
    },
  };
}

/** A call that keeps what it is told. */
export function listen(controller = new AbortController()) {
  const heard: Progress[] = [];
  const call: Call = { signal: controller.signal, progress: (progress) => heard.push(progress) };
  return { call, heard, controller, lines: () => heard.flatMap(({ log = [] }) => log) };
}

export async function until(so: () => boolean | Promise<boolean>, what: string, patience = 20_000): Promise<void> {
  for (const limit = Date.now() + patience; Date.now() < limit; await sleep(20)) if (await so()) return;
  throw new Error(`It did not come to this: ${what}.`);
}

/** Lines of a log as Windows writes them. */
export const engine = (text: string) => `MSI (s) (64:F0) [10:00:00:000]: ${text}`;

/** The log of an installation that succeeds, line by line. */
export const whole = [
  '=== Verbose logging started ===',
  engine('Doing action: INSTALL'),
  engine('Executing op: Header(Signature=1,ScriptType=1,)'),
  engine('Executing op: ActionStart(Name=InstallFiles,,)'),
  'File: a.txt',
  'Action ended 10:00:00: INSTALL. Return value 1.',
  engine('MainEngineThread is returning 0'),
];
