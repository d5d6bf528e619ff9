import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { answersFor } from '../answers.ts';
import { startInVain, startProcess } from '../host/serviceProcess.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

// On Windows an open file can't be deleted.
describe.skipIf(process.platform === 'win32')('A lock that is deleted while the service runs', () => {
  it('is made anew: a second process is kept out as before', async () => {
    const lock = join(folder, 'lock.db');
    await using service = await startProcess(folder);
    rmSync(lock);
    await expect.poll(() => statSync(lock, { throwIfNoEntry: false })).toBeDefined();
    const { code, output } = await startInVain(['--data', folder, '--port', '0']);
    expect([code, output]).toEqual([2, expect.stringContaining('is in use by another mim-setup')]);
    expect((await service.client.begin()).page.id).toBe('welcome');
  });

  it('lets in one that comes while the first is halted; that goes on, and the first writes nothing more and says why', async () => {
    await using first = await startProcess(folder);
    const begun = await first.client.begin();
    process.kill(first.pid, 'SIGSTOP');
    rmSync(join(folder, 'lock.db'));
    await using second = await startProcess(folder);
    process.kill(first.pid, 'SIGCONT');
    const step = { type: 'submit', page: 'welcome', answers: {} };
    for (const reply of [
      await first.client.request('POST', `/api/v1/installations/${begun.id}/events`, step),
      await first.client.request('GET', `/api/v1/installations/${begun.id}`),
      await first.client.request('GET', '/readyz'),
    ]) {
      expect([reply.status, reply.body]).toEqual([503, expect.objectContaining({ code: 'storage-unavailable' })]);
      expect(JSON.stringify(reply.body)).toContain('Another mim-setup has taken the database');
    }
    const { view } = await second.client.walk(await second.client.view(begun.id), answersFor('E'));
    expect(view.page.id).toBe('ready');
    expect(first.output()).toContain('Another mim-setup has taken the database');
    expect(await first.stop()).toBe(0);
    expect(await second.client.view(begun.id)).toEqual(view);
  });
});
