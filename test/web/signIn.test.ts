import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, needs, openPage, withoutChromium } from './chromium.ts';
import { openSite, type Site } from './site.ts';

const token = 'a-token-of-enough-characters';

describe('The session of a web page', () => {
  it('is begun with a known token, in a cookie that no script reads, no other site sends, and that holds no token', async () => {
    await using site = await openSite({ token });
    const post = (authorization?: string) =>
      fetch(`${site.url}/session`, { method: 'POST', headers: { ...(authorization && { authorization }) } });
    const taken = await post(`Bearer ${token}`);
    const [set = ''] = taken.headers.getSetCookie();
    expect([taken.status, set]).toEqual([
      204,
      expect.stringMatching(/^mim-setup-session=[\w.-]{80,}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(set).not.toContain(token);
    for (const wrong of [undefined, 'Bearer some-other-token-of-theirs', 'Basic abc']) {
      const refused = await post(wrong);
      expect([refused.status, refused.headers.getSetCookie()]).toEqual([401, []]);
    }
    const cookie = set.split(';')[0]!;
    const list = (headers: Record<string, string>) => fetch(`${site.url}/api/v1/installations`, { headers });
    expect((await list({})).status).toBe(401);
    expect((await list({ cookie })).status).toBe(200);
    const who = await fetch(`${site.url}/session`, { headers: { cookie } });
    expect(await who.json()).toEqual({ who: 'token', signedIn: true });
    expect((await list({ cookie: `mim-setup-session=${token}` })).status).toBe(401);
    await fetch(`${site.url}/session`, { method: 'DELETE', headers: { cookie } });
    expect((await list({ cookie })).status).toBe(401);
  });

  it('does not let another site sign a browser in', async () => {
    await using site = await openSite({ token });
    const headers = { authorization: `Bearer ${token}`, origin: 'https://elsewhere.example' };
    const refused = await fetch(`${site.url}/session`, { method: 'POST', headers });
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([403, []]);
  });
});

describe.skipIf(withoutChromium)(`The sign-in page ${needs}`, () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite({ token }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  it('takes the token, leads to where the visitor was going, and the stream works', async () => {
    const { id } = await site.client.begin();
    const { page, context } = await openPage(browser, site.url);
    await page.goto(`/installations/${id}`);
    await page.getByLabel('Token').fill('not the token');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This token is not known').waitFor();
    await page.getByLabel('Token').fill(token);
    await page.keyboard.press('Enter');
    await page.locator('.wizard[data-screen=welcome]').waitFor();
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(await page.evaluate('document.cookie')).toBe('');
    await site.client.event(id, { type: 'submit', page: 'welcome', answers: {} });
    await page.locator('.wizard[data-screen=licenseAgreement]').waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Token').waitFor();
    expect(await context.cookies()).toEqual([]);
    await page.goto('/');
    await page.waitForURL('**/sign-in?next=%2F');
    await context.close();
  });

  it('never leads to another site', async () => {
    const { page, context } = await openPage(browser, site.url);
    await page.goto('/sign-in?next=//elsewhere.example/');
    await page.getByLabel('Token').fill(token);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Installations' }).waitFor();
    expect(page.url()).toBe(`${site.url}/`);
    await context.close();
  });
});
