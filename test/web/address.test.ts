import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from './chromium.ts';
import { siteInBrowser } from './siteInBrowser.ts';
import { UserAtPage } from './userAtPage.ts';

describe.skipIf(withoutChromium)(`Each page of the wizard has an address ${needs}`, () => {
  const there = siteInBrowser();

  it('by which the browser’s Back goes back in the wizard, and past its first page to where the visitor came from', async () => {
    const answers = answersFor('E', ['service']);
    const { id } = await there.site.client.begin({ mode: 'rehearsal', name: 'With addresses' });
    const { page, context, complaints } = await there.open();
    const hand = new UserAtPage(page, there.site.client, id);
    const address = (screen: string) => page.waitForURL(`**/installations/${id}/setup/${screen}`);
    await page.goto('/');
    await page.getByRole('link', { name: 'With addresses' }).click();
    await hand.sees('welcome');
    await address('welcome');
    await hand.walkTo('cloud', answers);
    await address('cloud');

    await page.goBack();
    await hand.sees('licenseAgreement');
    await address('licenseAgreement');
    expect((await there.site.client.view(id)).page.id).toBe('licenseAgreement');
    await hand.goOn(answers);
    await hand.sees('cloud');

    await hand.press('Back');
    await hand.sees('licenseAgreement');
    await address('licenseAgreement');
    await page.reload();
    await hand.sees('licenseAgreement');
    await page.goBack();
    await hand.sees('welcome');
    await page.goBack();
    await page.getByRole('heading', { name: 'Installations' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('that leads to the page on screen where the wizard does not go to the one that it names', async () => {
    const { id, revision } = await there.site.client.begin();
    const { page, context } = await there.open();
    await page.goto(`/installations/${id}/setup/database`);
    await page.locator('.wizard[data-screen=welcome]').waitFor();
    await page.waitForURL(`**/installations/${id}/setup/welcome`);
    expect((await there.site.client.view(id)).revision).toBe(revision);
    await context.close();
  });
});
