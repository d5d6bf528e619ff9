import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';
import { everything, log } from './elsewhere.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served[Symbol.asyncDispose]());

const features = ['service', 'portal', 'registrationPortal'];
const answers = answersFor('B', features);

describe('From a failure', () => {
  it('the same answers are tried again, and nothing is asked', async () => {
    const failed = await fail();
    expect(failed).toMatchObject({ status: 'failed', can: expect.arrayContaining(['retry', 'back', 'revisit', 'cancel']) });
    expect(failed.problems).toMatchObject([{ code: 'installer-failed', detail: expect.stringContaining('DeploySolutions') }]);
    await served.client.event(failed.id, { type: 'retry' });
    const done = await served.client.until(failed.id, 'postInstallation');
    expect(done.outcome).toMatchObject({ result: 'succeeded' });
    const [first, second] = await Promise.all([1, 2].map((attempt) => log(served, failed.id, `?attempt=${attempt}`)));
    expect(propertiesIn(second!)).toEqual(propertiesIn(first!));
    expect(propertiesIn(second!)).not.toEqual([]);
  });

  it('back leads to ready, with every answer counted, and the installation goes on from there', async () => {
    const { id } = await fail();
    const { body: ready } = await served.client.event(id, { type: 'back' });
    expect(ready.status).toBe('ready');
    expect(ready.outline.filter(({ answers: said }) => said === 'proposed')).toEqual([]);
    const checked = await checkedAt(ready);
    expect(checked.can).toContain('install');
    await served.client.event(id, { type: 'install' });
    expect((await served.client.until(id, 'postInstallation')).outcome?.result).toBe('succeeded');
  });

  it('a page that is gone back to is asked again; it is said which answers count and which are proposed, and secrets are kept', async () => {
    const { id } = await fail();
    const { body: asked } = await served.client.event(id, { type: 'revisit', page: 'mailServer' });
    expect(asked.page).toMatchObject({ id: 'mailServer', answers: answers['mailServer'] });
    const said = Object.fromEntries(asked.outline.map(({ page, answers: counted }) => [page, counted]));
    expect(said).toMatchObject({
      licenseAgreement: 'counted',
      signIn: 'counted',
      components: 'counted',
      database: 'counted',
      mailServer: 'proposed',
      serviceAccount: 'proposed',
      registrationPortal: 'proposed',
      ready: null,
    });

    // Only the mail server's host is another; every page after it is submitted as it is proposed.
    const { body: account } = await submit(asked, { ...answers['mailServer'] });
    let view = account;
    const seen: string[] = [];
    while (view.status !== 'ready') {
      seen.push(view.page.id);
      if (view.status === 'asking') expect(view.page.answers).not.toEqual({});
      view =
        view.status === 'warning'
          ? (await served.client.event(id, { type: 'acknowledge', page: view.page.id })).body
          : (await submit(view, view.page.answers)).body;
    }
    expect(seen).toEqual(expect.arrayContaining(['serviceAccount', 'registrationPortal', 'firewall']));
    expect(view.outline.filter(({ answers: left }) => left === 'proposed')).toEqual([]);
    await checkedAt(view);
    await served.client.event(id, { type: 'install' });
    await served.client.until(id, 'postInstallation');
    expect(propertiesIn(await log(served, id))).toEqual(propertiesIn(await log(served, id, '?attempt=1')));
  });

  it('changed answers are those of the next attempt, and a branch that is left adds nothing to it', async () => {
    const { id } = await fail();
    const { body: asked } = await served.client.event(id, { type: 'revisit', page: 'components' });
    const fewer = { ...answers, components: { features: ['service', 'portal'] } };
    const { view } = await served.client.walk(asked, fewer);
    await checkedAt(view);
    await served.client.event(id, { type: 'install' });
    await served.client.until(id, 'postInstallation');
    const told = propertiesIn(await log(served, id));
    expect(told).toContain('ADDLOCAL = CommonServices,WebPortals');
    expect(told.filter((line) => line.startsWith('REGISTRATION_ACCOUNT'))).toEqual([]);
    expect(await log(served, id, '?attempt=1')).toContain('REGISTRATION_ACCOUNT = contoso\\mimpool');
  });

  it('it can be given up: its secrets are destroyed, and all else can be had again in a new one', async () => {
    const { id } = await fail();
    expect(secretsKept(id)).toBeGreaterThan(0);
    const { body: cancelled } = await served.client.event(id, { type: 'cancel' });
    expect(cancelled).toMatchObject({ status: 'cancelled', can: [], outcome: { result: 'failed' } });
    expect(secretsKept(id)).toBe(0);

    const { body: file } = await served.client.request<{ pages: Record<string, Record<string, unknown>> }>(
      'GET',
      `/api/v1/installations/${id}/answers`,
    );
    expect(file.pages['database']).toEqual(answers['database']);
    expect(file.pages['serviceAccount']?.['password']).toEqual({ env: expect.any(String) });
    for (const [page, fields] of Object.entries(file.pages))
      for (const [field, value] of Object.entries(fields))
        if (typeof value === 'object' && value !== null && 'env' in value) fields[field] = answers[page]![field];
    const anew = await served.client.begin();
    const path = `/api/v1/installations/${anew.id}/answers`;
    const { body } = await served.client.request<View>('PUT', path, file, { Prefer: 'wait=20' });
    expect(body).toMatchObject({ status: 'ready', stopped: { page: 'ready', problems: [] }, unused: [] });
  });
});

