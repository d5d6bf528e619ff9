import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { type ServiceProcess, startInVain, startProcess } from '../host/serviceProcess.ts';
import { smallDisk } from '../installer/fullDisk.ts';
import { eventually } from '../store/eventually.ts';

const answers = answersFor('E');
const path = (id: string) => `/api/v1/installations/${id}`;
const events = (id: string) => `${path(id)}/events`;
const welcome = { type: 'submit', page: 'welcome', answers: {} };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** Installations at several places, as their client was told of them. */
async function told({ client }: ServiceProcess, pages = ['welcome', 'cloud', 'components', 'database']): Promise<View[]> {
  const views: View[] = [];
  for (const page of pages) {
    let view = await client.begin();
    while (view.page.id !== page) view = await client.step(view, answers);
    views.push(view);
  }
  return views;
}

async function areAsTold({ client }: ServiceProcess, views: readonly View[]): Promise<void> {
  for (const view of views) expect(await client.view(view.id)).toEqual(view);
}

describe('A disk that is full', () => {
  it('is told by 507 and by readiness; what was told is there and can be read, and all goes on once there is room', async () => {
    const disk = smallDisk('24m');
    expect(disk, 'this user may mount no disk').not.toBeNull();
    using full = disk!;
    await using service = await startProcess(join(full.path, 'data'));
    const [view] = await told(service, ['cloud']);
    full.fill();
    const refused = await eventually(async () => {
      const reply = await service.client.request<{ code: string }>('POST', '/api/v1/installations', { mode: 'rehearsal' });
      expect(reply.status).toBe(507);
      return reply;
    });
    expect(refused.body.code).toBe('storage-full');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    await eventually(async () => expect((await service.client.request('GET', '/readyz')).status).toBe(507));
    await areAsTold(service, [view!]);
    full.makeRoom();
    const next = await eventually(async () => {
      const reply = await service.client.event(view!.id, { type: 'submit', page: 'cloud', answers: answers['cloud'] });
      expect(reply.status).toBe(200);
      return reply.body;
    });
    expect([next.page.id, next.revision]).toEqual(['signIn', view!.revision + 1]);
    expect((await service.client.request('GET', '/readyz')).status).toBe(200);
  });
});

