import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { answersFor } from '../answers.ts';
import { mimSetupHere } from '../cli/here.ts';
import { emptyFolder, secretsOfOptionE as environment, optionE } from '../cli/mimSetup.ts';
import { until } from '../installer/jobs.ts';
import { answersForNowhere, walkToReady } from '../installer/liveWalk.ts';
import { enrolled, runBeside, settings, stateOf } from '../runner/runnerBeside.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { ScreenChecks } from '../web/screenChecks.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';
import { UserAtPage } from '../web/userAtPage.ts';

vi.setConfig({ testTimeout: 300_000 });

describe.skipIf(withoutChromium)(`Many servers, in the browser ${needs}`, () => {
  const there = siteInBrowser(settings);

  it('a runner is enrolled, listed, and chosen for an installation; one that is away is waited for, and that is told', async () => {
    const { served } = there.site;
    const { page, context, complaints } = await there.open();
    const looker = new ScreenChecks(page, 'many-servers');
    await page.goto('/runners');
    await page.getByText('There are no runners.').waitFor();
    await page.getByRole('button', { name: 'Enroll a runner' }).click();
    await page.getByLabel('Name').fill('mim01');
    await page.getByRole('button', { name: 'Create a code' }).click();
    const code = (await page.locator('dialog pre').first().textContent()) ?? '';
    expect(code).toMatch(/^enrol-/);
    await looker.look('code');
    await page.getByRole('button', { name: 'Close' }).click();
    const row = page.getByRole('row').filter({ hasText: 'mim01' });
    await row.getByText('Not connected yet', { exact: true }).waitFor();
    const runner = await runBeside({ url: served.url, secret: code });
    await row.getByText('Connected', { exact: true }).waitFor();
    await row.getByText('Does not start by itself').waitFor();
    await looker.look('runners');

    await page.goto('/');
    await page.getByRole('button', { name: 'Begin an installation' }).click();
    await page.getByRole('radio', { name: /^Live/ }).click();
    await page.getByLabel('Install on').selectOption('mim01');
    await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
    await page.locator('.wizard[data-screen=welcome]').waitFor();
    await page.getByText('on mim01').waitFor();
    const id = page.url().split('/installations/')[1]!.split('/')[0]!;
    expect(await there.site.client.view(id)).toMatchObject({ mode: 'live', runner: 'mim01' });

    await runner.leave();
    await until(async () => (await stateOf(served, 'mim01')) === 'away', 'it is away');
    const answers = answersForNowhere('E', ['service']);
    const walking = walkToReady(there.site.client, await there.site.client.view(id), answers);
    await page.getByText('Waiting for the runner mim01').waitFor({ timeout: 60_000 });
    await looker.look('waits');
    await using again = await runBeside({ url: served.url, folder: runner.folder });
    await page.locator('[data-waits-for]').waitFor({ state: 'detached' });
    await walking;
    expect(again.told).toHaveLength(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a runner is chosen at ready at the latest, and the server is looked at there', async () => {
    const { client, served } = there.site;
    await using runner = await enrolled(served, 'mim02');
    const view = await walkToReady(client, await client.begin({ mode: 'live' }), answersForNowhere('E', ['service']));
    const { page, context } = await there.open();
    await new UserAtPage(page, client, view.id).open();
    await page.getByLabel('Install on').selectOption('mim02');
    await page.getByText('on mim02').waitFor();
    await until(async () => (await client.view(view.id)).checks.every(({ status }) => status !== 'pending'), 'it was looked at');
    expect(await client.view(view.id)).toMatchObject({ runner: 'mim02', page: { id: 'ready' }, tasks: [] });
    expect(runner.told).toHaveLength(1);
    expect(await page.getByText('Somebody else was here').count()).toBe(0);
    await new ScreenChecks(page, 'many-servers').look('ready');
    await context.close();
  });

  it('whom an installation waits for is told beside all others as it is now, though its coming is no step', async () => {
    const { client, served } = there.site;
    const runner = await enrolled(served, 'mim03');
    const begun = await client.begin({ mode: 'live', name: 'The third' });
    const { id } = await walkToReady(client, begun, answersForNowhere('E', ['service']));
    await runner.leave();
    await client.request('PATCH', `/api/v1/installations/${id}`, { runner: 'mim03' });
    const { page, context } = await there.open();
    await page.goto('/together');
    const why = page.getByRole('row').filter({ hasText: 'The third' }).locator('.why');
    await why.getByText('It is not connected.').waitFor();
    const { revision } = await client.view(id);
    await using _ = await runBeside({ url: served.url, folder: runner.folder, version: '999.0.0' });
    await why.getByText('is of version 999.0.0').waitFor();
    expect((await client.view(id)).revision).toBe(revision);
    await context.close();
  });

  it('fifty rehearsed servers from one table are on one page; those that failed are retried all together', async () => {
    const folder = emptyFolder();
    const names = Array.from({ length: 50 }, (_, n) => `srv${String(n + 1).padStart(2, '0')}`);
    const servers = names.map((name) => [
      name,
      { runner: name, pages: { serviceAddress: { host: `${name}.contoso.com` }, database: { name: `FIMService-${name}` } } },
    ]);
    const table = join(folder, 'servers.yaml');
    writeFileSync(table, JSON.stringify({ servers: Object.fromEntries(servers) }));
    const run = (...more: string[]) => {
      const args = ['run', optionE, '--each', table, '--install', '--pace', '1', '--url', there.site.url, ...more];
      return mimSetupHere(folder, args, { environment });
    };
    const failing = names.slice(-5);
    expect((await run('--only', failing.join(','), '--fail-at', 'ConfigureDatabase')).code).toBe(3);
    const { page, context, complaints } = await there.open();
    await page.goto('/together');
    const running = run('--only', names.slice(0, -5).join(','));
    await page.getByText(/^5\d installations: /).waitFor({ timeout: 120_000 });
    expect((await running).code).toBe(0);
    const failed = page.locator('tr[data-status=failed]');
    await failed.nth(4).waitFor();
    expect(await failed.first().locator('.why').textContent()).toMatch(/ConfigureDatabase|installer/i);
    const looker = new ScreenChecks(page, 'many-servers');
    await looker.look('fifty');
    await failed
      .first()
      .getByRole('button', { name: /^Retry: srv/ })
      .click();
    await page.getByRole('button', { name: 'Retry all 4' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retry' }).click();
    await failed.first().waitFor({ state: 'detached', timeout: 60_000 });
    await until(async () => {
      const { body } = await there.site.client.request<{ items: { name: string; status: string }[] }>(
        'GET',
        '/api/v1/installations?limit=200',
      );
      return (
        body.items.filter(({ name, status }) => names.includes(name) && /finished|postInstallation/.test(status)).length === 50
      );
    }, 'all fifty are installed');
    await looker.look('fifty-retried');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('each that is refused is told by its name, where several are gone on with together', async () => {
    const { client } = there.site;
    const names = ['The one', 'The other'];
    for (const name of names) {
      let view = await client.begin({ mode: 'rehearsal', name, rehearsal: { pace: 1, failAt: 'ConfigureDatabase' } });
      while (view.page.id !== 'ready') view = await client.step(view, answersFor('C'));
      await client.event(view.id, { type: 'install' });
      await until(async () => (await client.view(view.id)).status === 'failed', 'it has failed');
    }
    const { page, context } = await there.open();
    await page.route('**/events', (route) => route.fulfill({ status: 507, json: { detail: 'There is no room.' } }));
    await page.goto('/together');
    await page.getByRole('button', { name: /^Retry all/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retry' }).click();
    const told = page.getByText('There is no room.');
    await told.waitFor();
    for (const name of names) await expect.poll(() => told.textContent()).toContain(`${name}: There is no room.`);
    await context.close();
  });
});
