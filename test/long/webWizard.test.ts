import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, openPage, withoutChromium } from '../web/chromium.ts';
import { openSite } from '../web/site.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

describe.skipIf(withoutChromium)(`The wizard in a browser ${needs}`, () => {
  const there = siteInBrowser();

  it('begins a rehearsal from the list and leads to it', async () => {
    const { page, context } = await there.open();
    await page.goto('/');
    await page.getByRole('button', { name: 'Begin an installation' }).click();
    await page.getByLabel('Name').fill('Contoso in spring');
    await page.getByText('Practise a failure').click();
    await page.getByLabel('The installer fails in').selectOption('InstallFiles');
    await page.getByLabel('This check fails').selectOption('database-version');
    await page.getByLabel('Failures before it succeeds').fill('2');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('heading', { name: 'Contoso in spring' }).waitFor();
    await page.getByRole('link', { name: 'MIM Setup' }).click();
    const row = page.getByRole('row', { name: /Contoso in spring/ });
    expect(await row.innerText()).toMatch(/Rehearsal[\s\S]*Welcome[\s\S]*just now/);
    await context.close();
  });

  it('begins live with the package that is named', async () => {
    const { page, context } = await there.open();
    await page.goto('/');
    await page.getByRole('button', { name: 'Begin an installation' }).click();
    await page.getByLabel('Live: real checks').check();
    await page.getByLabel('Package').fill('D:\\Service and Portal.msi');
    await page.keyboard.press('Enter');
    await page.locator('.wizard[data-screen=welcome]').waitFor();
    await expect.poll(() => page.locator('.which').innerText()).toContain('Live');
    await context.close();
  });

  it('shows a warning as a page of its own, whose default is Back', async () => {
    const answers = { ...answersFor('E', ['service']), database: { server: 'sql', name: 'FIMServiceOld', whenExists: 'reuse' } };
    const { hand, page, done } = await there.at('databaseBackupWarning', answers);
    await page.getByText('Make a backup of the MIM Service database').waitFor();
    await expect.poll(() => focused(page)).toBe('Back');
    await page.keyboard.press('Enter');
    await hand.sees('database');
    expect(await page.getByLabel('Database Name').inputValue()).toBe('FIMServiceOld');
    await hand.press('Next');
    await hand.sees('databaseBackupWarning');
    await hand.press('Next');
    await hand.sees('mailServer');
    await done();
  });

  it.each([
    ['signIn', 'signInFailed', { method: 'deviceCode', tenant: 'nowhere.example' }, "Tenant 'nowhere.example' not found"],
    [
      'signIn',
      'subscriptionNotFound',
      { method: 'deviceCode', tenant: 'unlicensed.onmicrosoft.com' },
      'neither Microsoft Entra ID P1 nor P2',
    ],
    [
      'mailServer',
      'incompatibleMailAuthentication',
      { type: 'smtp', host: 'smtp.contoso.com', authentication: 'basic' },
      'not supported',
    ],
    [
      'mailboxApplication',
      'applicationValidationFailed',
      { applicationId: guid('1'), tenantId: 'aa7efd5d-2944-43aa-8543-34b476c47a7a', clientSecret: 'x' },
      'AADSTS90002',
    ],
    [
      'mailboxApplication',
      'mailboxAccessFailed',
      { applicationId: guid('1'), tenantId: guid('2'), clientSecret: 'wrong' },
      'AADSTS7000215',
    ],
  ])('on %s shows %s as a box whose OK leads back to what was typed', async (screen, box, wrong, said) => {
    const { hand, page, done } = await there.at(screen);
    await hand.fillIn(wrong);
    await hand.press('Next');
    await page.getByRole('alertdialog').getByText(said).first().waitFor();
    await hand.sees(box);
    await expect.poll(() => focused(page)).toBe('OK');
    await page.keyboard.press('Enter');
    await hand.sees(screen);
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    const [field, typed] = Object.entries(wrong).at(1)!;
    expect(await page.locator(`#field-${field}`).inputValue()).toBe(typed);
    await page.locator('.body').getByText(said).first().waitFor();
    await done();
  });

  it('shows the code of a sign-in, copies it, counts down, and goes on by itself', async () => {
    const { hand, page, done } = await there.at('signIn', answersFor('C'), { pace: 3000 });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await hand.press('Next');
    const device = page.getByRole('region', { name: 'Sign in with a code' });
    await device.getByText('CONTOSO42').waitFor();
    expect(await device.getByRole('timer').innerText()).toMatch(/valid for 1[45]:\d\d/);
    await device.getByRole('button', { name: 'Copy the code' }).click();
    await device.getByText('Copied').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('CONTOSO42');
    await hand.sees('components');
    await done();
  });

  it('shows a failed check at its side and at its field, repeats it, and overrides it with a reason', async () => {
    const { hand, page, answers, done } = await there.at('database', answersFor('E', ['service']), {
      failCheck: 'database-version',
      times: 2,
    });
    await hand.fillIn(answers['database']!);
    await hand.press('Next');
    const check = page.locator('[data-check=database-version]');
    await check.getByText('The rehearsal was asked to let this check fail').waitFor();
    await page.locator('.notices').getByText('The rehearsal was asked to fail here').waitFor();
    const { revision } = await hand.at();
    await page.getByRole('button', { name: 'Check again' }).click();
    expect(await hand.leaves('database', revision + 1)).toBe('database');
    await page.getByLabel('Database Name').fill('Another');
    expect(await page.getByRole('button', { name: 'Check again' }).count()).toBe(0);
    await page.getByText('Next checks what you have typed since').waitFor();
    await check.getByRole('button', { name: 'Override…' }).click();
    const override = page.getByRole('button', { name: 'Override', exact: true });
    expect(await override.isDisabled()).toBe(true);
    await page.getByLabel('Reason').fill('The patch comes tonight');
    await override.click();
    await hand.sees('mailServer');
    const { body } = await there.site.client.request<{ id: string; overridden?: { reason: string } }[]>(
      'GET',
      `/api/v1/installations/${hand.id}/checks`,
    );
    expect(body.find(({ id }) => id === 'database-version')?.overridden?.reason).toBe('The patch comes tonight');
    await done();
  });

  it('shows what is wrong with an answer at its field, and puts the focus there', async () => {
    const { hand, page, done } = await there.at('serviceAddress');
    await page.getByLabel('MIM Service Server address').fill('https://mim.contoso.com');
    await hand.press('Next');
    await page.getByText('Enter a host name alone').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-host');
    expect(await page.locator('#field-host').getAttribute('aria-invalid')).toBe('true');
    await done();
  });

  it('goes back page by page, revisits from the left, and proposes the later answers again', async () => {
    const { hand, page, answers, done } = await there.at('reportingServer', answersFor('A'));
    await hand.press('Back');
    await hand.sees('mailServer');
    await page.getByRole('button', { name: /^Components/ }).click();
    await hand.sees('components');
    await hand.press('Next');
    await hand.sees('database');
    expect(await page.getByLabel('Database Server').inputValue()).toBe(answers['database']?.['server']);
    await done();
  });

  it('greys a field the moment that another answer rules it out', async () => {
    const { page, done } = await there.at('mailServer');
    const host = page.getByLabel('Mail server host name');
    expect(await host.isDisabled()).toBe(false);
    await page.getByLabel('Mail Server', { exact: true }).selectOption('office365');
    expect(await host.isDisabled()).toBe(true);
    await page.getByLabel('Mail Server', { exact: true }).selectOption('none');
    expect(await page.getByLabel('Authentication', { exact: true }).isDisabled()).toBe(true);
    await done();
  });

  it('follows the installer, tells a failure with its lines and the ways on, retries, and closes with the tasks', async () => {
    const { hand, page, done } = await there.at('ready', answersFor('C'), { failAt: 'ConfigureDatabase', pace: 250 });
    await expect.poll(() => focused(page)).toBe('Install');
    await hand.press('Install');
    await hand.sees('installing');
    await page.getByRole('progressbar').waitFor();
    await hand.sees('failed');
    await page.getByText('CREATE DATABASE permission denied').first().waitFor();
    await page.getByText('What you can do now').waitFor();
    const collecting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download everything they need' }).click();
    const archive = await collecting;
    expect(archive.suggestedFilename()).toBe(`mim-setup-${hand.id.slice(0, 8)}.zip`);
    expect(Object.keys(unzipSync(readFileSync(await archive.path())))).toContain('logs/attempt-1.txt');
    await page.getByLabel('Search the log').fill('rollback');
    expect(await page.locator('.tail mark').allInnerTexts()).toContain('Rollback');
    await hand.press('Retry');
    await hand.sees('postInstallation');

    await page.getByRole('button', { name: 'Skip: Install add-ins' }).click();
    await page.getByLabel('Reason').fill('Nobody needs them');
    await page.getByRole('button', { name: 'Skip the task' }).click();
    await page.getByText('Reason: Nobody needs them').waitFor();
    for (let open = await doneButtons(page).count(); open > 0; open = await doneButtons(page).count()) {
      const { revision } = await hand.at();
      await doneButtons(page).first().click();
      await page.locator(`.wizard:not([data-revision="${revision}"])`).waitFor();
    }
    await hand.sees('finished');
    await page.getByRole('link', { name: 'See the report' }).click();
    await page.frameLocator('iframe').getByText('What was rehearsed').waitFor();
    await done();
  });

  it('shows the plan with what is known of each property, to be copied and downloaded without secrets', async () => {
    const { hand, page, done } = await there.at('ready');
    await hand.open('/plan');
    const row = page.getByRole('row', { name: /IS_RESET_EXTRANET/ });
    expect(await row.innerText()).toMatch(/None\s*disputed/);
    expect(await page.getByRole('row', { name: /^SERVICE_ACCOUNT_PASSWORD/ }).innerText()).toMatch(/secret/);
    await page.getByRole('button', { name: /^Copy: The installer/ }).waitFor();
    for (const [link, holds] of Object.entries({ JSON: '"complete"', 'Batch file': 'msiexec', PowerShell: 'msiexec' })) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text).toContain(holds);
      expect(text).not.toContain('Pass@word1');
    }
    await done();
  });

  it('shows in the plan what configuration adds to it, apart from the pages', async () => {
    await using site = await openSite({ properties: { MAIL_RETRIES: { set: '3' } } });
    let view = await site.client.begin();
    while (view.page.id !== 'ready') view = await site.client.step(view, answersFor('I'));
    const { page, context, complaints } = await openPage(there.browser, site.url);
    await page.goto(`/installations/${view.id}/plan`);
    await page.getByRole('rowheader', { name: 'Set by configuration' }).waitFor();
    expect(await page.getByRole('row', { name: /^MAIL_RETRIES/ }).innerText()).toMatch(/3/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes back how an installer has ended that ran elsewhere', async () => {
    const { hand, page, done } = await there.at('ready');
    await page.locator('.checks summary').waitFor();
    await page.getByText('Run the installer elsewhere').click();
    await page.getByLabel('Exit code').fill('1603');
    const log = 'Action start 10:00:00: DeploySolutions.\nAction ended 10:00:09: DeploySolutions. Return value 3.\n';
    await page.getByLabel('Log file').setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from(log) });
    await page.getByRole('button', { name: 'Report the result' }).click();
    await hand.sees('failed');
    await expect
      .poll(() => page.getByRole('definition').allInnerTexts())
      .toContainEqual(expect.stringContaining('DeploySolutions'));
    await done();
  });

  it('asks before it cancels, and No is the default', async () => {
    const { hand, page, done } = await there.at('cloud');
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog', { name: 'Cancel this installation?' }).waitFor();
    await expect.poll(() => focused(page)).toBe('No');
    await page.keyboard.press('Enter');
    await hand.sees('cloud');
    await hand.press('Cancel');
    await page.getByRole('button', { name: 'Yes' }).click();
    await hand.sees('cancelled');
    await done();
  });

  it('stops a running installer when it is asked to', async () => {
    const { hand, page, done } = await there.at('ready', answersFor('E', ['service']), { pace: 400 });
    await hand.press('Install');
    await hand.sees('installing');
    await hand.press('Cancel');
    await page.getByRole('alertdialog', { name: 'Stop the installation?' }).getByRole('button', { name: 'Yes' }).click();
    await hand.sees('cancelled');
    const [, id = ''] = /installations\/([^/]+)/.exec(page.url()) ?? [];
    expect((await there.site.client.view(id)).outcome).toMatchObject({ result: 'cancelled', rolledBack: true });
    await done();
  });

  it('registers the mailbox application and hands out the script that restricts it', async () => {
    const { hand, page, done } = await there.at('mailboxApplication');
    await page.getByText('Have it registered now', { exact: true }).click();
    await page.getByLabel('Mailbox of the MIM Service').fill('no address');
    await page.getByRole('button', { name: 'Register the application' }).click();
    await page.getByText('Enter the e-mail address of the mailbox').waitFor();
    await page.getByLabel('Mailbox of the MIM Service').fill('MIMService@contoso.onmicrosoft.com');
    await page.getByLabel('Mail-enabled group').fill('MIMServiceMailbox@contoso.onmicrosoft.com');
    await page.getByRole('button', { name: 'Register the application' }).click();
    await hand.sees('mailboxApplicationPolicy');
    await page.getByText('New-ApplicationAccessPolicy').waitFor();
    await hand.press('Next');
    await hand.sees('mailboxApplication');
    expect(await page.getByLabel('Client Secret').getAttribute('placeholder')).toContain('kept');
    await done();
  });
});

function doneButtons(page: Page) {
  return page.locator('.tasks li.open').getByRole('button', { name: /^Done/ });
}

/** The words on what has the focus. */
async function focused(page: Page): Promise<string> {
  return String(await page.evaluate('document.activeElement.textContent'));
}

function guid(digit: string): string {
  return [8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join('-');
}
