import { createSecretKey, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { linkOfUnsealed, sealedJournal } from '../../server/host/sealedJournal.ts';
import { newInstallationId } from '../../server/host/secrets/installationId.ts';
import type { Vouched } from '../../server/store/chain.ts';
import { digestOf } from '../../server/store/rows.ts';
import { beginning, linkOf, sealOf, sealStep } from '../../server/store/seal.ts';
import type { Store } from '../../server/store/store.ts';
import { begun, move, type Storage } from './contract.ts';
import { firstStep, nextStep } from './steps.ts';

const key = keyOf(1);

/** What becomes of a journal whose entries are sealed as they are written, in either engine. */
export function keepsItsSeals(create: () => Promise<Storage>): void {
  describe('A sealed journal', () => {
    it('is vouched for from its first entry on, over whole states and changes, however often it is opened', async () => {
      await using storage = await create();
      const store = await storage.open();
      const id = await walk(store, 34);
      expect(await sealsOf(store, id)).toEqual({ since: 1, broken: null });
      const other = await create();
      const copy = await other.open();
      await copy.restore(store.records());
      await goOn(copy, id, 3);
      expect(await sealsOf(copy, id)).toEqual({ since: 1, broken: null });
      await copy.close();
      await other[Symbol.asyncDispose]();
      await goOn(store, id, 3);
      await store.close();
      const again = await storage.open();
      expect(await sealsOf(again, id)).toEqual({ since: 1, broken: null });
      expect(await sealsOf(again, id, keyOf(2))).toEqual({ since: 1, broken: { entry: 1, reason: 'changed' } });
      await again.close();
    });

    it('tells each change in the database by the entry that it is of', async () => {
      await using storage = await create();
      const store = await storage.open();
      const other = await walk(store, 6);
      const ids = await Promise.all(changes.map(() => walk(store, 6)));
      const found: Found[] = [];
      for (const id of ids) found.push(await foundOf(store, id));
      await store.close();
      for (const [at, [, change]] of changes.entries()) await storage.change(change(ids[at]!, found[at]!, other));
      const again = await storage.open();
      for (const [at, [entry, change, reason]] of changes.entries())
        expect(await sealsOf(again, ids[at]!), String(change)).toEqual({ since: 1, broken: { entry, reason } });
      expect(await sealsOf(again, other)).toEqual({ since: 1, broken: null });
      await again.close();
    });

    it('tells that its installation went on from a state that was put there', async () => {
      await using storage = await create();
      const store = await storage.open();
      const id = await walk(store, 4);
      const { kept } = (await store.load(id))!;
      await store.close();
      const put = JSON.stringify({ ...kept, value: 'ready' });
      await storage.change(`update installation set kept = '${put}', digest = '${digestOf(put)}' where id = '${id}'`);
      const again = await storage.open();
      await goOn(again, id, 2);
      expect(await sealsOf(again, id)).toEqual({ since: 1, broken: { entry: 5, reason: 'changed' } });
      await again.close();
    });

    it('that begins behind entries of an earlier release covers those as they were found', async () => {
      await using storage = await create();
      const store = await storage.open();
      const ids: string[] = [];
      for (let count = 0; count < 3; count++) {
        const { id } = await begun(store);
        for (let steps = 1; steps < 4; steps++) await move(store, id);
        expect(await sealsOf(store, id)).toEqual({ since: null, broken: null });
        await goOn(store, id, 3);
        expect(await sealsOf(store, id)).toEqual({ since: 5, broken: null });
        ids.push(id);
      }
      await store.close();
      await storage.change(`update journal set who = 'mallory' where installation = '${ids[0]}' and revision = 2`);
      await storage.change(
        `update journal set kept = replace(kept, 'welcome', 'finished') where installation = '${ids[1]}' and revision = 1`,
      );
      await storage.change(`update journal set digest = null, seal = null where installation = '${ids[2]}' and revision = 5`);
      const again = await storage.open();
      for (const [id, since, entry] of [
        [ids[0], 5, 5],
        [ids[1], 5, 5],
        [ids[2], 6, 6],
      ] as const)
        expect(await sealsOf(again, id!)).toEqual({ since, broken: { entry, reason: 'changed' } });
      await again.close();
    });
  });
}

/** What somebody who reads the database has to forge with. */
interface Found {
  readonly row: { readonly seal: string; readonly digest: string };
  readonly earlier: { readonly kept: string; readonly seal: string; readonly digest: string };
  /** The seal of the fourth entry with another name in it, by a key that was made up. */
  readonly forged: string;
}

type Reason = NonNullable<Vouched['broken']>['reason'];
type Change = (id: string, found: Found, other: string) => string;

const journal = (id: string, revision: number) => `where installation = '${id}' and revision = ${revision}`;
const set =
  (what: string, revision: number): Change =>
  (id) =>
    `update journal set ${what} ${journal(id, revision)}`;

/** The entry that is named, what is done to the database, and what is told of it. Each installation has six entries. */
const changes: readonly (readonly [entry: number, change: Change, reason: Reason])[] = [
  [3, set("who = 'mallory'", 3), 'changed'],
  [3, set("at = '2026-01-01T00:00:00.001Z'", 3), 'changed'],
  [3, set('event = \'{"type":"acknowledge","number":7}\'', 3), 'changed'],
  [3, set("from_page = 'ready'", 3), 'changed'],
  [3, set('from_page = null', 3), 'changed'],
  [3, set("to_page = 'ready'", 3), 'changed'],
  [3, set("chart = 'b'", 3), 'changed'],
  [3, set('changed = \'{"in":{}}\'', 3), 'changed'],
  [3, set("kept = '{}'", 3), 'changed'],
  [3, set("digest = ''", 3), 'changed'],
  [1, set("kept = replace(kept, 'welcome', 'finished')", 1), 'changed'],
  [3, set('digest = null, seal = null', 3), 'unsealed'],
  [3, (id) => `delete from journal ${journal(id, 3)}`, 'missing'],
  [1, (id) => `delete from journal ${journal(id, 1)}`, 'missing'],
  [6, (id) => `delete from journal ${journal(id, 6)}`, 'missing'],
  [1, (id) => `delete from journal where installation = '${id}'`, 'missing'],
  // The newest one is cut off, and the installation is said to be where it was before.
  [5, (id) => `delete from journal ${journal(id, 6)}; update installation set revision = 5 where id = '${id}'`, 'state'],
  [
    5,
    (id, { earlier: { seal } }) =>
      `delete from journal ${journal(id, 6)}; update installation set revision = 5, seal = '${seal}' where id = '${id}'`,
    'state',
  ],
  // So it is with its state and all, but for the journal.
  [
    6,
    (id, { earlier: { kept, seal, digest } }) =>
      `update installation set revision = 5, kept = '${kept}', digest = '${digest}', seal = '${seal}' where id = '${id}'`,
    'ahead',
  ],
  // In another order.
  [
    3,
    (id) =>
      `update journal set revision = 99 ${journal(id, 3)}; update journal set revision = 3 ${journal(id, 4)}; update journal set revision = 4 ${journal(id, 99)}`,
    'changed',
  ],
  // Of another installation.
  [
    3,
    (id, _, other) =>
      `delete from journal ${journal(id, 3)}; insert into journal (installation, revision, at, who, event, from_page, to_page, kept, changed, chart, digest, seal) select '${id}', revision, at, who, event, from_page, to_page, kept, changed, chart, digest, seal from journal ${journal(other, 3)}`,
    'changed',
  ],
  // With a seal of somebody's own.
  [4, (id, { forged }) => `update journal set who = 'mallory', seal = '${forged}' ${journal(id, 4)}`, 'changed'],
  // One more, of which the installation knows.
  [
    7,
    (id, { row: { digest } }) =>
      `insert into journal (installation, revision, at, who, event, from_page, to_page, kept, changed, chart, digest, seal) select installation, 7, at, 'mallory', event, from_page, to_page, kept, changed, chart, digest, 'self-made' from journal ${journal(id, 6)}; update installation set revision = 7, seal = 'self-made', digest = '${digest}' where id = '${id}'`,
    'changed',
  ],
  [6, (id) => `update installation set seal = 'self-made' where id = '${id}'`, 'state'],
  [6, (id) => `update installation set seal = null where id = '${id}'`, 'state'],
  [6, (id) => `update installation set kept = '{}', digest = '${digestOf('{}')}' where id = '${id}'`, 'state'],
  [6, (id) => `update installation set kept = '{}' where id = '${id}'`, 'state'],
  // As though an earlier release had written it all.
  [
    1,
    (id) =>
      `update journal set digest = null, seal = null where installation = '${id}'; update installation set seal = null where id = '${id}'`,
    'unsealed',
  ],
];

/** A sealed installation with that many entries. */
async function walk(store: Store, entries: number): Promise<string> {
  const step = sealStep(firstStep({ id: newInstallationId(key) }), beginning, key);
  expect(await store.commit(step)).toBe('taken');
  expect((await store.load(step.id))?.link).toEqual(linkOf(step));
  await goOn(store, step.id, entries - 1);
  return step.id;
}

async function goOn(store: Store, id: string, steps: number): Promise<void> {
  for (let count = 0; count < steps; count++) {
    const saved = (await store.load(id))!;
    const link = saved.link ?? (await linkOfUnsealed(store, id, saved.revision));
    expect(await store.commit(sealStep(nextStep(saved), link, key))).toBe('taken');
  }
}

async function sealsOf(store: Store, id: string, by = key): Promise<Vouched | undefined> {
  return (await sealedJournal(store, by, id))?.seals;
}

async function foundOf(store: Store, id: string): Promise<Found> {
  const [third, fourth, fifth] = await store.entries(id, 2, 3);
  const [, , , , { kept } = { kept: undefined }] = await store.journal(id);
  const { link } = (await store.load(id))!;
  const forged = sealOf(keyOf(3), { seal: third!.seal!, digest: third!.digest! }, { ...fourth!, who: 'mallory' });
  return { row: link!, earlier: { kept: JSON.stringify(kept), seal: fifth!.seal!, digest: fifth!.digest! }, forged };
}

function keyOf(byte: number): KeyObject {
  return createSecretKey(Buffer.alloc(32, byte));
}
