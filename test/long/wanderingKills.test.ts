import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServiceProcess, startProcess } from '../host/serviceProcess.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';
import { doneTwice } from './doneTwice.ts';
import { randomOf } from './randomOf.ts';
import { Wanderer } from './wanderer.ts';

/** How often it is killed, on both stores together. */
const kills = Math.ceil(Number(process.env['MIM_SETUP_TEST_WANDERING_KILLS'] ?? 24) / 2);
/** So many wander at the same time, and more of them where there is time. */
const walkers = kills < 50 ? 3 : 8;
const skipped = postgresMissing !== null && !process.env['CI'];

describe('A service that is killed at any moment, while clients wander through it', () => {
  it('on its own file does for each what it was told, once', { timeout: kills * 30_000 + 600_000 }, () => wander({}));

  describe.skipIf(skipped)(`with PostgreSQL${skipped ? `, skipped: ${postgresMissing}` : ''}`, () => {
    let server: Postgres;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(async () => await server?.[Symbol.asyncDispose]());

    it('does for each what it was told, once', { timeout: kills * 30_000 + 600_000 }, async () => {
      await wander({ MIM_SETUP_DATABASE: await server.create(), MIM_SETUP_KEY: randomBytes(32).toString('hex') });
    });
  });
});

async function wander(environment: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-wander-'));
  const seed = Number(process.env['MIM_SETUP_TEST_SEED'] ?? randomBytes(4).readUInt32LE());
  const random = randomOf(seed);
  const start = () => startProcess(folder, { environment: { MIM_SETUP_LOG_LEVEL: 'warn', ...environment } });
  let service: ServiceProcess = await start();
  const wanderers: Wanderer[] = [];
  let deaths = 0;
  /** How long the last start has taken, milliseconds. */
  let took = 0;
  const walkOn = async () => {
    do {
      const own = randomOf(seed + wanderers.length + 1);
      const wanderer = new Wanderer(() => service.client, `walk ${wanderers.length}`, own);
      wanderers.push(wanderer);
      await wanderer.toTheEnd();
    } while (deaths < kills);
  };
  try {
    const walking = Promise.all(Array.from({ length: walkers }, walkOn));
    const over = walking.then(() => {});
    while (deaths < kills) {
      // Often at once, also while it starts up; now and then only after a while, which is longer where a start takes long.
      await Promise.race([over, pause(random() ** 3 * (3000 + 2 * took))]);
      await service.kill();
      deaths += 1;
      const from = performance.now();
      service = await start();
      took = performance.now() - from;
    }
    await walking;
    const faults = [];
    for (const wanderer of wanderers) faults.push(...(await wanderer.contradictions()), ...doneTwice(folder, wanderer.id));
    expect(faults, `MIM_SETUP_TEST_SEED=${seed}`).toEqual([]);
    const steps = wanderers.reduce((sum, one) => sum + one.steps, 0);
    process.stdout.write(`${deaths} kills, ${wanderers.length} walks, ${steps} requests that were answered\n`);
    expect(steps).toBeGreaterThan(kills);
    expect(service.output()).not.toMatch(/went wrong/);
  } finally {
    await service[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  }
}
