import { describe, expect, it } from 'vitest';
import { needs, withoutChromium } from '../web/chromium.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

/** More than the service lists at once. */
const count = 203;

describe.skipIf(withoutChromium)(`Of more installations than are listed at once ${needs}`, () => {
  const there = siteInBrowser();

  it('all are on the page of their progress, in the list, and among those that a new one can begin as a copy of', async () => {
    const { client } = there.site;
    for (let number = 1; number <= count; number++) await client.begin({ mode: 'rehearsal', name: `Server ${number}` });
    const { page, context } = await there.open();

    await page.goto('/together');
    await expect.poll(() => page.locator('main tbody tr').count(), { timeout: 60_000 }).toBe(count);
    await page.getByText(`${count} installations: ${count} in progress.`).waitFor();
    const names = await page.locator('main tbody tr th').allTextContents();
    expect(names[0]).toContain('Server 1');
    expect(names.at(-1)).toContain(`Server ${count}`);

    await page.goto('/');
    const rows = page.locator('table.rows tbody tr');
    const more = page.getByRole('button', { name: 'Show more' });
    for (let shown = 50; shown < count; shown += 50) {
      await expect.poll(() => rows.count()).toBe(shown);
      await more.click();
    }
    await expect.poll(() => rows.count()).toBe(count);
    expect(await more.count()).toBe(0);

    await page.getByRole('button', { name: 'Begin' }).first().click();
    await page.getByRole('radio', { name: 'From another installation, without its secrets' }).click();
    expect(await page.locator('#begin-copy option').count()).toBe(count);
    await context.close();
  });

  it('the first are seen before the last is read, and what is told of all waits for that', async () => {
    const { client } = there.site;
    const { id } = await client.begin({ mode: 'rehearsal', name: 'The slow one' });
    const { page, context } = await there.open();
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route(`**/api/v1/installations/${id}`, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/together');
    const reading = page.getByText('Reading the installations');
    const summary = page.getByText(/^\d+ installations: /);
    await page.locator('main tbody tr').first().waitFor();
    expect([await reading.count(), await summary.count()]).toEqual([1, 0]);
    expect(await page.getByText('The slow one').count()).toBe(0);
    goOn();
    await page.getByText(`${count + 1} installations: ${count + 1} in progress.`).waitFor();
    await page.getByText('The slow one').waitFor();
    expect(await reading.count()).toBe(0);
    await context.close();
  });
});
