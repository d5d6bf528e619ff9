import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HistoryEntry } from '../../server/store/rows.ts';
import { type AuditTrail, auditTrail, faultsOf, fingerprintOf, toAuditTrail } from '../../server/view/auditTrail.ts';
import { answersFor } from '../answers.ts';
import { mimSetupHere } from '../cli/here.ts';
import { type Served, serve } from './service.ts';

async function walked(served: Served): Promise<{ id: string; trail: AuditTrail }> {
  const { view } = await served.client.walk(await served.client.begin(), answersFor('E', ['service']));
  return { id: view.id, trail: await trailOf(served, view.id) };
}

async function trailOf({ client }: Served, id: string): Promise<AuditTrail> {
  const { status, body } = await client.request<AuditTrail>('GET', `/api/v1/installations/${id}/audit`);
  expect(status).toBe(200);
  return body;
}

describe('An audit trail', () => {
  it('tells who did what, is whole, and holds no secret', async () => {
    await using served = await serve();
    const { id, trail } = await walked(served);
    const { body: history } = await served.client.request<object[]>('GET', `/api/v1/installations/${id}/history`);
    expect(trail.entries.map(({ hash: _, ...entry }) => entry)).toEqual(history);
    expect(faultsOf(trail)).toEqual([]);
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
    const forged = toAuditTrail(id, trail.entries as unknown as HistoryEntry[], { key, now: new Date() });
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
    const database = new DatabaseSync(join(served.folder, 'mim-setup.db'));
    database.prepare("update journal set who = 'somebody else' where installation = ? and revision = 5").run(id);
    database.close();
    const spoilt = await trailOf(served, id);
    expect(faultsOf(spoilt)).toEqual([]);
    expect(faultsOf(spoilt, earlier)).toEqual(['Entry 5 was another one when the earlier trail was taken out.']);
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
    writeFileSync(file, written.output.replace('"who": "local"', '"who": "other"'));
    const bad = await mimSetupHere(folder, ['verify', file]);
    expect([bad.code, bad.output]).toEqual([1, expect.stringContaining('Entry 1 is not what was hashed')]);
    writeFileSync(file, 'no trail');
    expect((await mimSetupHere(folder, ['verify', file])).code).toBe(2);
  });
});
