import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import { answersFor } from '../answers.ts';
import { launch, needs, openPage, withoutChromium } from '../web/chromium.ts';
import { Hand } from '../web/hand.ts';
import { openSite, type Site } from '../web/site.ts';

describe.skipIf(withoutChromium)(`The nine options, walked in a browser ${needs}`, () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  /** Begins one, answers by the API until the page with the options, and goes on from there in a browser. */
  async function atMailServer(option: Option) {
    const { page, context, complaints, origins } = await openPage(browser, site.url);
    const answers = answersFor(option, ['service']);
    let view = await site.client.begin();
    while (view.page.id !== 'mailServer') view = await site.client.step(view, answers);
    const hand = new Hand(page, site.client, view.id);
    await hand.open();
    await hand.sees('mailServer');
    return { hand, answers, context, complaints, origins };
  }

  it.each<Option>(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'])(
    'option %s asks for what it needs, greys what it does not, and leads to the plan of its answers',
    async (option) => {
      const { hand, answers, context, complaints, origins } = await atMailServer(option);
      const screens = await hand.walkTo('serviceAccount', answers);
      const { page } = await site.client.view(hand.id);
      const { properties } = page.schema as { properties: Record<string, { readOnly?: boolean }> };
      for (const [field, { readOnly = false }] of Object.entries(properties))
        expect.soft([field, await hand.page.locator(`#field-${field}`).isDisabled()]).toEqual([field, readOnly]);
      screens.push(...(await hand.walkTo('ready', answers)));

      const byApi = await site.client.walk(await site.client.begin(), answers);
      expect(screens).toEqual(byApi.screens.slice(byApi.screens.indexOf('mailServer')));
      expect(await planOf(hand.id)).toEqual(await planOf(byApi.view.id));
      await hand.page.locator('.which').getByText(`Option ${option}`).waitFor();
      expect(complaints).toEqual([]);
      expect([...origins]).toEqual([site.url]);
      await context.close();
    },
  );

  async function planOf(id: string): Promise<unknown> {
    return (await site.client.request('GET', `/api/v1/installations/${id}/plan`)).body;
  }
});
