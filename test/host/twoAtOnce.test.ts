import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostSettings } from '../../server/host/hostSettings.ts';
import { Installations } from '../../server/host/installations.ts';
import { Store } from '../../server/store/syncStore.ts';
import { startInVain, startProcess } from './serviceProcess.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-two-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('Two processes on one data folder', () => {
  it('the second says so, points to --url, and ends with 2; the first goes on', async () => {
    await using first = await startProcess(folder);
    const { id } = await first.client.begin();
    const { code, output } = await startInVain(['--data', folder, '--port', '0']);
    expect(code).toBe(2);
    expect(output).toContain(folder);
    expect(output).toContain('--url');
    expect(output).not.toMatch(/^\s+at /m);
    expect((await first.client.view(id)).revision).toBe(1);
  });

  it('the second may have it once the first has ended, however it ended', async () => {
    for (const end of ['kill', 'stop'] as const) {
      const first = await startProcess(folder);
      await first[end]();
      await using second = await startProcess(folder);
      expect(second.url).not.toBe('');
    }
  });
});

describe('Two that share a database', () => {
  it("one's step wins, and the other is told of the conflict and changes nothing", () => {
    const [one, other] = [open(), open()];
    const id = one.begin({ mode: 'rehearsal' }, { who: 'one' });
    const submit = { type: 'submit', page: 'welcome', answers: {} } as const;
    other.meanwhile = () => one.send(id, submit, { who: 'one' });
    expect(() => other.send(id, { type: 'cancel' }, { who: 'other' })).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(one.load(id).row).toMatchObject({ revision: 2, status: 'asking', page: 'licenseAgreement' });
    expect(one.journal(id).map(({ who }) => who)).toEqual(['one', 'one']);
    other.send(id, { type: 'cancel' }, { who: 'other' });
    expect(one.load(id).row).toMatchObject({ revision: 3, status: 'cancelled' });
  });
});

/** A host that shares its database, and lets something happen between its look at an installation and its step. */
class Sharing extends Installations {
  meanwhile: (() => void) | undefined;

  override load(id: string) {
    const present = super.load(id);
    const happen = this.meanwhile;
    this.meanwhile = undefined;
    happen?.();
    return present;
  }
}

function open(): Sharing {
  const host: HostSettings = {
    store: new Store(join(folder, 'shared.db')),
    masterKey: Buffer.alloc(32),
    servicesFor: () => {
      throw new Error('No call is made here.');
    },
    installsHere: false,
    report: (error) => {
      throw error;
    },
  };
  return new Sharing(host);
}
