import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mimSetup } from '../cli/mimSetup.ts';
import type { Client } from '../client.ts';
import { startProcess } from '../host/serviceProcess.ts';
import { randomOf } from './randomOf.ts';
import { Wanderer } from './wanderer.ts';

interface Entry {
  readonly revision: number;
  readonly at: string;
}

const backups = 2;
const walkers = 8;

it('A backup that is made while clients wander is of one moment: restored, each installation is whole, at a place where it was, and goes on', {
  timeout: 600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-backup-load-'));
  const data = join(folder, 'data');
  const seed = Number(process.env['MIM_SETUP_TEST_SEED'] ?? randomBytes(4).readUInt32LE());
  try {
    await using service = await startProcess(data, { environment: { MIM_SETUP_LOG_LEVEL: 'warn' } });
    let isOver = false;
    const wanderers: Wanderer[] = [];
    const told = () => wanderers.reduce((sum, { steps }) => sum + steps, 0);
    const walkOn = async () => {
      do {
        const wanderer = new Wanderer(() => service.client, `walk ${wanderers.length}`, randomOf(seed + wanderers.length + 1));
        wanderers.push(wanderer);
        await wanderer.toTheEnd();
      } while (!isOver);
    };
    const walking = Promise.all(Array.from({ length: walkers }, walkOn));
    const moments: { file: string; begun: number; ended: number }[] = [];
    for (let at = 0; at < backups; at++) {
      const before = told();
      await Promise.race([walking, expect.poll(told, { timeout: 60_000 }).toBeGreaterThan(before + 3 * walkers)]);
      const file = join(folder, `${at}.backup`);
      const begun = Date.now();
      expect(await mimSetup(folder, ['backup', file, '--data', data])).toMatchObject({ code: 0, errors: '' });
      moments.push({ file, begun, ended: Date.now() });
    }
    isOver = true;
    await walking;
    for (const { file, begun, ended } of moments) {
      const other = `${file}-restored`;
      expect(await mimSetup(folder, ['restore', file, '--data', other])).toMatchObject({ code: 0 });
      mkdirSync(other, { recursive: true });
      copyFileSync(join(data, 'master.key'), join(other, 'master.key'));
      await using restored = await startProcess(other, { environment: { MIM_SETUP_LOG_LEVEL: 'warn' } });
      const { body: list } = await restored.client.request<{ items: { id: string; status: string }[] }>(
        'GET',
        '/api/v1/installations?limit=200',
      );
      expect(list.items.length).toBeGreaterThanOrEqual(walkers);
      for (const { id, status } of list.items) {
        expect(status, `MIM_SETUP_TEST_SEED=${seed}`).not.toBe('damaged');
        const [then, now] = [await journalOf(restored.client, id), await journalOf(service.client, id)];
        const kept = then.filter(({ at }) => Date.parse(at) <= ended);
        expect(kept, `MIM_SETUP_TEST_SEED=${seed}`).toEqual(now.slice(0, kept.length));
        // All that was done before it was begun is in it; what is behind was done since by the restored one itself.
        expect(kept.length).toBeGreaterThanOrEqual(now.filter(({ at }) => Date.parse(at) < begun).length);
        const { status: taken } = await restored.client.event(id, { type: 'cancel' }, {});
        expect([200, 409]).toContain(taken);
      }
      expect(restored.output()).not.toMatch(/went wrong/);
    }
    const faults = await Promise.all(wanderers.map((wanderer) => wanderer.contradictions()));
    expect(faults.flat(), `MIM_SETUP_TEST_SEED=${seed}`).toEqual([]);
    process.stdout.write(`${backups} backups, ${wanderers.length} walks, ${told()} requests that were answered\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function journalOf(client: Client, id: string): Promise<Entry[]> {
  return (await client.request<Entry[]>('GET', `/api/v1/installations/${id}/history`)).body;
}
