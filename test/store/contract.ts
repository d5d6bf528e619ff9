import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Claimed } from '../../server/store/effects.ts';
import type { News } from '../../server/store/news.ts';
import type { StoredRecord } from '../../server/store/records.ts';
import type { Saved } from '../../server/store/rows.ts';
import type { Step } from '../../server/store/step.ts';
import type { Store } from '../../server/store/store.ts';
import { StoreNotEmpty } from '../../server/store/unavailable.ts';
import { eventually } from './eventually.ts';
import { firstStep, nextStep, timeAt } from './steps.ts';

/** A storage of a test's own. */
export interface Storage extends AsyncDisposable {
  /** Opens what is there, in the place of a process that has closed it. */
  open(): Promise<Store>;
  /** Changes what is stored behind everybody's back. */
  change(sql: string): Promise<void>;
}

/** What every store promises; see `server/store/store.ts`. */
export function keepsTheContract(create: () => Promise<Storage>): void {
  const withStore = (use: (store: Store, storage: Storage) => Promise<void>) => async () => {
    await using storage = await create();
    const store = await storage.open();
    try {
      await use(store, storage);
    } finally {
      await store.close();
    }
  };

  describe('A runner', () => {
    it(
      'is enrolled by its code once, while that is good, and is known by its token until it is removed',
      withStore(async ({ runners }) => {
        await runners.offer('mim01', 'code', timeAt(60));
        expect(await runners.byCode('code', timeAt(0))).toMatchObject({ name: 'mim01', enrolledAt: null });
        expect(await runners.byCode('code', timeAt(60))).toBeUndefined();
        expect(await runners.enrol('mim01', 'code', 'token', timeAt(61))).toBe(false);
        expect(await runners.enrol('mim02', 'code', 'token', timeAt(1))).toBe(false);
        expect(await runners.enrol('mim01', 'code', 'token', timeAt(1))).toBe(true);
        expect(await runners.enrol('mim01', 'code', 'other', timeAt(1))).toBe(false);
        expect(await runners.byToken('token')).toMatchObject({ name: 'mim01', enrolledAt: timeAt(1), codeExpires: null });
        await runners.offer('mim01', 'anew', timeAt(120));
        expect(await runners.byToken('token')).toMatchObject({ name: 'mim01', codeExpires: timeAt(120) });
        expect(await runners.remove('mim01')).toBe(true);
        expect(await runners.remove('mim01')).toBe(false);
        expect(await runners.byToken('token')).toBeUndefined();
        expect(await runners.list()).toEqual([]);
      }),
    );

    it(
      'has one connection that counts: the last; what an earlier one says of it changes nothing',
      withStore(async ({ runners }) => {
        await runners.offer('mim01', 'code', timeAt(60));
        await runners.enrol('mim01', 'code', 'token', timeAt(0));
        expect(await runners.connected('mim01', 'stolen', 'first', timeAt(1), '{}')).toBe(false);
        expect(await runners.connected('mim01', 'token', 'first', timeAt(1), '{}')).toBe(true);
        expect(await runners.connected('mim01', 'token', 'second', timeAt(2), '{}')).toBe(true);
        expect(await runners.seen('mim01', 'first', timeAt(3))).toBe(false);
        await runners.left('mim01', 'first');
        expect(await runners.seen('mim01', 'second', timeAt(4))).toBe(true);
        expect(await runners.find('mim01')).toMatchObject({ connection: 'second', seenAt: timeAt(4) });
        await runners.left('mim01', 'second');
        expect(await runners.find('mim01')).toMatchObject({ connection: null, seenAt: timeAt(4) });
      }),
    );

    it(
      'is told what waits for its place, and the installation that was given to it keeps its name',
      withStore(async (store) => {
        const call = { id: 'database', service: 'checkPage', input: {}, place: 'runner:mim01' } as const;
        const step = firstStep({ started: [call] });
        await store.commit({ ...step, row: { ...step.row, runner: 'mim01' } });
        expect(await store.runners.callsAtPlaces()).toEqual([
          { installation: step.id, service: 'checkPage', place: 'runner:mim01' },
        ]);
        const saved = (await store.load(step.id))!;
        expect(saved.runner).toBe('mim01');
        await store.commit(nextStep(saved, { row: { runner: null } }));
        expect((await store.list(1))[0]?.runner).toBeNull();
      }),
    );
  });

  describe('A step', () => {
    it(
      'is what a load gives, once it is taken, and still after the store was opened again',
      withStore(async (store, storage) => {
        const step = firstStep({ walk: '{"pages":[]}' });
        expect(await store.commit(step)).toBe('taken');
        const saved = await store.load(step.id);
        expect(saved).toEqual({
          ...step.row,
          runner: null,
          id: step.id,
          createdAt: step.at,
          updatedAt: step.at,
          who: 'local',
          revision: 1,
          kept: step.kept,
          walk: step.walk,
          link: null,
        });
        await store.close();
        const again = await storage.open();
        expect(await again.load(step.id)).toEqual(saved);
        expect(await again.revision(step.id)).toBe(1);
        await again.close();
      }),
    );

    it(
      'from a revision that is past is overtaken, and changes nothing',
      withStore(async (store) => {
        const saved = await begun(store);
        await move(store, saved.id);
        const late = nextStep(saved, { row: { status: 'ready' }, started: [effect('checkPage')] });
        expect(await store.commit(late)).toBe('overtaken');
        expect((await store.load(saved.id))?.revision).toBe(2);
        expect(await store.waiting(saved.id)).toEqual([]);
        expect(await store.history(saved.id)).toHaveLength(2);
        expect(await store.commit(nextStep({ ...saved, id: randomUUID() }))).toBe('overtaken');
      }),
    );

    it(
      'is taken once of many that are computed from the same revision',
      withStore(async (store) => {
        const saved = await begun(store);
        const told = await Promise.all(Array.from({ length: 20 }, () => store.commit(nextStep(saved))));
        expect(told.filter((one) => one === 'taken')).toHaveLength(1);
        expect(told.filter((one) => one === 'overtaken')).toHaveLength(19);
        expect((await store.load(saved.id))?.revision).toBe(2);
      }),
    );

    it(
      'of each of many installations is taken at the same time',
      withStore(async (store) => {
        const all = await Promise.all(Array.from({ length: 100 }, () => begun(store)));
        expect(await Promise.all(all.map((saved) => store.commit(nextStep(saved))))).toEqual(all.map(() => 'taken'));
        const now = await Promise.all(all.map(({ id }) => store.load(id)));
        expect(now.map((saved) => saved?.revision)).toEqual(all.map(() => 2));
      }),
    );

    it(
      'that cannot be written spoils none of those that come with it',
      withStore(async (store) => {
        const saved = await begun(store);
        const twice = { id: 'secret', sealed: Buffer.from('x') };
        const bad = firstStep({ newKey: Buffer.from('k'), sealed: [twice, twice] });
        const told = await Promise.allSettled([store.commit(nextStep(saved)), store.commit(bad), store.commit(firstStep())]);
        expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(await store.load(bad.id)).toBeUndefined();
      }),
    );

    it(
      'counts with those that are committed with it, or not at all',
      withStore(async (store) => {
        const first = firstStep();
        const second = nextStep({ ...savedAs(first), revision: 1 }, { walk: '{}' });
        expect(await store.commit(first, second)).toBe('taken');
        expect(await store.load(first.id)).toMatchObject({ revision: 2, walk: '{}' });
        const other = firstStep();
        expect(await store.commit(other, second)).toBe('overtaken');
        expect(await store.load(other.id)).toBeUndefined();
      }),
    );

    it(
      'of the service leaves whoever moved the installation last',
      withStore(async (store) => {
        const saved = await begun(store);
        await store.commit(nextStep(saved, { who: 'anna' }));
        await move(store, saved.id, { who: 'mim-setup' });
        expect((await store.load(saved.id))?.who).toBe('anna');
        expect((await store.history(saved.id)).map(({ who }) => who)).toEqual(['local', 'anna', 'mim-setup']);
      }),
    );

    it(
      'keeps whatever text JSON can hold',
      withStore(async (store, storage) => {
        const saved = await begun(store);
        const texts = ['\u0000', '\ud800', '"\\\n', 'ä😀', '\u202e', "'; drop table installation; --", '__proto__'];
        const kept = { ...saved.kept!, context: { ...saved.kept!.context, proposals: { cloud: { texts } } } };
        await store.commit(nextStep(saved, { kept: kept as unknown as Step['kept'], event: { type: 'x', texts } }));
        await store.close();
        const again = await storage.open();
        expect((await again.load(saved.id))?.kept).toEqual(kept);
        expect((await again.journal(saved.id)).at(-1)).toMatchObject({ kept, event: { type: 'x', texts } });
        await again.close();
      }),
    );

    it(
      'keeps its walk as it says, and a walk is saved at its revision alone',
      withStore(async (store) => {
        const saved = await begun(store);
        expect(await store.saveWalk(saved.id, 1, '{"a":1}')).toBe(true);
        expect((await store.load(saved.id))?.walk).toBe('{"a":1}');
        expect(await store.saveWalk(saved.id, 2, null)).toBe(false);
        expect((await store.load(saved.id))?.walk).toBe('{"a":1}');
      }),
    );
  });

  describe('The journal', () => {
    it(
      'has each revision with the state that it led to, read in pages from any place',
      withStore(async (store, storage) => {
        const states = [];
        let saved = await begun(store);
        states.push(saved.kept);
        for (let count = 1; count < 75; count++) {
          saved = await move(store, saved.id, count === 40 ? { before: undefined } : {});
          states.push(saved.kept);
        }
        await store.close();
        const again = await storage.open();
        expect((await again.journal(saved.id)).map(({ kept }) => kept)).toEqual(states);
        for (const after of [0, 1, 30, 31, 32, 33, 40, 72, 73, 74, 75]) {
          const page = await again.journal(saved.id, after, 3);
          expect(page.map(({ revision }) => revision)).toEqual(
            [after + 1, after + 2, after + 3].filter((revision) => revision <= 75),
          );
          expect(page.map(({ kept }) => kept)).toEqual(states.slice(after, after + 3));
        }
        await again.load(saved.id);
        expect((await again.journal(saved.id, 74, 1)).map(({ kept }) => kept)).toEqual([saved.kept]);
        expect((await again.history(saved.id, 73)).map(({ event }) => event)).toEqual([
          { type: 'acknowledge', number: 73 },
          { type: 'acknowledge', number: 74 },
        ]);
        await again.close();
      }),
    );

    it(
      'keeps what a step has changed, not the whole state each time',
      withStore(async (store) => {
        const bulk = Array.from({ length: 200 }, (_, number) => ({ code: 'damaged' as const, message: `Problem ${number}` }));
        const first = firstStep();
        const kept = { ...first.kept, context: { ...first.kept.context, problems: bulk } };
        await store.commit({ ...first, kept });
        for (let count = 0; count < 100; count++) await move(store, first.id);
        const size = (await all(store.records()))
          .filter(({ table }) => table === 'journal')
          .map(({ row }) => JSON.stringify(row));
        expect(size.join('').length).toBeLessThan(10 * JSON.stringify(kept).length);
        expect((await store.journal(first.id, 50, 1))[0]?.kept.context.problems).toEqual(bulk);
      }),
    );
  });

  describe('A list', () => {
    it(
      'has the newest first, in parts, of all or of one status',
      withStore(async (store) => {
        const statuses = ['asking', 'ready', 'asking', 'finished', 'asking'];
        const steps = statuses.map((status, second) => firstStep({ at: timeAt(second), row: { ...firstStep().row, status } }));
        for (const step of steps) await store.commit(step);
        const ids = steps.map(({ id }) => id).toReversed();
        const list = await store.list(10);
        expect(list.map(({ id }) => id)).toEqual(ids);
        expect(list[0]).not.toHaveProperty('kept');
        const part = await store.list(2);
        expect((await store.list(10, undefined, part[1])).map(({ id }) => id)).toEqual(ids.slice(2));
        const asking = await store.list(2, 'asking');
        expect(asking.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
        expect((await store.list(2, 'asking', asking[1])).map(({ id }) => id)).toEqual([ids[4]]);
        expect(await store.list(2, 'cancelled')).toEqual([]);
      }),
    );

    it(
      'of two that began in the same moment has each once',
      withStore(async (store) => {
        for (let count = 0; count < 5; count++) await store.commit(firstStep());
        const [first, second] = await store.list(2);
        const rest = await store.list(10, undefined, second);
        expect(new Set([first, second, ...rest].map((row) => row!.id)).size).toBe(5);
      }),
    );

    it(
      'of those to move over, or with a walk under way, comes in the order of their ids, without those that have ended',
      withStore(async (store) => {
        const row = firstStep().row;
        const old = [firstStep(), firstStep(), firstStep()].map((step) => ({ ...step, row: { ...row, chart: 'older' } }));
        const walking = [firstStep({ walk: '{}' }), firstStep({ walk: '{}' })];
        const ended = firstStep({ walk: '{}', row: { ...row, status: 'finished', chart: 'older' } });
        for (const step of [...old, ...walking, ended]) await store.commit(step);
        const ids = old.map(({ id }) => id).sort();
        expect(await store.outdated('a', 2)).toEqual(ids.slice(0, 2));
        expect(await store.outdated('a', 2, ids[1])).toEqual(ids.slice(2));
        expect(await store.walking(10)).toEqual(walking.map(({ id }) => id).sort());
      }),
    );

    it(
      'of walks under way comes in the order in which they were moved last, from any of them on',
      withStore(async (store) => {
        for (const id of ['c', 'a', 'b']) await store.commit(firstStep({ id, walk: '{}', at: timeAt(5) }));
        await store.commit(firstStep({ id: 'without a walk', at: timeAt(6) }));
        await store.commit(nextStep((await store.load('a'))!, { at: timeAt(9), walk: '{}' }));
        const walks = [
          { id: 'b', revision: 1, updatedAt: timeAt(5) },
          { id: 'c', revision: 1, updatedAt: timeAt(5) },
          { id: 'a', revision: 2, updatedAt: timeAt(9) },
        ];
        expect(await store.walkedOn(2, { updatedAt: timeAt(1), id: '' })).toEqual(walks.slice(0, 2));
        expect(await store.walkedOn(2, walks[1]!)).toEqual(walks.slice(2));
      }),
    );
  });

  it(
    'The counts follow every step and deletion',
    withStore(async (store) => {
      const saved = await begun(store);
      await begun(store);
      expect(await counts(store)).toEqual({ asking: 2 });
      await store.commit(nextStep(saved, { row: { status: 'cancelled' } }));
      await eventually(async () => expect(await counts(store)).toEqual({ asking: 1, cancelled: 1 }));
      await store.delete(saved.id);
      await eventually(async () => expect(await counts(store)).toEqual({ asking: 1 }));
    }),
  );

  describe('A secret', () => {
    it(
      'is kept with its step and destroyed with one, or with all others when the installation ends',
      withStore(async (store) => {
        const sealed = ['a', 'b', 'c'].map((id) => ({ id, sealed: Buffer.from(`sealed ${id}`) }));
        const first = firstStep({ newKey: Buffer.from('wrapped'), sealed });
        await store.commit(first);
        expect(Buffer.from((await store.dataKey(first.id))!).toString()).toBe('wrapped');
        const kept = await store.sealed(first.id, ['a', 'c', 'other']);
        expect([...kept].map(([id, bytes]) => [id, Buffer.from(bytes).toString()])).toEqual([
          ['a', 'sealed a'],
          ['c', 'sealed c'],
        ]);
        await move(store, first.id, { destroyed: ['a'] });
        expect([...(await store.sealed(first.id, ['a', 'b', 'c'])).keys()].sort()).toEqual(['b', 'c']);
        await move(store, first.id, { forget: true, row: { status: 'finished' } });
        expect((await store.sealed(first.id, ['b', 'c'])).size).toBe(0);
        expect(await store.dataKey(first.id)).toBeUndefined();
      }),
    );
  });

  describe('A request with a key', () => {
    it(
      'is remembered with its step, and answered once',
      withStore(async (store) => {
        const answering = { scope: 's', key: 'k', digest: 'd' };
        const saved = await begun(store, { answering });
        expect(await store.answered('s', 'k')).toEqual({
          digest: 'd',
          installation: saved.id,
          revision: 1,
          answer: undefined,
        });
        expect(await store.commit(nextStep(saved, { answering }))).toBe('repeated');
        expect((await store.load(saved.id))?.revision).toBe(1);
        const answer = { status: 201, body: '{"revision":1}', location: '/x' };
        await store.saveAnswer('s', 'k', answer);
        expect((await store.answered('s', 'k'))?.answer).toEqual(answer);
        expect(await store.answered('other', 'k')).toBeUndefined();
      }),
    );

    it(
      'is taken once of many that come at the same time, for whichever installation',
      withStore(async (store) => {
        const answering = { scope: 's', key: 'k', digest: 'd' };
        const told = await Promise.all(Array.from({ length: 10 }, () => store.commit(firstStep({ answering }))));
        expect(told.filter((one) => one === 'taken')).toHaveLength(1);
        expect(told.filter((one) => one === 'repeated')).toHaveLength(9);
        expect(await store.list(20)).toHaveLength(1);
      }),
    );

    it(
      'whose answer is known with the step needs no second writing; it goes with the installation, or after a while',
      withStore(async (store) => {
        const answer = { status: 200, body: null, location: null };
        const saved = await begun(store, { answering: { scope: 's', key: 'k', digest: 'd', answer } });
        expect(await store.answered('s', 'k')).toMatchObject({ answer, revision: 1 });
        const other = await begun(store, { answering: { scope: 's', key: 'old', digest: 'd' } });
        await store.delete(saved.id, { scope: 's', key: 'deleting', digest: 'e', answer: { ...answer, status: 204 } });
        expect(await store.answered('s', 'k')).toBeUndefined();
        expect((await store.answered('s', 'deleting'))?.answer?.status).toBe(204);
        expect(await store.forgetAnswers(timeAt(0))).toBe(0);
        expect(await store.forgetAnswers(timeAt(1))).toBe(1);
        expect(await store.answered('s', 'old')).toBeUndefined();
        expect(await store.load(other.id)).toBeDefined();
      }),
    );
  });

  it(
    'An installation that is deleted is gone with all that belongs to it, and heard of',
    withStore(async (store) => {
      const heard: News[] = [];
      const saved = await begun(store, { newKey: Buffer.from('k'), sealed: [{ id: 'a', sealed: Buffer.from('s') }] });
      await move(store, saved.id, { started: [effect('checkPage')] });
      store.listen((news) => heard.push(news));
      await store.delete(saved.id);
      expect(await store.load(saved.id)).toBeUndefined();
      expect(await store.revision(saved.id)).toBeUndefined();
      expect(await store.history(saved.id)).toEqual([]);
      expect(await store.waiting(saved.id)).toEqual([]);
      expect(await store.dataKey(saved.id)).toBeUndefined();
      await eventually(async () => expect(heard).toEqual([{ type: 'deleted', id: saved.id }]));
      const left = (await all(store.records())).filter(({ table }) => table !== 'meta');
      expect(left).toEqual([]);
    }),
  );

  describe('A call', () => {
    it(
      'that a step asks for is made, and its outcome ends it',
      withStore(async (store) => {
        const { made, working } = worker(store);
        const { id } = await begun(store);
        await move(store, id, { started: [{ ...effect('checkPage'), input: { page: 'cloud' } }] });
        const { claimed } = await made.next();
        expect(claimed).toMatchObject({ installation: id, id: 'checkPage', revision: 2, again: false });
        expect(claimed.effect.input).toEqual({ page: 'cloud' });
        expect(await store.isWaitedFor(id, claimed)).toBe(true);
        expect(await store.commit(nextStep((await store.load(id))!, { ended: claimed }))).toBe('taken');
        expect(await store.waiting(id)).toEqual([]);
        expect(await store.isWaitedFor(id, claimed)).toBe(false);
        await working.stop();
      }),
    );

    it(
      'that a step calls off is aborted, and its outcome no longer counts; nor does that of an earlier asking',
      withStore(async (store) => {
        const { made, working } = worker(store);
        const { id } = await begun(store);
        await move(store, id, { started: [effect('checkPage')] });
        const first = await made.next();
        await move(store, id, { stopped: ['checkPage'], started: [effect('checkPage')] });
        await eventually(async () => expect(first.signal.aborted).toBe(true));
        const second = await made.next();
        expect(second.claimed.revision).toBe(3);
        expect(await store.commit(nextStep((await store.load(id))!, { ended: first.claimed }))).toBe('unasked');
        expect(await store.commit(nextStep((await store.load(id))!, { ended: second.claimed }))).toBe('taken');
        await working.stop();
      }),
    );

    it(
      'whose installation is deleted is aborted',
      withStore(async (store) => {
        const { made, working } = worker(store);
        const { id } = await begun(store);
        await move(store, id, { started: [effect('checkPage')] });
        const { signal } = await made.next();
        await store.delete(id);
        await eventually(async () => expect(signal.aborted).toBe(true));
        await working.stop();
      }),
    );

    it(
      'whose outcome meets another step is still waited for, and is taken from there',
      withStore(async (store) => {
        const { made, working } = worker(store);
        const { id } = await begun(store);
        const asked = await move(store, id, { started: [effect('checkPage')] });
        const { claimed } = await made.next();
        await move(store, id);
        expect(await store.commit(nextStep(asked, { ended: claimed }))).toBe('overtaken');
        expect(await store.isWaitedFor(id, claimed)).toBe(true);
        expect(await store.commit(nextStep((await store.load(id))!, { ended: claimed }))).toBe('taken');
        await working.stop();
      }),
    );

    it(
      'that fails without an outcome is made again',
      withStore(async (store) => {
        let tries = 0;
        const { id } = await begun(store);
        const working = store.work({
          place: null,
          async make(claimed) {
            tries += 1;
            if (tries < 3) throw new Error('It cannot be reached.');
            await store.commit(nextStep((await store.load(id))!, { ended: claimed }));
          },
        });
        await move(store, id, { started: [effect('checkPage')] });
        await eventually(async () => expect(await store.waiting(id)).toEqual([]));
        expect(tries).toBe(3);
        await working.stop();
      }),
    );

    it(
      'that was under way when the store was closed is taken up, and told as cut off',
      withStore(async (store, storage) => {
        const { made } = worker(store);
        const { id } = await begun(store);
        await move(store, id, { started: [effect('checkPage')] });
        const first = await made.next();
        await store.close();
        expect(first.signal.aborted).toBe(true);
        const again = await storage.open();
        const second = worker(again);
        const { claimed } = await second.made.next();
        expect(claimed).toMatchObject({ installation: id, id: 'checkPage', revision: 2, again: true });
        expect(await again.commit(nextStep((await again.load(id))!, { ended: claimed }))).toBe('taken');
        await again.close();
      }),
    );

    it(
      'is made at its place alone, and waits until somebody is there',
      withStore(async (store) => {
        const here = worker(store);
        const { id } = await begun(store);
        await move(store, id, { started: [{ ...effect('install'), place: 'mim01' }, effect('checkPage')] });
        expect((await here.made.next()).claimed.id).toBe('checkPage');
        expect((await store.waiting(id)).map((one) => one.id)).toEqual(['checkPage', 'install']);
        const there = worker(store, 'mim01');
        expect((await there.made.next()).claimed.id).toBe('install');
        expect(here.made.count).toBe(1);
        await here.working.stop();
        await there.working.stop();
      }),
    );

    it(
      'of hundreds that are kept is made once each',
      withStore(async (store) => {
        const ids = await Promise.all(
          Array.from({ length: 450 }, async () => {
            const step = firstStep({ started: [effect('checkPage')] });
            await store.commit(step);
            return step.id;
          }),
        );
        const made: string[] = [];
        const working = store.work({
          place: null,
          async make(claimed) {
            made.push(claimed.installation);
            await store.commit(nextStep((await store.load(claimed.installation))!, { ended: claimed }));
          },
        });
        await eventually(async () => expect(made.length).toBe(450));
        expect(new Set(made)).toEqual(new Set(ids));
        await working.stop();
      }),
    );
  });

  describe('News', () => {
    it(
      'of a step come when it can be read, to every listener that has not ended',
      withStore(async (store) => {
        const heard: News[] = [];
        const seen: (number | undefined)[] = [];
        const { id } = await begun(store);
        const end = store.listen((news) => {
          heard.push(news);
          void store.revision(id).then((revision) => seen.push(revision));
        });
        await move(store, id);
        await eventually(async () => expect(heard).toEqual([{ type: 'moved', id, revision: 2 }]));
        await eventually(async () => expect(seen).toEqual([2]));
        end();
        await move(store, id);
        expect(heard).toHaveLength(1);
      }),
    );

    it(
      'of a call are heard and remembered as long as it is being made, and no longer from one that was called off',
      withStore(async (store) => {
        const { made, working } = worker(store);
        const { id } = await begun(store);
        await move(store, id, { started: [effect('install')] });
        const { claimed } = await made.next();
        const heard: News[] = [];
        store.listen((news) => heard.push(news));
        const installer = { action: 'InstallFiles', phase: 'copying', percent: 10 };
        store.tell(claimed, { installer, log: ['a line', 'x'.repeat(20_000)] });
        store.tell(claimed, { installer: { ...installer, percent: 20 } });
        await eventually(async () => expect(heard).toHaveLength(2));
        expect(heard[0]).toEqual({
          type: 'progress',
          id,
          call: 'install',
          progress: { installer, log: ['a line', 'x'.repeat(20_000)] },
        });
        await eventually(async () => expect(await store.told(id)).toEqual({ installer: { ...installer, percent: 20 } }));
        expect((await store.load(id))?.revision).toBe(2);
        await store.commit(nextStep((await store.load(id))!, { ended: claimed }));
        await eventually(async () => expect(await store.told(id)).toBeUndefined());
        await working.stop();
      }),
    );
  });

  it(
    'A session that was ended is known as such until it would have ended by itself',
    withStore(async (store, storage) => {
      await store.endedSessions.add('one', '2026-01-02T00:00:00.000Z');
      await store.endedSessions.add('other', '2026-01-03T00:00:00.000Z');
      expect(await store.endedSessions.has('one')).toBe(true);
      expect(await store.endedSessions.has('another')).toBe(false);
      expect(await store.endedSessions.forget('2026-01-02T12:00:00.000Z')).toBe(1);
      await store.close();
      const again = await storage.open();
      expect([await again.endedSessions.has('one'), await again.endedSessions.has('other')]).toEqual([false, true]);
      await again.close();
    }),
  );

  it(
    'What is agreed on stays as it was first proposed',
    withStore(async (store, storage) => {
      expect(await store.meta('name')).toBeUndefined();
      expect(await store.agree('name', 'first')).toBe('first');
      expect(await store.agree('name', 'second')).toBe('first');
      await store.close();
      const again = await storage.open();
      expect(await again.meta('name')).toBe('first');
      await again.close();
    }),
  );

  it(
    'What is kept under a name is the last that was, and goes with a backup',
    withStore(async (store, storage) => {
      await store.keep('name', 'first');
      await store.keep('name', 'second');
      await store.keep('other', 'value');
      expect(await store.meta('name')).toBe('second');
      await store.close();
      const again = await storage.open();
      expect(await again.meta('name')).toBe('second');
      await again.close();
    }),
  );

  describe('Damage', () => {
    it(
      'of one is told when it is touched, and in lists and counts from then on, until it is whole again',
      withStore(async (store, storage) => {
        const bad = await begun(store);
        const good = await begun(store);
        await store.close();
        await storage.change(`update installation set kept = replace(kept, 'welcome', 'finished') where id = '${bad.id}'`);
        const again = await storage.open();
        expect(await again.load(bad.id)).toMatchObject({ id: bad.id, status: 'damaged', kept: undefined });
        await eventually(async () => expect((await again.list(10, 'damaged')).map(({ id }) => id)).toEqual([bad.id]));
        expect((await again.list(10, 'asking')).map(({ id }) => id)).toEqual([good.id]);
        await eventually(async () => expect(await counts(again)).toEqual({ asking: 1, damaged: 1 }));
        await again.close();
        await storage.change(`update installation set kept = replace(kept, 'finished', 'welcome') where id = '${bad.id}'`);
        const mended = await storage.open();
        expect((await mended.load(bad.id))?.status).toBe('asking');
        await eventually(async () => expect(await mended.list(10, 'damaged')).toEqual([]));
        await mended.close();
      }),
    );

    it(
      'is found in the background, by a look at all',
      withStore(async (store, storage) => {
        const ids = await Promise.all(Array.from({ length: 120 }, async () => (await begun(store)).id));
        await store.close();
        const bad = [ids[3]!, ids[77]!].sort();
        await storage.change(`update installation set digest = '' where id in ('${bad.join("', '")}')`);
        const again = await storage.open();
        expect(await again.lookForDamage(new AbortController().signal)).toEqual(bad);
        await eventually(async () => expect(await counts(again)).toEqual({ asking: 118, damaged: 2 }));
        await again.delete(bad[0]!);
        await eventually(async () => expect(await counts(again)).toEqual({ asking: 118, damaged: 1 }));
        await again.close();
      }),
    );

    it(
      'of the journal alone leaves the installation as it is',
      withStore(async (store, storage) => {
        const saved = await begun(store);
        await store.close();
        await storage.change("update journal set event = '{'");
        const again = await storage.open();
        expect((await again.load(saved.id))?.status).toBe('asking');
        await expect(again.history(saved.id)).rejects.toMatchObject({ code: 'damaged' });
        await again.close();
      }),
    );
  });

  it(
    'Everything can be carried over into another one that is empty, and no other',
    withStore(async (store) => {
      const answering = { scope: 's', key: 'k', digest: 'd' };
      const sealed = [{ id: 'a', sealed: Buffer.from([0, 1, 255]) }];
      const { id } = await begun(store, { answering, newKey: Buffer.from([7, 0]), sealed });
      for (let count = 0; count < 40; count++) await move(store, id);
      await move(store, id, { started: [{ ...effect('install'), place: 'mim01' }, effect('checkPage')], walk: '{}' });
      await begun(store);
      await store.agree('master key', 'mark');
      await using other = await create();
      const copy = await other.open();
      await copy.restore(store.records());
      expect(await copy.load(id)).toEqual(await store.load(id));
      expect(await copy.journal(id)).toEqual(await store.journal(id));
      expect(await copy.list(10)).toEqual(await store.list(10));
      expect(await copy.answered('s', 'k')).toEqual(await store.answered('s', 'k'));
      expect(await copy.meta('master key')).toBe('mark');
      expect(Buffer.from((await copy.sealed(id, ['a'])).get('a')!)).toEqual(sealed[0]!.sealed);
      expect(await copy.waiting(id)).toEqual(await store.waiting(id));
      const { made } = worker(copy);
      const { claimed } = await made.next();
      expect(claimed).toMatchObject({ installation: id, id: 'checkPage' });
      expect(await copy.commit(nextStep((await copy.load(id))!, { ended: claimed }))).toBe('taken');
      await expect(copy.restore(store.records())).rejects.toThrow(StoreNotEmpty);
      await copy.close();
    }),
  );

  it(
    'A copy is of one moment, however much is written meanwhile',
    withStore(async (store) => {
      for (let count = 0; count < 300; count++) await begun(store);
      let moved = 0;
      const records: StoredRecord[] = [];
      for await (const record of store.records()) {
        records.push(record);
        if (records.length % 20 === 0) {
          moved += 1;
          await begun(store);
        }
      }
      expect(moved).toBeGreaterThan(10);
      const of = (table: string) => records.filter((record) => record.table === table).map(({ row }) => row);
      expect(of('installation')).toHaveLength(300);
      expect(of('journal')).toHaveLength(300);
    }),
  );

  it(
    'It says that it is well',
    withStore(async (store) => {
      await expect(store.health()).resolves.toBeUndefined();
      await expect(store.health()).resolves.toBeUndefined();
    }),
  );
}

export function effect(service: Step['started'][number]['service']): Step['started'][number] {
  return { id: service, service, input: {} };
}

export async function begun(store: Store, parts: Partial<Step> = {}): Promise<Saved> {
  const step = firstStep(parts);
  expect(await store.commit(step)).toBe('taken');
  return (await store.load(step.id))!;
}

export async function move(store: Store, id: string, parts: Parameters<typeof nextStep>[1] = {}): Promise<Saved> {
  expect(await store.commit(nextStep((await store.load(id))!, parts))).toBe('taken');
  return (await store.load(id))!;
}

export interface Made {
  readonly claimed: Claimed;
  readonly signal: AbortSignal;
}

/** Makes calls that end only when they are aborted. */
export function worker(store: Store, place: string | null = null) {
  const made: Made[] = [];
  let taken = 0;
  const working = store.work({
    place,
    make: (claimed, signal) => {
      made.push({ claimed, signal });
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    },
  });
  return {
    working,
    made: {
      get count() {
        return made.length;
      },
      async next(within?: number): Promise<Made> {
        taken += 1;
        return await eventually(async () => {
          expect(made.length).toBeGreaterThanOrEqual(taken);
          return made[taken - 1]!;
        }, within);
      },
    },
  };
}

async function counts(store: Store): Promise<Record<string, number>> {
  return Object.fromEntries(await store.counts());
}

function savedAs({ id, row, at, kept }: Step): Saved {
  const first = { createdAt: at, updatedAt: at, revision: 1 };
  return { ...row, ...first, runner: row.runner ?? null, id, who: 'local', kept, walk: null, link: null };
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
