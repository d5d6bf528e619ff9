import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launch, needs, openPage, withoutChromium } from './chromium.ts';
import { openSite } from './site.ts';

/** What may be sent before the page can be used, bytes. */
const mostBytes = 300_000;

describe('The files of the web page', () => {
  it('are served with a policy that lets in no inline script, no eval and no other host', async () => {
    await using site = await openSite();
    const response = await fetch(`${site.url}/installations/any`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9+/=]{22,}';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|style=|onclick=/);
    const again = await (await fetch(site.url)).text();
    expect(again).not.toBe(html);
  });

  it('are compressed, kept for ever where their name carries their content, and never another file', async () => {
    await using site = await openSite();
    const html = await (await fetch(site.url)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1];
    const compressed = await fetch(`${site.url}${script}`);
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('content-type')).toMatch(/javascript/);
    expect(compressed.headers.get('cache-control')).toContain('immutable');
    const plain = await fetch(`${site.url}${script}`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await compressed.text());
    for (const path of ['/assets/../index.html', '/assets/%2e%2e/%2e%2e/build.ts', '/assets/no.js', '/nowhere', '/index.html'])
      expect.soft([path, (await fetch(`${site.url}${path}`)).status]).toEqual([path, 404]);
  });

  it('name no address that would be asked for', () => {
    const dist = join(import.meta.dirname, '../../server/web/dist');
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const style = readFileSync(join(dist, /href="\/(assets\/[^"]+\.css)"/.exec(html)![1]!), 'utf8');
    expect(html + style).not.toMatch(/https?:\/\//);
    expect(style).not.toMatch(/url\(|@import|@font-face/);
  });
});

describe.skipIf(withoutChromium)(`The first load ${needs}`, () => {
  it(`sends less than ${mostBytes / 1000} kB, from this host alone, and nothing complains`, async () => {
    await using site = await openSite();
    const { id } = await site.client.begin();
    const browser = await launch();
    try {
      const { page, complaints, origins } = await openPage(browser, site.url);
      let sent = 0;
      page.on('requestfinished', async (request) => {
        const { responseBodySize, responseHeadersSize } = await request.sizes();
        sent += responseBodySize + responseHeadersSize;
      });
      for (const path of ['/', `/installations/${id}`]) {
        sent = 0;
        await page.goto(path);
        await page.locator('main').waitFor();
        await page.waitForLoadState('load');
        expect(sent).toBeGreaterThan(10_000);
        expect(sent).toBeLessThan(mostBytes);
        await page.context().clearCookies();
        await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
      }
      expect([...origins]).toEqual([site.url]);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