describe('A stop while it installs', () => {
  it('is told to the installer; cancelled follows when it has rolled back, and no secret is kept', async () => {
    const { view } = await served.client.walk(
      await served.client.begin({ mode: 'rehearsal', rehearsal: { pace: 150 } }),
      answers,
    );
    const { id } = await checkedAt(view);
    await served.client.event(id, { type: 'install' }, {});
    const { body: stopping } = await served.client.event(id, { type: 'cancel' }, {});
    expect(stopping).toMatchObject({ status: 'installing', can: [] });
    const ended = await served.client.until(id, 'cancelled', 'postInstallation');
    expect(ended).toMatchObject({ status: 'cancelled', outcome: { result: 'cancelled', exitCode: 1602, rolledBack: true } });
    expect(await log(served, id)).toMatch(/Rollback: [\s\S]*MainEngineThread is returning 1602/);
    expect(secretsKept(id)).toBe(0);
    expect(await everything(served)).not.toMatch(/Pass@word1|Mail@word1|Pool@word1/);
    const report = await (await fetch(`${served.url}/api/v1/installations/${id}/report`)).text();
    expect(report).toMatch(/What was to be rehearsed[\s\S]*The installer was stopped, and has undone what it had done/);
  });
});

/** An installation whose first attempt has failed. */
async function fail(): Promise<View> {
  const wish = { mode: 'rehearsal', rehearsal: { pace: 1, failAt: 'DeploySolutions' } };
  const { view } = await served.client.walk(await served.client.begin(wish), answers);
  await served.client.event(view.id, { type: 'install' });
  return await served.client.until(view.id, 'failed', 'postInstallation');
}

async function checkedAt({ id }: View): Promise<View> {
  for (const limit = Date.now() + 20_000; ; ) {
    const view = await served.client.view(id);
    if (view.checks.every(({ status }) => status !== 'pending')) return view;
    if (Date.now() > limit) throw new Error('The checks do not end.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function submit(view: View, given: unknown) {
  return served.client.event(view.id, { type: 'submit', page: view.page.id, answers: given });
}

/** The properties that the rehearsed installer was told. */
function propertiesIn(text: string): string[] {
  return [...text.matchAll(/^Property\(C\): (.*)$/gm)].map(([, property]) => property!).sort();
}

function secretsKept(id: string): number {
  const database = new DatabaseSync(join(served.folder, 'mim-setup.db'), { readOnly: true });
  try {
    return Number(database.prepare('select count(*) as count from secret where installation = ?').get(id)?.['count']);
  } finally {
    database.close();
  }
}
