import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { needs, withoutChromium } from '../web/chromium.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

describe.skipIf(withoutChromium)(`The wizard by keyboard alone ${needs}`, () => {
  const there = siteInBrowser();

  it('begins, answers, goes back, acknowledges, installs and closes without a mouse', async () => {
    const { page, context, complaints } = await there.open();
    const keys = new Keys(page);
    await page.goto('/');
    await page.getByText('There are no installations yet').waitFor();
    await keys.tabTo('Begin an installation');
    await keys.press('Enter');
    await keys.type('By keyboard');
    await keys.press('Enter');

    await keys.at('welcome', 'Next');
    await keys.press('Enter');
    await keys.at('licenseAgreement', 'I accept the terms in the License Agreement');
    await keys.press('Space', 'Enter');
    await keys.at('cloud', 'Azure AD');
    await keys.press('ArrowDown', 'ArrowUp', 'Enter');
    await keys.at('signIn', 'With a code, in a browser on any device');
    await keys.press('Enter');
    await keys.at('components', 'MIM Service');
    // Only the service, and the portals not.
    for (let box = 0; box < 4; box++) await keys.press('Tab', 'Space');
    await keys.press('Enter');
    await keys.at('database', 'Database Server');
    await keys.type('contosoagl.contoso.com');
    await keys.press('Tab', 'Control+a');
    await keys.type('FIMServiceOld');
    await keys.press('Tab', 'ArrowDown', 'Enter');
    await keys.at('databaseBackupWarning', 'Back');
    await keys.press('Enter');
    await keys.at('database', 'Database Server');
    await keys.press('Enter');
    await keys.at('databaseBackupWarning', 'Back');
    await keys.press('Alt+n');
    await keys.at('mailServer', 'Mail Server');
    await keys.press('End');
    await expect.poll(() => page.getByLabel('Mail Server', { exact: true }).inputValue()).toBe('none');
    await keys.press('Enter');
    await keys.at('certificate', 'Generate a new self-issued certificate');
    await keys.press('Alt+b');
    await keys.at('mailServer', 'Mail Server');
    await keys.press('Alt+n');
    await keys.at('certificate', 'Generate a new self-issued certificate');
    await keys.press('Enter');
    await keys.at('serviceAccount', 'Service Account Name');
    await keys.type('svcMIMLocked');
    await keys.press('Tab');
    await keys.type('Pass@word1');
    await keys.tabTo('Service Account Domain');
    await keys.type('contoso');
    await keys.press('Enter');
    await keys.at('synchronizationServer', 'Synchronization Server');
    await keys.type('mim.contoso.com');
    await keys.press('Tab');
    await keys.type('contoso\\svcMIMMA');
    await keys.press('Enter');
    await keys.at('serviceAddress', 'MIM Service Server address');
    await keys.type('mim.contoso.com');
    await keys.press('Enter');
    await keys.at('firewall', 'Open ports 5725 and 5726 in firewall');
    await keys.press('Enter');
    await keys.at('ready', 'Install');
    await page.getByText('passed').first().waitFor();
    await keys.press('Escape');
    expect(await keys.focused()).toBe('No');
    await keys.press('Escape');
    await keys.tabTo('Install');
    await keys.press('Enter');
    await keys.sees('postInstallation');
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    const { tasks } = await there.site.client.view(id);
    expect(tasks.map((task) => task.id)).toContain('serviceRuns');
    for (const { title } of tasks) {
      await keys.tabTo(`Done: ${title}`);
      await keys.press('Enter');
    }
    await keys.sees('finished');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** A user without a mouse. */
class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  sees(screen: string): Promise<void> {
    return this.#page.locator(`.wizard[data-screen="${screen}"]:not([data-status=checking])`).waitFor();
  }

  /** Waits until the screen is there, with the focus on what has this name. */
  async at(screen: string, focus: string): Promise<void> {
    await this.sees(screen);
    await expect.poll(() => this.focused(), { message: `the focus on ${screen}` }).toBe(focus);
  }

  /** Presses Tab until what has this name has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let steps = 0; steps < 80; steps++) {
      if ((await this.focused()) === name) return;
      await this.press('Tab');
    }
    throw new Error(`no way by Tab to ${name}`);
  }

  /** What has the focus, by the name that a screen reader says. */
  async focused(): Promise<string> {
    return String(
      await this.#page.evaluate(`(() => {
        const focus = document.activeElement;
        const label = focus.labels?.[0]?.textContent ?? focus.textContent;
        return (focus.getAttribute('aria-label') ?? label).replace(/\\*$/, '').trim();
      })()`),
    );
  }
}
