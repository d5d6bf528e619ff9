import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Services } from '../../machines/ports/services.ts';
import type { HostSettings } from '../../server/host/hostSettings.ts';
import { Installations } from '../../server/host/installations.ts';
import type { LoadedInstallation } from '../../server/host/loadedInstallation.ts';
import { Repeated } from '../../server/host/repeated.ts';
import type { Settle } from '../../server/host/settleEvent.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { Store } from '../../server/store/store.ts';
import { answersFor } from '../answers.ts';
import { storeWith } from '../store/storeWith.ts';

const masterKey = Buffer.alloc(32, 3);
const everything = answersFor('C');
const ann = { who: 'ann' };

let store: Store;
let installations: Installations;
let hosts: Installations[];
/** The calls that were made, by the names of their services. */
let made: string[];
beforeEach(async () => {
  hosts = [];
  made = [];
  store = await openSqliteStore({ path: ':memory:', report: fail });
  installations = hosted();
});
afterEach(async () => {
  for (const host of hosts) await host.close();
  await store.close();
});

describe('An installation that is begun', () => {
  it('has no package, and nobody else runs its installer, where nothing is said of that', async () => {
    const { snapshot, row } = await begun();
    expect(snapshot.context).toMatchObject({ package: null, runsElsewhere: false });
    expect(row).toMatchObject({ name: null, runner: null, mode: 'rehearsal', revision: 1 });
  });

  it('has its package, and the runner that it was given to', async () => {
    const { snapshot, row } = await installations.begin({ mode: 'live', package: 'D:\\MIM', runner: 'one' }, ann);
    expect([snapshot.context.package, row.runner]).toEqual(['D:\\MIM', 'one']);
  });

  it('has its installer run elsewhere where it is live, the installer cannot run here, and no runner is there for it', async () => {
    const elsewhere = hosted({ installsHere: false });
    const isElsewhere = async (about: { mode: 'live' | 'rehearsal'; runner?: string }) =>
      (await elsewhere.begin(about, ann)).snapshot.context.runsElsewhere;
    expect(await isElsewhere({ mode: 'live' })).toBe(true);
    expect(await isElsewhere({ mode: 'live', runner: 'one' })).toBe(false);
    expect(await isElsewhere({ mode: 'rehearsal' })).toBe(false);
  });

  it('is begun once by requests with the same key', async () => {
    const answering = { scope: 'begin', key: 'k', digest: 'd' };
    await installations.begin({ mode: 'rehearsal' }, { ...ann, answering });
    await expect(installations.begin({ mode: 'rehearsal' }, { ...ann, answering })).rejects.toThrow(Repeated);
    expect(await installations.list(10)).toHaveLength(1);
  });
});

describe('A step', () => {
  it('is taken once by requests with the same key, and what its answer is to be is kept with it', async () => {
    const { id } = (await begun()).row;
    const answering = { scope: id, key: 'k', digest: 'd' };
    await installations.send(id, submitted('welcome'), { ...ann, answering });
    expect((await installations.answered(id, 'k'))?.answer).toBeUndefined();
    await installations.saveAnswer(id, 'k', { status: 200, body: '{}', location: null });
    expect((await installations.answered(id, 'k'))?.answer).toMatchObject({ status: 200, body: '{}' });
    const again = installations.send(id, submitted('licenseAgreement'), { ...ann, answering });
    await expect(again).rejects.toThrow(Repeated);
    expect((await installations.find(id)).revision).toBe(2);
  });

  it('is refused where the state does not take its event, and changes nothing', async () => {
    const { id } = (await begun()).row;
    await expect(installations.send(id, { type: 'back' }, ann)).rejects.toMatchObject({ code: 'not-now' });
    expect((await installations.find(id)).revision).toBe(1);
  });

  it('seals nothing for an installation that has ended: its key is destroyed', async () => {
    const { id } = (await begun()).row;
    await installations.send(id, { type: 'cancel' }, ann);
    const sealing = installations.step(id, async (_now, seal) => {
      await seal();
      throw new Error('It was sealed.');
    });
    await expect(sealing).rejects.toMatchObject({ code: 'not-now' });
  });

  it('is heard of by whoever listens', async () => {
    const { id } = (await begun()).row;
    const heard: unknown[] = [];
    const end = installations.listen((news) => heard.push(news));
    await installations.send(id, submitted('welcome'), ann);
    end();
    await installations.send(id, { type: 'back' }, ann);
    expect(heard).toEqual([{ type: 'moved', id, revision: 2 }]);
  });
});

