import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

describe.skipIf(withoutChromium)(`The review before the installation ${needs}`, () => {
  const there = siteInBrowser();

  it('shows the answers in the words of the pages, with the plan on a second tab, and changes a page without asking the others', async () => {
    const { hand, page, done } = await there.at('ready', answersFor('C'));
    const database = page.locator('[data-page=database]');
    await database.waitFor();
    expect(await database.innerText()).toMatch(/Database Server\s*contosoagl\.contoso\.com/);
    expect(await page.locator('[data-page=mailServer]').innerText()).toMatch(
      /Authentication\s*Application Context Authentication/,
    );
    expect(await page.locator('[data-page=serviceAccount]').innerText()).toMatch(/Password\s*\(secret\)/);
    expect(await page.locator('.review').innerText()).not.toContain('Pass@word1');
    await page.getByRole('tab', { name: 'The plan in detail' }).click();
    await page.getByRole('row', { name: /^SQLSERVER_SERVER/ }).waitFor();
    await page.getByRole('tab', { name: 'Your answers' }).click();
    await page.getByRole('button', { name: 'Change: Database', exact: true }).click();
    await page.waitForURL('**/page/database');
    const name = page.getByRole('textbox', { name: 'Database Name' });
    expect(await name.inputValue()).toBe('FIMService');
    await name.fill('FIMOther');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await hand.sees('ready');
    await page.locator('[data-page=database]', { hasText: 'FIMOther' }).waitFor();
    await done();
  });

  it('opens a page without going there, and says why a page is asked that a change has brought', async () => {
    const { hand, page, done } = await there.at('ready', answersFor('E', ['service']));
    await page.getByRole('button', { name: 'Change: Components', exact: true }).click();
    await page.getByRole('button', { name: 'Back to “Ready”' }).click();
    await hand.sees('ready');
    await page.getByRole('button', { name: 'Change: Components', exact: true }).click();
    await page.getByRole('checkbox', { name: /Reporting/ }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await hand.sees('reportingServer');
    const told = page.locator('.message', { hasText: '“Components” was changed' });
    await told.waitFor();
    expect(await told.innerText()).toContain('This page has to be answered. All other answers are kept.');
    await page.getByRole('textbox', { name: 'Management Server' }).fill('scsm.contoso.com');
    await hand.press('Next');
    await hand.sees('ready');
    await done();
  });

  it('shows what the package knows beside each open answer and each that sources disagree on, and takes it by a button', async () => {
    const { hand, page, done } = await there.at('ready', answersFor('C'));
    const open = page.locator('[data-open="cloud.cloud"]');
    await open.getByText('The package is not available here.').waitFor();
    await page.getByText('Is the package on another server?').click();
    const text = Buffer.from(`\ufeff${JSON.stringify(listing)}`, 'utf16le');
    await page.getByLabel('Listing of the package').setInputFiles({ name: 'l.json', mimeType: 'application/json', buffer: text });
    await open.getByText('ComboBox “Azure Cloud:” on CloudDlg').waitFor();
    await open.getByRole('button', { name: 'Use AZURE_CLOUD for Azure cloud' }).click();
    await open.getByText('for this installation, by local').waitFor();
    expect(await open.innerText()).toContain('Settled as AZURE_CLOUD');
    await page.getByRole('tab', { name: 'The plan in detail' }).click();
    await page.getByRole('row', { name: /^AZURE_CLOUD\s+GLOBAL\s+package/ }).waitFor();
    await open.getByRole('button', { name: 'Take back: Azure cloud' }).click();
    await open.getByRole('button', { name: 'Use AZURE_CLOUD for Azure cloud' }).waitFor();
    const doubt = page.locator('[data-open="POLL_EXCHANGE_ENABLED"]');
    await doubt.getByText("Microsoft's own module passes 0, and").waitFor();
    await doubt.getByRole('button', { name: 'Use POLL_EXCHANGE_ENABLED=0 for Polling of the mailbox' }).click();
    await doubt.getByText('(1 as 0), for this installation, by local').waitFor();
    await page.getByRole('row', { name: /^POLL_EXCHANGE_ENABLED\s+0\s+package/ }).waitFor();
    await hand.sees('ready');
    await done();
  });

  it('says first how many properties are not known for certain, and never that everything is', async () => {
    const { page, done } = await there.at('ready', answersFor('C'));
    await page.getByText(/^\d+ properties are not known for certain/).waitFor();
    expect(await page.locator('[data-code=unknown-property]').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-code=disputed-property]').count()).toBeGreaterThan(0);
    expect(await page.getByText('Everything is known').count()).toBe(0);
    await done();
  });

  it('has Install as its default where nothing stands against it, and Back where a check has failed', async () => {
    const well = await there.at('ready', answersFor('E', ['service']));
    await expect.poll(() => well.page.locator('[data-default]').allInnerTexts()).toEqual(['Install']);
    await well.done();
    const ill = await there.at('ready', answersFor('E', ['service']), { failCheck: 'host-disk-space', times: 9 });
    await ill.page.locator('.check.failed').waitFor();
    await expect.poll(() => ill.page.locator('[data-default]').allInnerTexts()).toEqual([expect.stringContaining('Back')]);
    await ill.page.getByRole('button', { name: 'Override…' }).click();
    await ill.page.getByLabel('Reason').fill('The disk grows tonight');
    await ill.page.getByRole('button', { name: 'Override', exact: true }).click();
    await ill.page.getByText('The disk grows tonight').first().waitFor();
    await ill.page.locator('[data-default]').filter({ hasText: 'Install' }).waitFor();
    await ill.done();
  });
});

/** A package as its listing tells it: of its dialogs, one. */
const listing = {
  productName: 'Microsoft Identity Manager Service and Portal',
  productCode: '{0782FB14-023A-430F-B0D5-4AE1D1CCFCAA}',
  productVersion: '4.6.421.0',
  features: ['CommonServices', 'FIMReporting', 'WebPortals', 'RegistrationPortal', 'ResetPortal'].map((id) => ({ id })),
  properties: ['AZURE_CLOUD', 'POLL_EXCHANGE_ENABLED', 'SQLSERVER_SERVER'].map((name) => ({
    name,
    value: null,
    secure: true,
    from: ['secure'],
  })),
  dialogs: [
    {
      dialog: 'CloudDlg',
      control: 'Cloud',
      type: 'ComboBox',
      property: 'AZURE_CLOUD',
      label: 'Azure Cloud:',
      password: false,
      choices: [{ value: 'GLOBAL', text: 'Azure AD' }],
    },
  ],
  summary: { state: 'fine' },
};
