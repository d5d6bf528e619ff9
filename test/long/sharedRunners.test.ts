import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { View } from '../../server/view/view.ts';
import type { Client } from '../client.ts';
import { startProcess } from '../host/serviceProcess.ts';
import { engine, pretend, until } from '../installer/jobs.ts';
import { answersForNowhere, takeOn, walkToReady } from '../installer/liveWalk.ts';
import { seen } from '../live/liveService.ts';
import { startFrontDoor } from '../peers/postgres/frontDoor.ts';
import { postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';
import { runBeside, settings } from '../runner/runnerBeside.ts';

const features = ['CommonServices', 'WebPortals', 'RegistrationPortal', 'ResetPortal'].map((id) => ({ id }));
const answers = {
  ...answersForNowhere('E', ['service']),
  serviceAccount: { name: 'svcMIMService', domain: 'contoso', password: 'Open-Sesame-1' },
};
const lines = Array.from({ length: 50 }, (_, n) => engine(`Component ${n}.`));

it.skipIf(postgresMissing && !process.env['CI'])(
  'Of two services on one database that three runners install for, one is killed: all three are installed, each once',
  { timeout: 240_000 },
  async () => {
    await using server = await startPostgres();
    const folder = mkdtempSync(join(tmpdir(), 'mim-setup-shared-'));
    const config = join(folder, 'mim-setup.yaml');
    // JSON is YAML too.
    writeFileSync(config, JSON.stringify({ ...settings, database: await server.create(), key: 'c'.repeat(64) }));
    await using one = await startProcess(join(folder, 'one'), { flags: ['--config', config] });
    await using two = await startProcess(join(folder, 'two'), { flags: ['--config', config] });
    await using door = await startFrontDoor(() => [one, two].map(({ url }) => Number(new URL(url).port)));
    const names = ['mim01', 'mim02', 'mim03'];
    const beside = await Promise.all(
      names.map(async (name) => {
        const pretended = await pretend({ features });
        onTestFinished(() => rm(pretended.folder, { recursive: true, maxRetries: 10, retryDelay: 100 }));
        const { body } = await two.client.request<{ code: string }>('POST', '/api/v1/runners', { name });
        const orders = {
          LINES: await pretended.script('lines', lines),
          UNTIL: pretended.path('go'),
          RUNS: pretended.path('runs'),
        };
        const runner = await runBeside({ url: door.url, secret: body.code, installer: pretended.settings, orders });
        onTestFinished(() => runner[Symbol.asyncDispose]());
        return pretended;
      }),
    );
    const ids = await Promise.all(names.map((name) => installing(two.client, name)));
    await until(() => beside.every(({ runs }) => runs() === 1), 'all three are being installed', 60_000);
    await one.kill();
    for (const { path } of beside) await writeFile(path('go'), '');
    for (const id of ids) {
      await until(async () => (await two.client.view(id)).status !== 'installing', 'it has ended', 120_000);
      expect((await two.client.view(id)).outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    }
    expect(beside.map(({ runs }) => runs())).toEqual([1, 1, 1]);
    rmSync(folder, { recursive: true, force: true });
  },
);

/** Walks one to its installer, on a server whose checks have nothing to answer them. */
async function installing(client: Client, runner: string): Promise<string> {
  const begun: View = await client.begin({ mode: 'live', name: runner, runner });
  const ready = await takeOn(client, await walkToReady(client, begun, answers));
  await client.event(ready.id, { type: 'install' }, {});
  return (await seen(client, ready.id, ({ status }) => status === 'installing')).id;
}
