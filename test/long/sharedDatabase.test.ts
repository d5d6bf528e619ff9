import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailOptions } from '../../machines/vocabulary/mailOptions.ts';
import { type ServiceProcess, startProcess } from '../host/serviceProcess.ts';
import { actionsIn } from '../host/undisturbed.ts';
import { startFrontDoor } from '../peers/postgres/frontDoor.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';
import { PersistentWalk } from './persistentWalk.ts';

const skipped = postgresMissing !== null && !process.env['CI'];
/** How many walk at once, how often all of it befalls them, and how long (milliseconds) a process is halted. */
const walkers = Number(process.env['MIM_SETUP_TEST_WALKERS'] ?? 64);
const rounds = Number(process.env['MIM_SETUP_TEST_ROUNDS'] ?? 1);
const halt = Number(process.env['MIM_SETUP_TEST_HALT'] ?? 60_000);

describe.skipIf(skipped)(`Two processes on one database${skipped ? `, skipped: ${postgresMissing}` : ''}`, () => {
  let server: Postgres;
  const folders = ['first', 'second'].map((name) => mkdtempSync(join(tmpdir(), `mim-setup-${name}-`)));
  beforeAll(async () => {
    server = await startPostgres({ fsync: 'on', max_connections: '60' });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('lose nothing that a client was told, and do nothing twice, whatever befalls them', async () => {
    const environment = {
      MIM_SETUP_DATABASE: await server.create(),
      MIM_SETUP_DATABASE_CONNECTIONS: '10',
      MIM_SETUP_KEY: randomBytes(32).toString('hex'),
      MIM_SETUP_LOG_LEVEL: 'warn',
    };
    const start = (at: 0 | 1) => startProcess(folders[at]!, { environment });
    const services: [ServiceProcess, ServiceProcess] = [await start(0), await start(1)];
    await using door = await startFrontDoor(() => services.map(({ url }) => Number(new URL(url).port)));

    const walks: PersistentWalk[] = [];
    let isOver = false;
    /** Walks, and walks again as long as there is something to come. */
    const walkOn = async () => {
      do {
        const { option } = mailOptions[walks.length % mailOptions.length]!;
        const walk = new PersistentWalk(door.url, option, `walk ${walks.length}`);
        walks.push(walk);
        await walk.toTheEnd();
      } while (!isOver);
    };
    const walking = Promise.all(Array.from({ length: walkers }, walkOn));
    const failed = walking.then(() => {});
    const told = () => walks.reduce((sum, walk) => sum + walk.told.length, 0);
    /** Until the clients were told of so many steps more. */
    const goingOn = async (steps: number) => {
      for (const aim = told() + steps; told() < aim; ) await Promise.race([failed, pause(50)]);
    };

    await goingOn(walkers * 2);
    for (let round = 0; round < rounds; round++) {
      await services[0].kill();
      await goingOn(walkers);
      services[0] = await start(0);

      await goingOn(walkers);
      process.kill(services[1].pid, 'SIGSTOP');
      await pause(halt);
      process.kill(services[1].pid, 'SIGCONT');

      await goingOn(walkers);
      await server.stop(round % 2 ? 'fast' : 'immediate');
      await pause(2000);
      await server.start();

      await goingOn(walkers);
      await server.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname <> 'postgres' and pid <> pg_backend_pid()",
      );
      await goingOn(walkers);
    }
    isOver = true;
    await walking;

    await Promise.all(walks.map((walk) => walk.repeat()));
    for (const walk of walks) {
      expect(await walk.contradictions(), `option ${walk.option}, ${walk.name}`).toEqual([]);
      // One host does nothing twice; another that takes a rehearsal over has no folder of it, and begins it anew.
      for (const folder of folders.filter((one) => existsSync(join(one, 'jobs', walk.id))))
        expect(new Set(actionsIn(folder, walk.id).values()), `${walk.name} in ${folder}`).toEqual(new Set([1]));
    }
    for (const service of services) expect(await service.stop(), service.output().slice(-3000)).toBe(0);
  });
});
