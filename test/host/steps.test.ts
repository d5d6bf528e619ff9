import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Autopilot } from '../../server/host/autopilot.ts';
import type { HostSettings } from '../../server/host/hostSettings.ts';
import { Secrets } from '../../server/host/secrets/secrets.ts';
import { Steps } from '../../server/host/steps.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../server/store/store.ts';
import { answersFor } from '../answers.ts';
import { storeWith } from '../store/storeWith.ts';

const masterKey = Buffer.alloc(32, 5);
const ann = { who: 'ann' };
const welcome = { type: 'submit', page: 'welcome', answers: {} } as WizardEvent;

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore({ path: ':memory:', report: (error) => expect.unreachable(String(error)) });
});
afterEach(() => store.close());

describe('Steps', () => {
  it('tell of each that was taken, and of the one that ended an installation', async () => {
    const steps = stepsWith();
    const told: unknown[] = [];
    steps.events.on('stepped', (id, { revision }) => told.push(['stepped', id, revision]));
    steps.events.on('ended', (id) => told.push(['ended', id]));
    const { id } = (await steps.begin({ mode: 'rehearsal' }, ann)).row;
    await steps.take(id, () => ({ ...ann, event: welcome }));
    await steps.take(id, () => ({ ...ann, event: { type: 'cancel' } }));
    expect(told).toEqual([
      ['stepped', id, 0],
      ['stepped', id, 1],
      ['stepped', id, 2],
      ['ended', id],
    ]);
  });

  it('tell nothing of one that was not taken', async () => {
    const steps = stepsWith();
    const { id } = (await steps.begin({ mode: 'rehearsal' }, ann)).row;
    const answering = { scope: id, key: 'k', digest: 'd' };
    await steps.take(id, () => ({ ...ann, answering, event: welcome }));
    let told = 0;
    steps.events.on('stepped', () => told++);
    const license = { type: 'submit', page: 'licenseAgreement', answers: answersFor('C')['licenseAgreement'] };
    await expect(steps.take(id, () => ({ ...ann, answering, event: license as WizardEvent }))).rejects.toThrow('made before');
    expect(told).toBe(0);
  });
});

describe('A walk', () => {
  it('goes on from each step as its autopilot says, for whom it says, until that has nothing more', async () => {
    const next: Autopilot['next'] = (snapshot, walk) =>
      walk && snapshot.can(welcome) ? { event: welcome, who: 'bob' } : undefined;
    const steps = stepsWith({ autopilot: { keep: (_, walk) => walk, next } });
    const begun = await steps.begin({ mode: 'rehearsal' }, ann);
    const { id } = begun.row;
    const replay: WizardEvent = { type: 'replay', answers: {} };
    const after = await steps.take(id, () => ({ ...ann, event: replay, walk: 'a walk' }));
    expect([after.row.page, after.walk]).toEqual(['licenseAgreement', 'a walk']);
    expect((await store.history(id)).map(({ who, event }) => [who, event.type])).toEqual([
      ['ann', 'begin'],
      ['ann', 'replay'],
      ['bob', 'submit'],
    ]);
  });

  it('ends where its next step is refused, and that is reported with the installation that it is of', async () => {
    const reported: unknown[] = [];
    const autopilot: Autopilot = { keep: (_, walk) => walk, next: () => ({ event: { type: 'back' }, who: 'bob' }) };
    const steps = stepsWith({ autopilot, report: (error, about) => reported.push([String(error), about]) });
    const { id } = (await steps.begin({ mode: 'rehearsal' }, ann)).row;
    expect(reported).toEqual([[expect.stringContaining('welcome'), { installation: id, call: 'walk' }]]);
  });

  it('that was cut off is kept as the autopilot has it now, where that is another', async () => {
    const { id } = (await stepsWith().begin({ mode: 'rehearsal' }, ann)).row;
    await store.saveWalk(id, 1, 'a walk');
    const saved: unknown[] = [];
    const watching = storeWith(store, {
      saveWalk: (...args) => {
        saved.push(args);
        return store.saveWalk(...args);
      },
    });
    await stepsWith({ store: watching, autopilot: { keep: (_, walk) => walk, next: () => undefined } }).resumeWalk(id);
    expect(saved).toEqual([]);
    await stepsWith({ store: watching, autopilot: { keep: () => 'stopped', next: () => undefined } }).resumeWalk(id);
    expect(saved).toEqual([[id, 1, 'stopped']]);
    expect((await store.load(id))?.walk).toBe('stopped');
  });
});

function stepsWith(settings: Partial<HostSettings> = {}): Steps {
  const used = settings.store ?? store;
  const servicesFor = () => expect.unreachable('No service is called.');
  const report = (error: unknown) => expect.unreachable(String(error));
  return new Steps(
    { store: used, masterKey, servicesFor, installsHere: true, report, ...settings },
    new Secrets(used, masterKey),
  );
}
