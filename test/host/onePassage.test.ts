import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { walks } from '../../server/answers/walks.ts';
import { Installations } from '../../server/host/installations.ts';
import { createApp } from '../../server/http/app.ts';
import { RefusedTokens } from '../../server/http/refusedTokens.ts';
import type { Runners } from '../../server/runner/runners.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../server/store/store.ts';
import { rehearsedServices } from '../../services/rehearsal/rehearsedServices.ts';

/** A service whose store has held nothing ready yet, and what it reads of installations and revives. */
interface Cold extends AsyncDisposable {
  readonly api: ReturnType<typeof supertest>;
  readonly installations: Installations;
  counted(): Readonly<Record<'loads' | 'commits' | 'answersSavedLater' | 'revivals', number>>;
}

/** No installation here is given to one. */
const noRunners = {} as unknown as Runners;
const masterKey = randomBytes(32);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-passage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('An installation', () => {
  it('is loaded once and revived once for a view', async () => {
    const id = await begun();
    await using cold = await open();
    const { body } = await cold.api.get(`/api/v1/installations/${id}`).expect(200);
    expect(body.page.id).toBe('licenseAgreement');
    expect(cold.counted()).toMatchObject({ loads: 1, revivals: 1 });
  });

  it('is loaded and revived once for a submit, the reply included', async () => {
    const id = await begun();
    await using cold = await open();
    const event = { type: 'submit', page: 'licenseAgreement', answers: { accepted: true } };
    const { body } = await cold.api.post(`/api/v1/installations/${id}/events`).send(event).expect(200);
    expect(body.page.id).toBe('cloud');
    expect(cold.counted()).toMatchObject({ loads: 1, revivals: 1 });
  });

  it('is loaded and revived once where it is given to a runner', async () => {
    const id = await begun();
    await using cold = await open();
    await cold.api.patch(`/api/v1/installations/${id}`).set('If-Match', '"2"').send({ runner: 'one' }).expect(200);
    expect(cold.counted()).toMatchObject({ loads: 1, revivals: 1 });
  });

  it('is stepped with a key and answered in one transaction: the answer is kept with the step, and the same to a repeat', async () => {
    const id = await begun();
    await using cold = await open();
    const event = { type: 'submit', page: 'licenseAgreement', answers: { accepted: true } };
    const send = () => cold.api.post(`/api/v1/installations/${id}/events`).set('Idempotency-Key', 'once').send(event).expect(200);
    const { body } = await send();
    expect(cold.counted()).toMatchObject({ commits: 1, answersSavedLater: 0 });
    await cold.installations.send(id, { type: 'cancel' }, { who: 'test' });
    expect((await send()).body).toEqual(body);
  });
});

async function begun(): Promise<string> {
  await using service = await open();
  const { id } = (await service.installations.begin({ mode: 'rehearsal' }, { who: 'test' })).row;
  await service.installations.send(id, { type: 'submit', page: 'welcome', answers: {} }, { who: 'test' });
  return id;
}

async function open(): Promise<Cold> {
  const report = (error: unknown) => expect.unreachable(String(error));
  const store = await openSqliteStore({ path: join(folder, 'kept.db'), report });
  const called: Partial<Record<keyof Store, number>> = {};
  const counting = new Proxy(store, {
    get(target, name: keyof Store) {
      called[name] = (called[name] ?? 0) + 1;
      const one = target[name];
      return typeof one === 'function' ? one.bind(target) : one;
    },
  });
  const servicesFor = () => rehearsedServices({ times: 1, pace: 1, failures: {}, jobsFolder: folder });
  const installations = new Installations({
    store: counting,
    masterKey,
    servicesFor,
    installsHere: true,
    autopilot: walks,
    report,
  });
  const revive = vi.spyOn(wizardMachine, 'resolveState');
  const app = createApp({
    installations,
    runners: noRunners,
    endedSessions: { add: async () => {}, has: async () => false },
    refused: new RefusedTokens(() => {}),
    log: pino({ level: 'silent' }),
    tokens: [],
    names: [],
    origins: [],
    planning: { settlements: {} },
    jobsFolder: folder,
    installerActions: [],
    about: { configuration: {}, storage: 'SQLite' },
  });
  return {
    api: supertest(app),
    installations,
    counted: () => ({
      loads: called.load ?? 0,
      commits: called.commit ?? 0,
      answersSavedLater: called.saveAnswer ?? 0,
      revivals: revive.mock.calls.length,
    }),
    async [Symbol.asyncDispose]() {
      revive.mockRestore();
      await installations.close();
      await store.close();
    },
  };
}
