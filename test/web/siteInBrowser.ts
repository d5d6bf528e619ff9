import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { answersFor, type PageAnswers } from '../answers.ts';
import { launch, openPage, type Watched } from './chromium.ts';
import { openSite, type Site } from './site.ts';
import { UserAtPage } from './userAtPage.ts';

/** The service with its web page and a browser, for as long as the suite lasts that calls this. */
export interface SiteInBrowser {
  readonly site: Site;
  readonly browser: Browser;
  /** A window of its own, with its own cookies and storage. */
  open(options?: BrowserContextOptions): Promise<Watched>;
  /** A rehearsal that the API has brought to a page, opened in a window of its own. */
  at(screen: string, answers?: PageAnswers, rehearsal?: object): Promise<Opened>;
}

export interface Opened extends Watched {
  readonly hand: UserAtPage;
  readonly page: Page;
  readonly answers: PageAnswers;
  done(): Promise<void>;
}

export function siteInBrowser(flags: Readonly<Record<string, unknown>> = {}): SiteInBrowser {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(flags), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });
  return {
    get site() {
      return site;
    },
    get browser() {
      return browser;
    },
    open: (options) => openPage(browser, site.url, options),
    async at(screen, answers = answersFor('C'), rehearsal = {}) {
      let view = await site.client.begin({ mode: 'rehearsal', rehearsal: { pace: 1, ...rehearsal } });
      while (view.page.id !== screen) view = await site.client.step(view, answers);
      const window = await openPage(browser, site.url);
      const hand = new UserAtPage(window.page, site.client, view.id);
      await hand.open();
      await hand.sees(screen);
      return { ...window, hand, answers, done: () => window.context.close() };
    },
  };
}
