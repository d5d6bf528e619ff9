import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from './chromium.ts';
import { siteInBrowser } from './siteInBrowser.ts';

describe.skipIf(withoutChromium)(`The nine options of the guide, as nine choices ${needs}`, () => {
  const there = siteInBrowser();

  it('fill in the three fields, say what each needs, follow what is chosen in the fields, and are named by the error box', async () => {
    const { hand, page, complaints, done } = await there.at('mailServer', answersFor('C', ['service']));
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
    await page.getByText('The choices below match none of these options').waitFor();
    await hand.press('Next');
    await page.getByRole('alertdialog').getByText('D: SMTP, Integrated Windows Authentication').waitFor();
    expect(complaints).toEqual([]);
    await done();
  });
});
