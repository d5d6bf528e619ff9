import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

describe.skipIf(withoutChromium)(`What the wizard says is true, and said in time ${needs}`, () => {
  const there = siteInBrowser();

  it('an application that was registered takes the place of what was typed, with its own ID beside its own secret', async () => {
    const { hand, page, done } = await there.at('mailboxApplication');
    const typed = '11111111-1111-1111-1111-111111111111';
    await page.getByLabel('Application ID').fill(typed);
    await page.getByText('Have it registered now', { exact: true }).click();
    await page.getByLabel('Mailbox of the MIM Service').fill('MIMService@contoso.onmicrosoft.com');
    await page.getByLabel('Mail-enabled group').fill('MIMServiceMailbox@contoso.onmicrosoft.com');
    await page.getByRole('button', { name: 'Register the application' }).click();
    await hand.sees('mailboxApplicationPolicy');
    await hand.press('Next');
    await hand.sees('mailboxApplication');
    const { page: asked } = await there.site.client.view(hand.id);
    const registered = (asked.answers as { applicationId: string }).applicationId;
    expect(registered).not.toBe(typed);
    expect(await page.getByLabel('Application ID').inputValue()).toBe(registered);
    expect(await page.getByText('Other answers were sent').count()).toBe(0);
    await done();
  });

  it('what was typed before others answered is never sent with the secrets of those answers', async () => {
    const { hand, page, answers, done } = await there.at('mailboxApplication');
    await page.getByLabel('Application ID').fill('11111111-1111-1111-1111-111111111111');
    await there.site.client.step(await there.site.client.view(hand.id), answers);
    await hand.sees('certificate');
    await hand.press('Back');
    await hand.sees('mailboxApplication');
    await page.getByText('Other answers were sent for this page').waitFor();
    expect(await page.getByLabel('Client Secret').getAttribute('placeholder')).toBe('');
    await hand.press('Next');
    await page.getByText('This is needed').first().waitFor();
    await page.getByRole('button', { name: 'Use the other answers' }).click();
    expect(await page.getByLabel('Client Secret').getAttribute('placeholder')).toContain('kept');
    await done();
  });

  it('a note is told as the choice is made, goes with it, and stands at the end and in the plan', async () => {
    const { hand, page, done } = await there.at('mailServer', answersFor('B', ['service']));
    const note = page.getByText('no longer supports Basic Authentication');
    expect(await note.count()).toBe(0);
    await hand.fillIn({ type: 'office365', authentication: 'basic', managedServiceAccount: false });
    await note.waitFor();
    await page.getByLabel('Authentication', { exact: true }).selectOption('applicationContext');
    await note.waitFor({ state: 'detached' });
    await page.getByText('needs build 4.6.421.0').waitFor();
    await hand.walkTo('ready', answersFor('B', ['service']));
    await note.first().waitFor();
    const { body } = await there.site.client.request<{ notes: { code: string }[] }>(
      'GET',
      `/api/v1/installations/${hand.id}/plan`,
    );
    expect(body.notes.map(({ code }) => code)).toContain('basic-authentication-unsupported');
    await done();
  });

  it('two causes that a log cannot tell apart are told as two, each with what helps', async () => {
    const { hand, page, done } = await there.at('ready');
    await page.getByText('Run the installer elsewhere').click();
    await page.getByLabel('Exit code').fill('1603');
    const buffer = Buffer.from("Login failed for user 'CONTOSO\\somebody'.\r\nMainEngineThread is returning 1603\r\n");
    await page.getByLabel('Log file').setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Report the result' }).click();
    await hand.sees('failed');
    const { outcome } = await there.site.client.view(hand.id);
    const causes = [outcome!.failure!.cause!, ...outcome!.failure!.otherCauses!];
    expect(causes).toHaveLength(2);
    for (const { title, remedy } of causes) {
      await page.getByRole('heading', { name: title }).waitFor();
      await page.getByText(remedy, { exact: true }).waitFor();
    }
    await done();
  });

  it('a log that cannot tell whether the product is installed is asked about, and a tick is the answer', async () => {
    const { hand, page, done } = await there.at('ready');
    await page.getByText('Run the installer elsewhere').click();
    await page.getByLabel('Exit code').fill('0');
    const buffer = Buffer.from('MainEngineThread is returning 0\r\n');
    await page.getByLabel('Log file').setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Report the result' }).click();
    await page.getByText('a tick in the browser').waitFor();
    await page.getByRole('checkbox', { name: 'The product is installed' }).check();
    await page.getByRole('button', { name: 'Report the result' }).click();
    await hand.sees('postInstallation');
    expect((await there.site.client.view(hand.id)).outcome).toMatchObject({ result: 'succeeded', exitCode: 0 });
    await done();
  });

  it('every tab of a rehearsal shows that it is one', async () => {
    const { hand, page, done } = await there.at('cloud');
    for (const tab of ['', '/plan', '/log', '/flow', '/report']) {
      await hand.open(tab);
      await page.getByRole('note').getByText('Nothing on any computer is changed').waitFor();
      await expect.poll(() => page.title()).toMatch(/^Rehearsal: /);
    }
    await done();
  });
});
