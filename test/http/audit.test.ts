import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HistoryEntry } from '../../server/store/rows.ts';
import { faultsOf, vouchedFor } from '../../server/view/auditFaults.ts';
import { type AuditTrail, auditTrail, fingerprintOf, toAuditTrail } from '../../server/view/auditTrail.ts';
import { answersFor } from '../answers.ts';
import { mimSetupHere } from '../cli/here.ts';
import { type Served, serve } from './service.ts';
import before from './trailBeforeSeals.json' with { type: 'json' };

async function walked(served: Served): Promise<{ id: string; trail: AuditTrail }> {
  const { view } = await served.client.walk(await served.client.begin(), answersFor('E', ['service']));
  return { id: view.id, trail: await trailOf(served, view.id) };
}

async function trailOf({ client }: Served, id: string): Promise<AuditTrail> {
  const { status, body } = await client.request<AuditTrail>('GET', `/api/v1/installations/${id}/audit`);
  expect(status).toBe(200);
  return body;
}

/** Changes what is stored behind the back of the service. */
function change({ folder }: Served, sql: string): void {
  const database = new DatabaseSync(join(folder, 'mim-setup.db'));
  database.exec(sql);
  database.close();
}

describe('An audit trail', () => {
  it('tells who did what, is whole, and holds no secret', async () => {
    await using served = await serve();
    const { id, trail } = await walked(served);
    const { body: history } = await served.client.request<object[]>('GET', `/api/v1/installations/${id}/history`);
    expect(trail.entries.map(({ hash: _, ...entry }) => entry)).toEqual(history);
    expect(trail.seals).toEqual({ since: 1, broken: null });
    expect(faultsOf(trail)).toEqual([]);
    expect(vouchedFor(trail)).toBe('Each entry was sealed when it was written.');
    // However it was written down meanwhile.
    expect(faultsOf(auditTrail.parse(JSON.parse(JSON.stringify(trail, null, 4))))).toEqual([]);
    expect(JSON.stringify(trail)).not.toMatch(/Pass@word1|Sign@in1/);
  });

  it('shows every change of it', async () => {
    await using served = await serve();
    const { trail } = await walked(served);
    const changed: ((copy: { -readonly [Key in keyof AuditTrail]: AuditTrail[Key] }) => void)[] = [
      (copy) => Object.assign(copy.entries[3]!, { who: 'somebody else' }),
      (copy) => Object.assign(copy.entries[3]!, { at: '2020-01-01T00:00:00.000Z' }),
      (copy) => Object.assign(copy.entries[3]!.event, { more: true }),
      (copy) => copy.entries.splice(3, 1),
      (copy) => copy.entries.pop(),
      (copy) => copy.entries.reverse(),
      (copy) => copy.entries.push({ ...copy.entries.at(-1)!, revision: copy.entries.length + 1 }),
      (copy) => Object.assign(copy, { installation: crypto.randomUUID() }),
      (copy) => Object.assign(copy, { exportedAt: new Date(0).toISOString() }),
      (copy) => Object.assign(copy.seals!, { since: 2 }),
      (copy) => Object.assign(copy.seals!, { broken: { entry: 1, reason: 'changed' } }),
      (copy) => delete copy.seals,
      (copy) => Object.assign(copy, { signature: 'AAAA' }),
      (copy) => Object.assign(copy, { publicKey: 'AAAA' }),
    ];
    for (const change of changed) {
      const copy = structuredClone(trail);
      change(copy);
      expect(faultsOf(copy), String(change)).not.toEqual([]);
    }
  });

  it('that was made anew, and signed by another key, has another fingerprint', async () => {
    await using served = await serve();
    const { id, trail } = await walked(served);
    const { privateKey: key } = generateKeyPairSync('ed25519');
    const journal = { entries: trail.entries as unknown as HistoryEntry[], seals: { since: 1, broken: null } };
    const forged = await toAuditTrail(id, journal, { key, now: new Date() });
    expect(faultsOf(forged)).toEqual([]);
    expect(fingerprintOf(forged)).not.toBe(fingerprintOf(trail));
    expect(faultsOf(forged, trail)).toEqual(['The earlier trail was signed by another key.']);
  });

  it('shows, held against an earlier one, what was changed in the database meanwhile; and that nothing was', async () => {
    await using served = await serve();
    const { id, trail: earlier } = await walked(served);
    await served.client.event(id, { type: 'cancel' });
    const later = await trailOf(served, id);
    expect(later.entries.length).toBeGreaterThan(earlier.entries.length);
    expect(faultsOf(later, earlier)).toEqual([]);
    change(served, `update journal set who = 'somebody else' where installation = '${id}' and revision = 5`);
    const spoilt = await trailOf(served, id);
    expect(faultsOf(spoilt)).toEqual([expect.stringContaining('Entry 5 of the journal does not agree with its seal')]);
    expect(faultsOf(spoilt, earlier)).toEqual([
      expect.stringContaining('Entry 5 of the journal'),
      'Entry 5 was another one when the earlier trail was taken out.',
    ]);
  });

  it.each([
    ["update journal set who = 'somebody else' where revision = 5", 5, 'changed', 'does not agree with its seal'],
    ["update journal set at = '2020-01-01T00:00:00.000Z' where revision = 5", 5, 'changed', 'does not agree with its seal'],
    ['update journal set event = \'{"type":"cancel"}\' where revision = 5', 5, 'changed', 'does not agree with its seal'],
    ['delete from journal where revision = 5', 5, 'missing', 'Entry 5 of the journal is missing from the database.'],
    ['update journal set seal = null where revision = 5', 5, 'unsealed', 'has no seal'],
    ['update journal set seal = null; update installation set seal = null', 1, 'unsealed', 'has no seal'],
  ])('tells what was changed before it was taken out: %s', async (sql, entry, reason, told) => {
    await using served = await serve();
    const { id } = await served.client.begin();
    for (let count = 0; count < 4; count++) {
      await served.client.event(id, { type: 'submit', page: 'welcome', answers: {} });
      await served.client.event(id, { type: 'back' });
    }
    change(served, sql);
    const trail = await trailOf(served, id);
    expect(trail.seals).toEqual({ since: 1, broken: { entry, reason } });
    expect(faultsOf(trail)).toEqual([expect.stringContaining(told)]);
    // It can still be gone on with, and that mends nothing.
    expect((await served.client.event(id, { type: 'submit', page: 'welcome', answers: {} })).status).toBe(200);
    expect((await trailOf(served, id)).seals).toEqual({ since: 1, broken: { entry, reason } });
  });

  it('that was taken out before there were seals is looked at as ever', async () => {
    const trail = auditTrail.parse(before);
    expect(faultsOf(trail)).toEqual([]);
    expect(vouchedFor(trail)).toBeUndefined();
    expect(faultsOf({ ...trail, seals: { since: 1, broken: null } })).toEqual(['The signature is not of this trail.']);
  });

  it.each([
    [null, 9, /^No entry was sealed when it was written/],
    [2, 9, /^Entry 1 is from before .* is as it was found when entry 2 was written\. The entries from 2 on were sealed/],
    [6, 9, /^Entries 1 to 5 are from before .* are as they were found when entry 6 was written\. The entries from 6 on were/],
    [9, 9, /^Entries 1 to 8 are .* Entry 9 was sealed when written\.$/],
  ])('says from where on it is vouched for: %s of %i', (since, count, told) => {
    const entries = Array.from({ length: count }) as AuditTrail['entries'];
    expect(vouchedFor({ ...auditTrail.parse(before), entries, seals: { since, broken: null } })).toMatch(told);
  });

  it('is written and looked at by the command line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mim-setup-audit-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await using served = await serve();
    const { id } = await walked(served);
    const written = await mimSetupHere(folder, ['audit', id, '--url', served.url]);
    const file = join(folder, 'trail.json');
    writeFileSync(file, written.output);
    const fingerprint = /SHA256:\S+/.exec(written.errors)![0];
    const good = await mimSetupHere(folder, ['verify', file, '--earlier', file, '--signed-by', fingerprint]);
    expect([good.code, good.output]).toEqual([0, expect.stringContaining('unchanged')]);
    expect(good.output).toContain('Each entry was sealed when it was written.');
    change(served, "update journal set who = 'somebody else' where revision = 3");
    const changed = await mimSetupHere(folder, ['audit', id, '--url', served.url]);
    expect(changed.errors).toContain('Entry 3 of the journal does not agree with its seal');
    writeFileSync(join(folder, 'changed.json'), changed.output);
    const told = await mimSetupHere(folder, ['verify', join(folder, 'changed.json'), '--json']);
    expect([told.code, JSON.parse(told.output)]).toEqual([
      1,
      expect.objectContaining({
        seals: { since: 1, broken: { entry: 3, reason: 'changed' } },
        faults: [expect.stringContaining('Entry 3 of the journal')],
      }),
    ]);
    writeFileSync(file, written.output.replace('"who": "local"', '"who": "other"'));
    const bad = await mimSetupHere(folder, ['verify', file]);
    expect([bad.code, bad.output]).toEqual([1, expect.stringContaining('Entry 1 is not what was hashed')]);
    writeFileSync(file, 'no trail');
    expect((await mimSetupHere(folder, ['verify', file])).code).toBe(2);
  });
});
