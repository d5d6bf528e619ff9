import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfiguration } from '../../server/configuration/readConfiguration.ts';
import { runRunner } from '../../server/runner/program/runRunner.ts';
import { createInstaller } from '../../services/installer/createInstaller.ts';
import type { InstallerSettings } from '../../services/installer/settings.ts';
import { localParts } from '../../services/live/localParts.ts';
import { type Served, serve } from '../http/service.ts';
import { until } from '../installer/jobs.ts';

/** A service that gives a sign of life often, so that a cut is noticed soon, and asks nothing of the world outside. */
export const settings = {
  runners: { heartbeat: 500 },
  checks: { timeout: 3000, hostTimeout: 3000 },
  entra: { clouds: { global: { login: 'https://127.0.0.1:2', graph: 'https://127.0.0.1:2' } } },
};

export function serveRunners(more: Readonly<Record<string, unknown>> = {}): Promise<Served> {
  return serve({ ...settings, ...more });
}

/** A runner in this process, as on another server: with a folder of its own, and an installer that is pretended. */
export interface RunnerBeside extends AsyncDisposable {
  readonly folder: string;
  readonly tokenFile: string;
  /** What it has told, a line each. */
  readonly told: readonly string[];
  leave(): Promise<void>;
}

export interface Beside {
  readonly url: string;
  /** A code, or a token. */
  readonly secret?: string;
  /** The folder of one that was there before. */
  readonly folder?: string;
  /** The version that it says it is of. */
  readonly version?: string;
  readonly installer?: InstallerSettings;
  /** What the pretended installer is told. */
  readonly orders?: Readonly<Record<string, string>>;
}

export async function runBeside({ url, secret, folder: before, version, installer, orders = {} }: Beside): Promise<RunnerBeside> {
  const folder = before ?? mkdtempSync(join(tmpdir(), 'mim-setup-runner-'));
  const tokenFile = join(folder, 'token');
  if (secret !== undefined) writeFileSync(tokenFile, secret);
  const leaving = new AbortController();
  const told: string[] = [];
  const over = runRunner({
    url,
    tokenFile,
    config: readConfiguration({}, { data: join(folder, 'data'), ...settings }),
    log: pino({ level: 'silent' }),
    leave: leaving.signal,
    version,
    tell: (line) => told.push(line),
    partsFor(live) {
      const pretended = createInstaller({ ...installer, jobsFolder: live.jobsFolder });
      return {
        ...localParts(live),
        ...pretended,
        install: (job, call) =>
          pretended.install({ ...job, package: '/package.msi', properties: { ...job.properties, ...orders } }, call),
      };
    },
  });
  const failed = over.catch((error: unknown) => void told.push(String(error)));
  const leave = async () => {
    leaving.abort();
    await failed;
  };
  return {
    folder,
    tokenFile,
    told,
    leave,
    async [Symbol.asyncDispose]() {
      await leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Enrols a runner, and waits until it is connected. */
export async function enrolled(
  served: Served,
  name: string,
  more: Omit<Beside, 'url' | 'secret'> & { readonly url?: string } = {},
) {
  const { body } = await served.client.request<{ code: string }>('POST', '/api/v1/runners', { name });
  const runner = await runBeside({ url: served.url, ...more, secret: body.code });
  // From then on it knows that its token counts.
  await until(() => runner.told.some((line) => line.startsWith('Connected')), `${name} is connected`);
  return runner;
}

export async function stateOf({ client }: Pick<Served, 'client'>, name: string): Promise<string | undefined> {
  const { body } = await client.request<{ items: { name: string; state: string }[] }>('GET', '/api/v1/runners');
  return body.items.find((one) => one.name === name)?.state;
}