describe('An installation that is given to a runner', () => {
  it('is so by a step that says who did it and to whom, and nothing else changes', async () => {
    const { row, kept } = await begun();
    const given = await installations.assign(row.id, 'one', ann);
    expect(given.row).toEqual({ ...row, runner: 'one', revision: 2, updatedAt: expect.any(String) });
    expect(given.kept).toEqual(kept);
    const [, entry] = await installations.history(row.id);
    expect(entry).toMatchObject({ who: 'ann', event: { type: 'assign', runner: 'one' }, from: 'welcome', to: 'welcome' });
    expect((await installations.find(row.id)).runner).toBe('one');
  });

  it('is not where another revision was meant', async () => {
    const { id } = (await begun()).row;
    const seen: number[] = [];
    const expectOther = async ({ row }: LoadedInstallation) => {
      seen.push(row.revision);
      throw new Error('stale');
    };
    await expect(installations.assign(id, 'one', { ...ann, expect: expectOther })).rejects.toThrow('stale');
    expect(seen).toEqual([1]);
    expect((await installations.find(id)).runner).toBeNull();
  });

  it('is so once by requests with the same key', async () => {
    const { id } = (await begun()).row;
    const answering = { scope: id, key: 'k', digest: 'd' };
    await installations.assign(id, 'one', { ...ann, answering });
    await expect(installations.assign(id, 'two', { ...ann, answering })).rejects.toThrow(Repeated);
    expect((await installations.find(id)).runner).toBe('one');
  });

  it('waits for its calls there, and no longer where it was', async () => {
    const { id } = await signingIn();
    await installations.assign(id, 'one', ann);
    installations.start();
    await installations.takenUp;
    expect(made).toEqual([]);
    const working = installations.workAt('one');
    await expect.poll(() => made).toEqual(['checkPage']);
    await working.stop();
  });

  it('has its installer run there, where it could not be run here', async () => {
    const elsewhere = hosted({ installsHere: false });
    const { id } = (await elsewhere.begin({ mode: 'live' }, ann)).row;
    expect((await elsewhere.assign(id, 'one', ann)).snapshot.context.runsElsewhere).toBe(false);
    expect((await elsewhere.assign(id, null, ann)).snapshot.context.runsElsewhere).toBe(true);
  });
});

describe('What an installation waits for', () => {
  it.each([{ places: [] }, { places: ['here'] }])('is made from the start on, anywhere and at places: %j', async ({ places }) => {
    const { id } = await signingIn();
    if (places.length > 0) await installations.assign(id, 'here', ann);
    const host = hosted({ places });
    host.start();
    await expect.poll(() => made).toEqual(['checkPage']);
  });

  it('counts no more once nobody waits for it: its outcome is dropped', async () => {
    const { id } = (await begun()).row;
    const effect = { id: 'signIn', service: 'checkPage', input: {} } as const;
    const unasked = { installation: id, id: 'signIn', revision: 1, effect, claim: 'c', again: false };
    const makings: Promise<void>[] = [];
    const work: Store['work'] = (worker) => {
      makings.push(worker.make(unasked, new AbortController().signal));
      return { stop: async () => {} };
    };
    const services = { checkPage: async () => [] } as unknown as Services;
    const host = hosted({ store: storeWith(store, { work }), servicesFor: () => services });
    host.start();
    await Promise.all(makings);
    expect(makings).toHaveLength(1);
    expect((await installations.find(id)).revision).toBe(1);
  });
});

describe('The secrets of an installation', () => {
  it('are told for redacting, and no more once it has ended', async () => {
    const { id } = (await begun()).row;
    const sealed = await installations.step(id, async (_now, seal) => {
      const one = (await seal())('a secret text');
      const event = { type: 'submit', page: 'welcome', answers: { secret: one.ref } } as unknown as WizardEvent;
      return { ...ann, event, sealed: [one.sealed] };
    });
    expect(await installations.secretsOf(sealed)).toEqual(['a secret text']);
  });
});

describe('What was settled', () => {
  const product = { productName: 'MIM', productCode: '{1}', productVersion: '4.6' };
  const event = { type: 'settle', name: 'cloud.cloud', settlement: { property: 'AZURE_CLOUD' } } as unknown as WizardEvent;

  it('for all that use a package is kept for the package that the installation has', async () => {
    const now = await begun();
    const { context } = now.snapshot;
    const known = {
      ...now,
      snapshot: { ...now.snapshot, context: { ...context, packageAsks: product } },
    } as unknown as typeof now;
    await installations.keepForPackage(known, { for: 'package' } as Settle, event);
    expect(await store.meta('settled {1} 4.6 cloud.cloud')).toBe('{"property":"AZURE_CLOUD"}');
  });
});

describe('The journal of an installation that there is not', () => {
  it('is not found', async () => {
    await expect(installations.sealedJournal('none')).rejects.toMatchObject({ code: 'not-found' });
    await expect(installations.find('none')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('A host that is about to stop', () => {
  it('says so, and tells whoever waits', () => {
    let told = 0;
    installations.events.on('stopping', () => told++);
    expect(installations.isStopping).toBe(false);
    installations.endWaits();
    expect([installations.isStopping, told]).toEqual([true, 1]);
  });
});

/** A host over the store whose calls never end by themselves. */
function hosted(settings: Partial<HostSettings> = {}): Installations {
  const never = (_input: unknown, { signal }: { readonly signal: AbortSignal }) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const host = new Installations({
    store,
    masterKey,
    servicesFor: () => answering({}, never),
    installsHere: true,
    placeOf: (_effect, { runner }) => runner,
    report: fail,
    ...settings,
  });
  hosts.push(host);
  return host;
}

/** Services that are noted as they are called. */
function answering(some: Partial<Services>, others?: unknown): Services {
  return new Proxy(some as Services, {
    get(target, name) {
      if (name === 'then') return undefined;
      made.push(String(name));
      return target[name as keyof Services] ?? others;
    },
  });
}

function begun() {
  return installations.begin({ mode: 'rehearsal' }, ann);
}

/** At its first call: a user signs in. */
async function signingIn(): Promise<{ readonly id: string }> {
  const { id } = (await begun()).row;
  for (const page of ['welcome', 'licenseAgreement', 'cloud', 'signIn']) await installations.send(id, submitted(page), ann);
  return { id };
}

function submitted(page: string): WizardEvent {
  return { type: 'submit', page, answers: everything[page] ?? {} } as unknown as WizardEvent;
}

function fail(error: unknown): void {
  expect.unreachable(String(error));
}
