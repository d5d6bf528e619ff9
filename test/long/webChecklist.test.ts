import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teamNames } from '../../machines/pages/teams.ts';
import type { TeamSheet } from '../../server/view/checklist.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { ScreenChecks } from '../web/screenChecks.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

const results = join(import.meta.dirname, '../../test-results/web/checklist');

describe.skipIf(withoutChromium)(`What to have at hand ${needs}`, () => {
  const there = siteInBrowser();

  it('is said on the first page, for each team, and leads to a sheet for each, that can be printed', async () => {
    const { page, done } = await there.at('welcome');
    const items = (await there.site.client.request<{ items: TeamSheet[] }>('GET', '/api/v1/checklist')).body.items;
    const terms = page.locator('.at-hand dt');
    await terms.first().waitFor();
    expect(await terms.allTextContents()).toEqual(items.map(({ title }) => title));
    await page.getByText(/^Up to \d+ pages ask for what these teams know/).waitFor();
    const look = new ScreenChecks(page, 'checklist');
    await look.look('welcome');

    await page.getByRole('link', { name: 'Printable checklist' }).click();
    await page.locator('[data-team=systemCenter]').waitFor();
    const teams = await page.locator('[data-team]').evaluateAll((all) => all.map((one) => one.getAttribute('data-team')));
    expect(teams).toEqual(teamNames);
    const lines = await page.locator('[data-field]').evaluateAll((all) => all.map((one) => one.getAttribute('data-field')));
    expect(lines.toSorted()).toEqual(items.flatMap(({ asked }) => asked.map((one) => `${one.page}.${one.field}`)).toSorted());
    expect(await page.title()).toBe('Checklist – MIM Setup');
    await look.look('sheets');

    // On paper nothing but the sheets, black on white, each from the top of a page of its own.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.top').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    const colours = await page
      .locator('body, .app, .checklist, [data-team], [data-team] table, [data-team] th')
      .evaluateAll((all) => all.map((one) => `${getComputedStyle(one).color} on ${getComputedStyle(one).backgroundColor}`));
    expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0) on rgb(255, 255, 255)']));
    mkdirSync(results, { recursive: true });
    await page.screenshot({ path: join(results, 'print.png'), fullPage: true });
    const pdf = await page.pdf({ format: 'A4' });
    writeFileSync(join(results, 'checklist.pdf'), pdf);
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(teamNames.length);
    await done();
  });

  it('can be read and reached on a telephone, too', async () => {
    const { page, context } = await there.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.goto('/checklist');
    await page.locator('[data-team=systemCenter]').waitFor();
    await new ScreenChecks(page, 'checklist').look('narrow');
    await context.close();
  });
});
