import { expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

const there = siteInBrowser();

it.skipIf(withoutChromium)(`A refusal is told on the page that it is about, and not again on another one ${needs}`, async () => {
  const { page, hand, done } = await there.at('database', answersFor('E', ['service']));
  const refusal = page.getByText('See the fields below.');
  await page.getByLabel('Database Server').fill('a b');
  await hand.press('Next');
  await refusal.waitFor();

  await page.goto(`/installations/${hand.id}/page/components`);
  const feature = page.getByRole('checkbox', { name: 'MIM Service', exact: true });
  await feature.uncheck();
  await page.getByRole('button', { name: 'Change' }).click();
  await refusal.waitFor();
  await page.getByRole('button', { name: 'Back to “Database”' }).click();
  await hand.sees('database');
  expect(await refusal.count()).toBe(0);
  await page.goBack();
  await page.locator('[data-behind=components]').waitFor();
  expect(await refusal.count()).toBe(0);
  await done();
});

it.skipIf(withoutChromium)(`Beside a page behind, a page of the way leads back into the wizard ${needs}`, async () => {
  const { page, hand, done } = await there.at('database', answersFor('E', ['service']));
  await page.goto(`/installations/${hand.id}/page/cloud`);
  await page.getByRole('navigation', { name: 'Pages of the wizard' }).getByRole('button', { name: 'License agreement' }).click();
  await hand.sees('licenseAgreement');
  await page.waitForURL(`**/installations/${hand.id}/setup/licenseAgreement`);
  expect((await there.site.client.view(hand.id)).page.id).toBe('licenseAgreement');
  await done();
});
