import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answersFor, type PageAnswers } from '../answers.ts';
import { needs, openPage, withoutChromium } from '../web/chromium.ts';
import { ScreenChecks } from '../web/screenChecks.ts';
import { openSite } from '../web/site.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';
import { UserAtPage } from '../web/userAtPage.ts';

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
const windows: Readonly<Record<string, BrowserContextOptions>> = {
  'wide-light': { viewport: wide, colorScheme: 'light' },
  'wide-dark': { viewport: wide, colorScheme: 'dark' },
  'narrow-light': { viewport: narrow, colorScheme: 'light', hasTouch: true, isMobile: true },
  'narrow-dark': { viewport: narrow, colorScheme: 'dark', hasTouch: true, isMobile: true },
  'zoomed-twice': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, colorScheme: 'light' },
};
/** How far the page goes on below the window, in which the wizard scrolls by itself. */
const below = 'document.documentElement.scrollHeight - document.documentElement.clientHeight';
const answers: PageAnswers = {
  ...answersFor('C'),
  database: { server: 'contosoagl.contoso.com', name: 'FIMServiceOld', whenExists: 'reuse' },
};

describe.skipIf(withoutChromium)(`Every screen can be seen and reached by everybody ${needs}`, () => {
  const there = siteInBrowser();

  describe.each(Object.entries(windows))('%s', (name, options) => {
    /** An installation that the API has brought to a page, opened in such a window. */
    async function at(screen: string, given: PageAnswers = answers, rehearsal: object = {}) {
      let view = await there.site.client.begin({
        mode: 'rehearsal',
        name: 'Contoso, first server',
        rehearsal: { pace: 1, ...rehearsal },
      });
      while (view.page.id !== screen) view = await there.site.client.step(view, given);
      const { page, context } = await there.open(options);
      const hand = new UserAtPage(page, there.site.client, view.id);
      await hand.open();
      await hand.sees(screen);
      return { hand, page, look: new ScreenChecks(page, name), done: () => context.close() };
    }

    it('from the first page to the plan, every page and every warning', async () => {
      const { hand, look, done } = await at('welcome');
      for (let { screen, status } = await hand.at(); screen !== 'ready'; { screen, status } = await hand.at()) {
        await look.look(screen);
        if (name.startsWith('wide'))
          expect.soft({ screen, below: await hand.page.evaluate(below) }).toEqual({ screen, below: 0 });
        if (status === 'asking' && name === 'wide-light') {
          await hand.fillIn(answers[screen] ?? {});
          await look.look(`${screen}-answered`);
        }
        await hand.goOn(answers);
      }
      await hand.page.locator('.checks summary').waitFor();
      await look.look('ready');
      for (const tab of ['plan', 'log', 'flow', 'report']) {
        await hand.open(`/${tab}`);
        await hand.page.locator('main:not(:has([role=progressbar]))').waitFor();
        await look.look(`tab-${tab}`);
      }
      await done();
    });

    it.each([
      ['signIn', { method: 'deviceCode', tenant: 'nowhere.example' }],
      ['signIn', { method: 'deviceCode', tenant: 'unlicensed.onmicrosoft.com' }],
      ['mailServer', { type: 'smtp', host: 'smtp.contoso.com', authentication: 'basic' }],
      ['mailboxApplication', { ...answers['mailboxApplication'], tenantId: 'aa7efd5d-2944-43aa-8543-34b476c47a7a' }],
      ['mailboxApplication', { ...answers['mailboxApplication'], clientSecret: 'wrong' }],
    ])('the error box of %s, and the page after its OK', async (screen, wrong) => {
      const { hand, page, look, done } = await at(screen, answers, { pace: 3000 });
      await hand.fillIn(wrong);
      await hand.press('Next');
      if (screen === 'signIn') {
        await page.getByText('CONTOSO42').waitFor();
        await look.look('device-code');
      }
      await page.getByRole('alertdialog').waitFor();
      await look.look((await hand.at()).screen);
      await page.getByRole('button', { name: 'OK' }).click();
      await hand.sees(screen);
      await look.look(`${screen}-after-error`);
      await done();
    });

    it('what is wrong with answers, a failed check, its override, and the boxes', async () => {
      const { hand, page, look, done } = await at('database', answers, { failCheck: 'database-version', times: 9 });
      await page.getByLabel('Database Name').fill('a"b');
      await hand.press('Next');
      await page.locator('[aria-invalid=true]').first().waitFor();
      await look.look('invalid-answers');
      await hand.fillIn({ ...answers['database'], name: 'FIMServiceNew' });
      await hand.press('Next');
      await page.locator('.check.failed').first().waitFor();
      await look.look('failed-checks');
      await hand.fillIn(answers['database']!);
      await hand.press('Next');
      await page.locator('[data-check=database-version].failed').waitFor();
      await page.getByRole('button', { name: 'Override…' }).first().click();
      await look.look('override-box');
      await page.getByLabel('Reason').fill('The patch comes tonight');
      await page.getByRole('button', { name: 'Override', exact: true }).click();
      await hand.sees('databaseBackupWarning');
      await hand.press('Cancel');
      await look.look('cancel-box');
      await page.getByRole('button', { name: 'Yes' }).click();
      await hand.sees('cancelled');
      await look.look('cancelled');
      await done();
    });

    it('the registration of the mailbox application', async () => {
      const { hand, page, look, done } = await at('mailboxApplication');
      await page.getByText('Have it registered now', { exact: true }).click();
      await page.getByLabel('Mailbox of the MIM Service').fill('MIMService@contoso.onmicrosoft.com');
      await page.getByLabel('Mail-enabled group').fill('MIMServiceMailbox@contoso.onmicrosoft.com');
      await look.look('register');
      await page.getByRole('button', { name: 'Register the application' }).click();
      await hand.sees('mailboxApplicationPolicy');
      await look.look('mailboxApplicationPolicy');
      await hand.press('Next');
      await hand.sees('mailboxApplication');
      await look.look('registered');
      await done();
    });

    it('the installation: its progress, its failure, its closing tasks and its end', async () => {
      const { hand, page, look, done } = await at('ready', answers, { failAt: 'ConfigureDatabase', pace: 700 });
      await hand.press('Install');
      await hand.sees('installing');
      await page.getByText('InstallFiles').first().waitFor();
      await look.look('installing');
      await hand.sees('failed');
      await page.locator('.tail div').first().waitFor();
      await look.look('failed');
      await hand.press('Retry');
      await hand.sees('postInstallation');
      await look.look('postInstallation');
      await page.getByRole('button', { name: /^Skip: Install add-ins/ }).click();
      await look.look('skip-box');
      await page.getByLabel('Reason').fill('Nobody needs them');
      await page.getByRole('button', { name: 'Skip the task' }).click();
      await page.getByText('Reason: Nobody needs them').waitFor();
      await look.look('tasks-some-settled');
      const open = page.locator('.tasks li.open').getByRole('button', { name: /^Done/ });
      for (let left = await open.count(); left > 0; left = await open.count()) {
        const { revision } = await hand.at();
        await open.first().click();
        await page.locator(`.wizard:not([data-revision="${revision}"])`).waitFor();
      }
      await hand.sees('finished');
      await look.look('finished');
      for (const tab of ['log', 'report']) {
        await hand.open(`/${tab}`);
        await page.locator('main').waitFor();
        await look.look(`tab-${tab}-at-the-end`);
      }
      await done();
    });

    it('the list, what begins one, another window’s step, and no such page', async () => {
      const { hand, page, look, done } = await at('cloud');
      await there.site.client.event(hand.id, { type: 'submit', page: 'cloud', answers: { cloud: 'global' } });
      await page.getByText('Somebody else was here').waitFor();
      await look.look('moved-on-elsewhere');
      if (await page.getByRole('button', { name: /^Step/ }).isVisible()) {
        await page.getByRole('button', { name: /^Step/ }).click();
        await look.look('outline-opened');
      }
      await page.goto('/');
      await page.getByRole('table').waitFor();
      await look.look('list');
      await page.getByRole('button', { name: 'Begin an installation' }).click();
      await look.look('begin-box');
      await page.getByText('Practise a failure').click();
      await look.look('begin-box-failure');
      await page.getByLabel('Live: real checks').check();
      await look.look('begin-box-live');
      await page.keyboard.press('Escape');
      await page.goto('/installations/nothing');
      await page.getByRole('heading').first().waitFor();
      await look.look('no-such-installation');
      await done();
    });

    it('the empty list and the sign-in page', async () => {
      await using locked = await openSite({ token: 'a-token-of-enough-characters' });
      const { page, context } = await openPage(there.browser, locked.url, options);
      const look = new ScreenChecks(page, name);
      await page.goto('/');
      await page.getByLabel('Token').fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('This token is not known').waitFor();
      await look.look('sign-in');
      await page.getByLabel('Token').fill('a-token-of-enough-characters');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('There are no installations yet').waitFor();
      await look.look('empty-list');
      await context.close();
    });
  });

  it('leads every option by hand through every page of every component', async () => {
    for (const option of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const) {
      const { id } = await there.site.client.begin();
      const { page, context, complaints, origins } = await there.open();
      const hand = new UserAtPage(page, there.site.client, id);
      await hand.open();
      await hand.sees('welcome');
      const screens = await hand.walkTo('ready', answersFor(option));
      const byApi = await there.site.client.walk(await there.site.client.begin(), answersFor(option));
      expect(screens).toEqual(byApi.screens);
      expect(complaints).toEqual([]);
      expect([...origins]).toEqual([there.site.url]);
      await context.close();
    }
  });
});