describe('A disk that can only be read', () => {
  it('keeps the service from starting, which says so and loses nothing', async () => {
    const disk = smallDisk('24m');
    expect(disk, 'this user may mount no disk').not.toBeNull();
    using own = disk!;
    const data = join(own.path, 'data');
    const remount = (how: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${how}`, own.path]);
    const views = await (async () => {
      await using service = await startProcess(data);
      const begun = await told(service, ['cloud']);
      await service.stop();
      return begun;
    })();
    remount('ro');
    const { code, output } = await startInVain(['--data', data, '--port', '0']);
    expect([code, output]).toEqual([2, expect.stringMatching(/cannot be (?:written|opened)/)]);
    expect(output).not.toMatch(/^\s+at /m);
    remount('rw');
    await using service = await startProcess(data);
    await areAsTold(service, views);
  });
});

describe('A database that another program has locked', () => {
  it('is told by 503, keeps nobody waiting for more than some seconds, and goes on once it is let go', async () => {
    await using service = await startProcess(folder);
    const [view] = await told(service, ['welcome']);
    const other = new DatabaseSync(join(folder, 'mim-setup.db'));
    other.exec('begin immediate');
    const refused = await service.client.request<{ code: string }>('POST', events(view!.id), welcome);
    expect([refused.status, refused.body.code]).toEqual([503, 'storage-unavailable']);
    await areAsTold(service, [view!]);
    other.exec('rollback');
    other.close();
    expect((await service.client.event(view!.id, welcome)).body.revision).toBe(view!.revision + 1);
  });
});

describe('A file, its log or its journal in which bytes have changed', () => {
  const parts = ['mim-setup.db', 'mim-setup.db-wal', 'mim-setup.db-commits'];
  const kept = (part: string) => join(folder, `kept-${part}`);
  const putBack = () => {
    for (const part of [...parts, 'mim-setup.db-shm']) rmSync(join(folder, part), { force: true });
    for (const part of parts) if (existsSync(kept(part))) copyFileSync(kept(part), join(folder, part));
  };

  /** What a process leaves that is killed while its last steps are in the log alone. */
  async function leftBehind(): Promise<View[]> {
    await using service = await startProcess(folder);
    const views = await told(service);
    await service.kill();
    for (const part of parts) copyFileSync(join(folder, part), kept(part));
    return views;
  }

  /** Opened: each installation is as told, or said to be damaged; or it is said why nothing can be opened. */
  async function isClear(views: readonly View[]): Promise<'refused' | 'damaged' | 'whole'> {
    try {
      const store = await openSqliteStore({ path: join(folder, 'mim-setup.db'), expected: true, report: () => {} });
      try {
        let state: 'damaged' | 'whole' = 'whole';
        for (const { id, revision } of views) {
          const saved = await store.load(id);
          if (!saved?.kept) state = 'damaged';
          else expect(saved.revision, id).toBe(revision);
          expect(saved, id).toBeDefined();
        }
        return state;
      } finally {
        await store.close();
      }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      expect(error.message).toMatch(/mim-setup restore|delete/);
      return 'refused';
    }
  }

  it('never gives another state than what was told: it is whole, said to be damaged, or not opened, with what to do', async () => {
    const views = await leftBehind();
    const found = new Map<string, number>();
    for (const part of parts) {
      const { length } = readFileSync(kept(part));
      for (let place = 1; place <= 60; place++) {
        putBack();
        const bytes = readFileSync(kept(part));
        const at = Math.floor((length * place) / 61);
        bytes[at] = (bytes[at] ?? 0) ^ 0x55;
        writeFileSync(join(folder, part), bytes);
        const state = await isClear(views);
        found.set(`${part} ${state}`, (found.get(`${part} ${state}`) ?? 0) + 1);
      }
    }
    // What was not checkpointed is in the log, so that most of what changes there is noticed.
    expect(found.get('mim-setup.db-wal refused')).toBeGreaterThan(20);
    putBack();
    expect(await isClear(views)).toBe('whole');
  });

  it('or whose log was cut is not opened: the service says how many changes are missing and what to do, and ends with 2', async () => {
    const views = await leftBehind();
    truncateSync(join(folder, 'mim-setup.db-wal'), Math.floor(readFileSync(kept('mim-setup.db-wal')).length / 2));
    const { code, output } = await startInVain(['--data', folder, '--port', '0']);
    expect([code, output]).toEqual([2, expect.stringMatching(/The last \d+ changes are missing from the database/)]);
    putBack();
    await using service = await startProcess(folder);
    await areAsTold(service, views);
  });

  it('as a whole journal that is no text any more is said of its installation alone, which goes on', async () => {
    const [damaged, other] = await leftBehind();
    const db = new DatabaseSync(join(folder, 'mim-setup.db'));
    db.prepare("update journal set event = 'x', kept = 'x', changed = 'x' where installation = ?").run(damaged!.id);
    db.close();
    await using service = await startProcess(folder);
    const history = await service.client.request<{ code: string }>('GET', `${path(damaged!.id)}/history`);
    expect([history.status, history.body.code]).toEqual([409, 'damaged']);
    await areAsTold(service, [damaged!, other!]);
    expect((await service.client.event(damaged!.id, welcome)).status).toBe(200);
  });
});

describe('A master key', () => {
  it.each([
    ['is missing', (key: string) => renameSync(key, `${key}.away`), 'master.key is missing'],
    ['is another one', (key: string) => writeFileSync(key, 'b'.repeat(64)), 'were sealed with another key'],
    [
      'cannot be read',
      (key: string) => {
        renameSync(key, `${key}.away`);
        mkdirSync(key);
      },
      'master.key cannot be read (EISDIR)',
    ],
  ])('that %s keeps the service from starting, which says so and spoils nothing', async (_what, spoil, sentence) => {
    const key = join(folder, 'master.key');
    const [text, views] = await (async () => {
      await using service = await startProcess(folder);
      const begun = await told(service, ['components']);
      await service.stop();
      return [readFileSync(key), begun] as const;
    })();
    spoil(key);
    const { code, output } = await startInVain(['--data', folder, '--port', '0']);
    expect([code, output]).toEqual([2, expect.stringContaining(sentence)]);
    expect(output).not.toMatch(/^\s+at /m);
    rmSync(key, { recursive: true, force: true });
    writeFileSync(key, text);
    await using service = await startProcess(folder);
    await areAsTold(service, views);
  });
});

describe('A clock that jumps by hours, there and back', () => {
  it('changes nothing: checks end, a walk comes to its end, each step is there once, and a key still counts', async () => {
    const clock = join(folder, 'clock');
    writeFileSync(clock, '0');
    const environment = { CLOCK: clock, NODE_OPTIONS: `--import ${new URL('faultyClock.mjs', import.meta.url).href}` };
    await using service = await startProcess(join(folder, 'data'), { environment });
    const hours = [6, -6, 12, -30, 0, 3];
    let jumps = 0;
    const jump = () => writeFileSync(clock, String(hours[jumps++ % hours.length]! * 3_600_000));
    const headers = { 'Idempotency-Key': 'once' };
    const begin = () =>
      service.client.request('POST', '/api/v1/installations', { mode: 'rehearsal', rehearsal: { pace: 20 } }, headers);
    const { body: begun } = await begin();
    let view = begun;
    while (view.status === 'asking' || view.status === 'warning') {
      jump();
      const event =
        view.status === 'warning'
          ? { type: 'acknowledge', page: view.page.id }
          : { type: 'submit', page: view.page.id, answers: answers[view.page.id] ?? {} };
      const { status, body } = await service.client.event(view.id, event, {});
      expect(status, view.page.id).toBe(200);
      jump();
      view = body.status === 'checking' ? await service.client.until(view.id, 'asking', 'warning', 'ready') : body;
    }
    expect(view.status).toBe('ready');
    jump();
    await service.client.event(view.id, { type: 'install' }, {});
    jump();
    expect((await service.client.until(view.id, 'postInstallation', 'failed')).status).toBe('postInstallation');
    const { body } = await service.client.request<{ revision: number }[]>('GET', `${path(view.id)}/history`);
    expect(body.map(({ revision }) => revision)).toEqual(body.map((_, at) => at + 1));
    expect((await begin()).body.id).toBe(begun.id);
  });
});

describe('A service with little', () => {
  it('of descriptors refuses whom it has none for, lets nobody wait for ever, and goes on once there are some', async () => {
    await using limited = await limitedTo('ulimit -n 72', folder);
    const [view] = await told(limited, ['cloud']);
    const { hostname, port } = new URL(limited.url);
    const sockets = Array.from({ length: 120 }, () => connect(Number(port), hostname).on('error', () => {}));
    await eventually(async () => expect(sockets.filter(({ readyState }) => readyState === 'open').length).toBeGreaterThan(40));
    for (const socket of sockets) socket.destroy();
    await eventually(() => areAsTold(limited, [view!]));
    const next = await eventually(() => limited.client.step(view!, answers));
    expect([next.page.id, next.revision]).toEqual(['signIn', view!.revision + 1]);
  });

  it('of memory walks twenty at once, and comes to the end of each', async () => {
    const environment = { NODE_OPTIONS: '--max-old-space-size=80' };
    await using service = await startProcess(folder, { environment });
    const walked = await Promise.all(
      Array.from({ length: 20 }, async () => service.client.walk(await service.client.begin(), answers)),
    );
    expect(walked.map(({ view }) => view.status)).toEqual(walked.map(() => 'ready'));
  });
});

/** A service that a shell has limited before. */
async function limitedTo(limit: string, data: string): Promise<ServiceProcess> {
  const wrapper = join(data, 'node');
  writeFileSync(wrapper, `#!/bin/bash\n${limit}\nexec ${JSON.stringify(process.execPath)} "$@"\n`, { mode: 0o755 });
  return await startProcess(join(data, 'data'), { node: wrapper });
}
