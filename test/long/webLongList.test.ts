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
    const rows = page.locator('table.installations tbody tr');
    const more = page.getByRole('button', { name: 'Show more' });
    for (let shown = 50; shown < count; shown += 50) {
      await expect.poll(() => rows.count()).toBe(shown);
      await more.click();
    }
    await expect.poll(() => rows.count()).toBe(count);
    expect(await more.count()).toBe(0);

    await page.getByRole('button', { name: 'Begin' }).first().click();
    await page.getByRole('radio', { name: 'Those of another installation, without its secrets' }).click();
    expect(await page.locator('#begin-copy option').count()).toBe(count);
    await context.close();
  });
});
