import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, openPage, withoutChromium } from '../web/chromium.ts';
import { openSite } from '../web/site.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';
import { UserAtPage } from '../web/userAtPage.ts';

describe.skipIf(withoutChromium)(`What is typed, and who else types ${needs}`, () => {
  const there = siteInBrowser();

  /** Two browsers on one installation. */
  async function twoAt(screen: string) {
    const answers = answersFor('E', ['service']);
    let view = await there.site.client.begin();
    while (view.page.id !== screen) view = await there.site.client.step(view, answers);
    const windows = await Promise.all([there.open(), there.open()]);
    const [one, other] = windows.map(({ page }) => new UserAtPage(page, there.site.client, view.id)) as [UserAtPage, UserAtPage];
    await Promise.all([one.open(), other.open()]);
    await Promise.all([one.sees(screen), other.sees(screen)]);
    return { one, other, answers, done: () => Promise.all(windows.map(({ context }) => context.close())) };
  }

  it('survives a reload in the middle of a page, but for secrets, which the browser never keeps', async () => {
    const { one, done } = await twoAt('serviceAccount');
    await one.page.getByLabel('Service Account Name').fill('svcMIMLocked');
    await one.page.getByLabel('Service Account Password').fill('Secret@word77');
    await one.page.getByLabel('Check with another account').check();
    await one.page.locator('#field-checkAs-user').fill('contoso\\administrator');
    await one.page.locator('#field-checkAs-password').fill('Secret@word78');
    const kept = await one.page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage }) + document.cookie');
    expect(kept).toContain('svcMIMLocked');
    expect(kept).not.toContain('Secret@word');
    await one.page.getByText('the browser never keeps those').waitFor();
    await one.page.reload();
    await one.sees('serviceAccount');
    expect(await one.page.getByLabel('Service Account Name').inputValue()).toBe('svcMIMLocked');
    expect(await one.page.getByLabel('Service Account Password').inputValue()).toBe('');
    expect(await one.page.locator('#field-checkAs-user').inputValue()).toBe('contoso\\administrator');
    await done();
  });

  it('keeps nothing of a page once it has been sent', async () => {
    const { one, answers, done } = await twoAt('serviceAccount');
    await one.fillIn(answers['serviceAccount']!);
    await one.press('Next');
    await one.sees('accountSecurityWarning');
    expect(await one.page.evaluate('sessionStorage.length')).toBe(0);
    await one.press('Back');
    await one.sees('serviceAccount');
    const password = one.page.getByLabel('Service Account Password');
    expect([await password.inputValue(), await password.getAttribute('placeholder')]).toEqual([
      '',
      expect.stringContaining('kept'),
    ]);
    await one.press('Next');
    await one.sees('accountSecurityWarning');
    await done();
  });

  it('two browsers see each other’s steps at once, and are told of them', async () => {
    const { one, other, answers, done } = await twoAt('database');
    await other.page.getByLabel('Database Name').fill('Mine');
    await one.fillIn(answers['database']!);
    await one.press('Next');
    await Promise.all([one.sees('mailServer'), other.sees('mailServer')]);
    await other.page.getByText('Another window answered “Database”').waitFor();
    expect(await one.page.getByText('Somebody else was here').count()).toBe(0);
    await other.press('Back');
    await Promise.all([one.sees('database'), other.sees('database')]);
    await other.page.getByText('Other answers were sent for this page').waitFor();
    expect(await other.page.getByLabel('Database Name').inputValue()).toBe('Mine');
    await other.page.getByRole('button', { name: 'Use the other answers' }).click();
    expect(await other.page.getByLabel('Database Name').inputValue()).toBe('FIMService');
    await done();
  });

  it('a browser that is behind is told, and overwrites nothing', async () => {
    const { one, other, answers, done } = await twoAt('database');
    await other.page.route('**/events', async (route) => {
      await one.fillIn(answers['database']!);
      await one.press('Next');
      await one.sees('mailServer');
      await route.continue();
    });
    await other.page.getByLabel('Database Server').fill('stale.contoso.com');
    await other.press('Next');
    await other.page.getByText('The installation has moved on').waitFor();
    const view = await there.site.client.view(one.id);
    expect(view.page.id).toBe('mailServer');
    const { body } = await there.site.client.request<{ pages: Record<string, { server: string }> }>(
      'GET',
      `/api/v1/installations/${one.id}/answers`,
      undefined,
      { Accept: 'application/json' },
    );
    expect(body.pages['database']?.server).toBe('contosoagl.contoso.com');
    await done();
  });

  it('says so when the service does not answer, and goes on by itself when it is back', async () => {
    const data = mkdtempSync(join(tmpdir(), 'mim-setup-web-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const first = await openSite({ data });
    const { id } = await first.client.begin();
    const { page, context } = await openPage(there.browser, first.url);
    const hand = new UserAtPage(page, first.client, id);
    await hand.open();
    await hand.sees('welcome');
    await first.served.service.close();
    await page.getByText('The service does not answer').waitFor();
    await using second = await openSite({ data, port: Number(new URL(first.url).port) });
    await page.getByText('The service does not answer').waitFor({ state: 'detached' });
    await hand.press('Next');
    await hand.sees('licenseAgreement');
    expect((await second.client.view(id)).page.id).toBe('licenseAgreement');
    await context.close();
  });
});
