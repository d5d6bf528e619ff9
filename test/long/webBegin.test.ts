import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

describe.skipIf(withoutChromium)(`An installation ${needs}`, () => {
  const there = siteInBrowser();

  it('begins with a file of answers or those of another one, its answers are downloaded, and the flow opens its pages', async () => {
    const { page, done } = await there.at('components', answersFor('E', ['service']));
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download answers' }).click();
    const stream = await (await download).createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString();
    expect(Object.keys(JSON.parse(text).pages)).toEqual(['licenseAgreement', 'cloud', 'signIn']);
    expect(text).not.toContain('Sign@in1');

    await page.getByRole('link', { name: 'Flow' }).click();
    const node = page.locator('[data-node=cloud]');
    await node.waitFor({ timeout: 90_000 });
    await node.click();
    await page.locator('[data-behind=cloud]').waitFor();

    await page.goto('/');
    await page.getByRole('button', { name: 'Begin' }).first().click();
    await page.getByRole('radio', { name: 'From another installation, without its secrets' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
    await page.locator('.wizard[data-screen=signIn]').waitFor();

    await page.goto('/');
    await page.getByRole('button', { name: 'Begin' }).first().click();
    await page.getByRole('radio', { name: 'From a file: the wizard goes as far as they lead' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
    await page.getByText('Choose one, or begin without answers.').waitFor();
    const file = {
      name: 'answers.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from('pages:\n  licenseAgreement: { accepted: true }\n'),
    };
    await page.getByLabel('Answers file', { exact: true }).setInputFiles(file);
    await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
    await page.locator('.wizard[data-screen=cloud]').waitFor();
    await done();
  });
});
