import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answersFor, type PageAnswers } from '../answers.ts';
import { Client } from '../client.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { englishOn } from '../web/englishOn.ts';
import { ScreenChecks } from '../web/screenChecks.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';
import { UserAtPage } from '../web/userAtPage.ts';

const windows: Readonly<Record<string, BrowserContextOptions>> = {
  'german-wide': { viewport: { width: 1280, height: 800 } },
  'german-narrow': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
const answers: PageAnswers = {
  ...answersFor('C'),
  database: { server: 'contosoagl.contoso.com', name: 'FIMServiceOld', whenExists: 'reuse' },
};

describe.skipIf(withoutChromium)(`In a German browser ${needs}`, () => {
  const there = siteInBrowser();

  describe.each(Object.entries(windows))('%s', (name, options) => {
    /** A rehearsal that the API has brought to a page, opened by somebody who reads German. */
    async function at(screen: string, rehearsal: object = {}) {
      let view = await there.site.client.begin({ mode: 'rehearsal', rehearsal: { pace: 1, ...rehearsal } });
      while (view.page.id !== screen) view = await there.site.client.step(view, answers);
      const { page, context, complaints } = await there.open({ ...options, locale: 'de-DE' });
      const client = new Client(there.site.url, { 'Accept-Language': 'de' });
      const hand = new UserAtPage(page, client, view.id, 'Weiter');
      const looker = new ScreenChecks(page, name);
      const look = async (what: string) => {
        await looker.look(what);
        expect.soft({ what, english: await englishOn(page) }).toEqual({ what, english: [] });
        expect.soft({ what, broken: await brokenOn(hand) }).toEqual({ what, broken: [] });
      };
      await hand.open();
      await hand.sees(screen);
      const done = async () => {
        expect(complaints).toEqual([]);
        await context.close();
      };
      return { hand, page, look, done };
    }

    it('every page of the way to the installation speaks German alone', async () => {
      const { hand, page, look, done } = await at('welcome');
      expect(await page.locator('html').getAttribute('lang')).toBe('de');
      for (let { screen } = await hand.at(); screen !== 'ready'; { screen } = await hand.at()) {
        await look(screen);
        await hand.goOn(answers);
      }
      await page.getByText('ist nicht sicher bekannt').or(page.getByText('sind nicht sicher bekannt')).first().waitFor();
      await look('ready');
      await page.getByRole('tab', { name: 'Der Plan im Einzelnen' }).click();
      await page.getByRole('row', { name: /^SQLSERVER_SERVER/ }).waitFor();
      await look('ready-plan');
      await page.getByRole('tab', { name: 'Ihre Angaben' }).click();
      await page.getByRole('button', { name: 'Ändern: Datenbank', exact: true }).click();
      await page.locator('[data-behind=database]').waitFor();
      await look('page-behind');
      for (const tab of ['plan', 'log', 'flow', 'report']) {
        await hand.open(`/${tab}`);
        await page.locator('main:not(:has([role=progressbar]))').waitFor();
        await look(`tab-${tab}`);
      }
      await done();
    });

    it('so does what goes wrong: a failed check, the boxes, and an installation that fails and is tried again', async () => {
      const { hand, page, look, done } = await at('database', {
        failCheck: 'database-version',
        failAt: 'ConfigureDatabase',
        pace: 50,
      });
      await hand.fillIn(answers['database']!);
      await hand.press('Weiter');
      await page.locator('[data-check=database-version].failed').waitFor();
      await look('failed-check');
      await page.getByRole('button', { name: 'Außer Kraft setzen…' }).first().click();
      await look('override-box');
      await page.getByLabel('Begründung').fill('Das Update kommt heute Nacht');
      await page.getByRole('button', { name: 'Außer Kraft setzen', exact: true }).click();
      await hand.sees('databaseBackupWarning');
      await hand.press('Abbrechen');
      await look('cancel-box');
      await page.getByRole('button', { name: 'Nein' }).click();
      await hand.walkTo('ready', answers);
      await hand.press('Installieren');
      await hand.sees('failed');
      await page.locator('.tail div').first().waitFor();
      await look('failed');
      await hand.press('Wiederholen');
      await hand.sees('postInstallation');
      await look('tasks');
      await page
        .getByRole('button', { name: /^Überspringen: / })
        .first()
        .click();
      await page.getByLabel('Begründung').fill('Niemand braucht es');
      await look('skip-box');
      await page.getByRole('button', { name: 'Aufgabe überspringen' }).click();
      await page.getByText('Begründung: Niemand braucht es').waitFor();
      const open = page.locator('.tasks li.open').getByRole('button', { name: /^Erledigt/ });
      for (let left = await open.count(); left > 0; left = await open.count()) {
        const { revision } = await hand.at();
        await open.first().click();
        await page.locator(`.wizard:not([data-revision="${revision}"])`).waitFor();
      }
      await hand.sees('finished');
      await look('finished');
      await done();
    });

    it('and what stands around it: the list and how one is begun, the progress, the runners, and where nothing is', async () => {
      const { hand, page, look, done } = await at('cloud');
      await page.goto('/');
      await page.getByRole('table').waitFor();
      await look('list');
      expect(await page.locator('td time').first().getAttribute('title')).toMatch(/^\d{1,2}\.\d{1,2}\.\d{4}, \d{2}:\d{2}:\d{2}$/);
      await page.getByRole('button', { name: 'Installation beginnen' }).click();
      await page.getByText('Einen Fehlerfall üben').click();
      await look('begin-box');
      await page.getByLabel('Live: echte Prüfungen').check();
      await look('begin-box-live');
      await page.keyboard.press('Escape');
      await page.goto('/together');
      await page.getByRole('table').waitFor();
      await look('together');
      await page.goto('/runners');
      await page.getByRole('button', { name: 'Runner registrieren' }).click();
      await look('enroll');
      await hand.open('/nowhere');
      await page.getByRole('heading', { name: 'Diese Seite gibt es nicht' }).waitFor();
      await look('nowhere');
      await done();
    });
  });

  it('the underlined letters work the buttons with Alt, wherever the keyboard has them', async () => {
    const { page, context } = await there.open({ locale: 'de-DE' });
    const { id } = await there.site.client.begin();
    const hand = new UserAtPage(page, there.site.client, id, 'Weiter');
    await hand.open();
    await hand.sees('welcome');
    await page.keyboard.press('Alt+w');
    await hand.sees('licenseAgreement');
    expect(await page.getByRole('button', { name: 'Zurück' }).getAttribute('aria-keyshortcuts')).toBe('Alt+Z');
    // The key that is Z on a German keyboard is where an English one has Y.
    await page.evaluate(`document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'z', code: 'KeyY', altKey: true, bubbles: true, cancelable: true }))`);
    await hand.sees('welcome');
    await context.close();
  });

  it('English can be chosen, is kept, and is what the service is asked for; and German again', async () => {
    const { page, context } = await there.open({ locale: 'de-DE' });
    const { id } = await there.site.client.begin({ mode: 'rehearsal', name: 'Gewählt' });
    const hand = new UserAtPage(page, there.site.client, id);
    const asked = new Map<string, string>();
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      const inHeader = request.headers()['accept-language'];
      if (pathname.startsWith('/api/')) asked.set(pathname.split('/').at(-1)!, searchParams.get('lang') ?? inHeader ?? '');
    });
    await hand.open();
    await hand.sees('welcome');
    await page.getByRole('button', { name: 'Weiter' }).waitFor();
    await expect.poll(() => Object.fromEntries(asked)).toEqual({ pages: 'de', checklist: 'de', stream: 'de' });
    asked.clear();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Next' }).waitFor();
    await expect.poll(() => Object.fromEntries(asked)).toEqual({ pages: 'en', checklist: 'en', stream: 'en' });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('button', { name: 'Next' }).waitFor();
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: 'Weiter' }).waitFor();
    await context.close();
  });
});

/** The buttons and badges whose words do not go into one line, or are cut off. */
async function brokenOn({ page }: UserAtPage): Promise<string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('button, .fui-Badge')]
    .filter((one) => one.offsetParent !== null && one.textContent !== '' && !one.matches('.opener, .outline *'))
    .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1 || one.clientHeight > 40)
    .map((one) => one.textContent)`)) as string[];
}
