import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { launch, needs, openPage, withoutChromium } from './chromium.ts';
import { Hand } from './hand.ts';
import { openSite, type Site } from './site.ts';

describe.skipIf(withoutChromium)(`The nine options of the guide, as nine choices ${needs}`, () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  it('fill in the three fields, say what each needs, follow what is chosen in the fields, and are named by the error box', async () => {
    const answers = answersFor('C', ['service']);
    let view = await site.client.begin();
    while (view.page.id !== 'mailServer') view = await site.client.step(view, answers);
    const { page, context, complaints } = await openPage(browser, site.url);
    const hand = new Hand(page, site.client, view.id);
    await hand.open();
    await hand.sees('mailServer');
    const options = page.getByRole('radiogroup', { name: 'Option of the guide' }).getByRole('radio');
    expect(await options.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual([...'ABCDEFGHI']);
    const server = page.getByLabel('Mail Server', { exact: true });
    const authentication = page.getByLabel('Authentication', { exact: true });
    const managed = page.getByLabel('Use Group Managed Service Account');

    await page.getByRole('radio', { name: /^H / }).check();
    expect([await server.inputValue(), await authentication.inputValue(), await managed.isChecked()]).toEqual([
      'office365',
      'applicationContext',
      true,
    ]);
    await server.selectOption('office365China');
    expect(await page.getByRole('radio', { name: /^H / }).isChecked()).toBe(true);
    await managed.uncheck();
    expect(await page.getByRole('radio', { name: /^C .*Needs an application/ }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: /^I / }).check();
    expect([await server.inputValue(), await authentication.isDisabled()]).toEqual(['none', true]);

    await hand.fillIn({ type: 'smtp', host: 'smtp.contoso.com', authentication: 'basic', managedServiceAccount: false });
    await page.getByText('The choices below are none of these options').waitFor();
    await hand.press('Next');
    await page.getByRole('alertdialog').getByText('D: SMTP, Integrated Windows Authentication').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
