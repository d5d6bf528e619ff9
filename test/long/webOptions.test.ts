import { describe, expect, it } from 'vitest';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

describe.skipIf(withoutChromium)(`The nine options, walked in a browser ${needs}`, () => {
  const there = siteInBrowser();

  it.each<Option>(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'])(
    'option %s asks for what it needs, greys what it does not, and leads to the plan of its answers',
    async (option) => {
      const answers = answersFor(option, ['service']);
      const { hand, context, complaints, origins } = await there.at('mailServer', answers);
      const screens = await hand.walkTo('serviceAccount', answers);
      const { page } = await there.site.client.view(hand.id);
      const { properties } = page.schema as { properties: Record<string, { readOnly?: boolean }> };
      for (const [field, { readOnly = false }] of Object.entries(properties))
        expect.soft([field, await hand.page.locator(`#field-${field}`).isDisabled()]).toEqual([field, readOnly]);
      screens.push(...(await hand.walkTo('ready', answers)));

      const byApi = await there.site.client.walk(await there.site.client.begin(), answers);
      expect(screens).toEqual(byApi.screens.slice(byApi.screens.indexOf('mailServer')));
      expect(await planOf(hand.id)).toEqual(await planOf(byApi.view.id));
      await hand.page.locator('.which').getByText(`Option ${option}`).waitFor();
      expect(complaints).toEqual([]);
      expect([...origins]).toEqual([there.site.url]);
      await context.close();
    },
  );

  async function planOf(id: string): Promise<unknown> {
    return (await there.site.client.request('GET', `/api/v1/installations/${id}/plan`)).body;
  }
});
