import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { AuditTrail } from '../../server/view/auditTrail.ts';
import { left, serving } from './firstRelease.ts';

/** Those that wait for a person: with a call under way, they have moved on by the time that they are asked for. */
const atRest = left.filter(([name, { status }]) => status !== 'checking' && !/installed once|stopping|installing|I$/.test(name));

describe('What the first release has left', () => {
  const served = serving();

  it.each(atRest)('is where it was, with all that was answered: %s', async (_, { id, page, status, trail, option, answers }) => {
    const { api, client } = served();
    expect(await client.view(id)).toMatchObject({ status, page: { id: page }, trail, option });
    const { body } = await api.get(`/api/v1/installations/${id}/answers`).set('Accept', 'application/json').expect(200);
    expect(body.pages).toMatchObject(answers.pages);
  });

  it('waits at what the first release did not tell: the warning that a managed account brings', async () => {
    const { id, trail } = Object.fromEntries(left)['ready, option I']!;
    const view = await served().client.view(id);
    expect(trail).not.toContain('accountSecurityWarning');
    expect(view).toMatchObject({ status: 'warning', page: { id: 'accountSecurityWarning' }, option: 'I' });
    const { body } = await served().client.event(id, { type: 'acknowledge', page: 'accountSecurityWarning' });
    expect(body.page).toMatchObject({ id: 'synchronizationServer', answers: { host: 'mim.contoso.com' } });
  });

  it.each(left.filter(([, { status }]) => status === 'postInstallation'))(
    'leaves the tasks that the first release left, and none of those that came later: %s',
    async (_, { id }) => {
      const { client } = served();
      const { tasks } = await client.view(id);
      const left = ['serviceRuns', 'portalAnswers', 'intranetZone', 'compatibilityView', 'managementPolicyRule', 'addIns'];
      expect(tasks.map(({ id: task }) => task).filter((task) => task !== 'restart')).toEqual(left);
      for (const { id: task } of tasks.filter(({ state }) => state === 'open'))
        await client.event(id, { type: 'complete', task, outcome: 'done' });
      expect((await client.view(id)).status).toBe('finished');
    },
  );

  it('goes on at an error box that was on screen, and from a check that had failed', async () => {
    const { client } = served();
    const box = Object.fromEntries(left)['mailboxAccessFailed']!;
    const { body: page } = await client.event(box.id, { type: 'acknowledge', page: box.page });
    expect(page).toMatchObject({ page: { id: 'mailboxApplication' }, problems: [{ code: 'mailbox-access-failed' }] });
    const failed = Object.fromEntries(left)['database, its check failed']!;
    const override = { type: 'override', check: 'database-reachable', reason: 'It is not up yet.' };
    expect((await client.event(failed.id, override)).body.page.id).toBe('databaseBackupWarning');
  });

  it('has its journal vouched for from the first step on that this one took, and as it was found then', async () => {
    const { client, folder } = served();
    const { id, revision } = Object.fromEntries(left)['database, its check failed']!;
    const sealsOf = async () => (await client.request<AuditTrail>('GET', `/api/v1/installations/${id}/audit`)).body.seals;
    expect(await sealsOf()).toEqual({ since: revision + 1, broken: null });
    const database = new DatabaseSync(join(folder, 'mim-setup.db'));
    database.prepare("update journal set who = 'somebody else' where installation = ? and revision = 2").run(id);
    database.close();
    expect(await sealsOf()).toEqual({ since: revision + 1, broken: { entry: revision + 1, reason: 'changed' } });
  });
});
