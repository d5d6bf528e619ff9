import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { webLightTheme } from '@fluentui/react-components';
import type { Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { light } from '../../server/web/src/fluentThemes.ts';
import { buildOnce } from './built.ts';
import { launch, needs, openPage, withoutChromium } from './chromium.ts';
import { openSite } from './site.ts';

const dist = join(import.meta.dirname, '../../server/web/dist');
const lazyParts = '**/assets/parts-*.js';

/** What may be sent of the page before it can be used, bytes. */
const mostBytes = 154_000;

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
    const by = (encodings: string) => fetch(`${site.url}${script}`, { headers: { 'accept-encoding': encodings } });
    const plain = await by('identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    const text = await plain.text();
    for (const [encodings, expected] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
    ] as const) {
      const compressed = await by(encodings);
      expect(compressed.headers.get('content-encoding')).toBe(expected);
      expect(compressed.headers.get('content-type')).toMatch(/javascript/);
      expect(compressed.headers.get('cache-control')).toContain('immutable');
      expect(await compressed.text()).toBe(text);
    }
    for (const path of ['/assets/../index.html', '/assets/%2e%2e/%2e%2e/build.ts', '/assets/no.js', '/nowhere', '/index.html'])
      expect.soft([path, (await fetch(`${site.url}${path}`)).status]).toEqual([path, 404]);
  });

  it('name no address that would be asked for', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const style = readFileSync(join(dist, /href="\/(assets\/[^"]+\.css)"/.exec(html)![1]!), 'utf8');
    expect(html + style).not.toMatch(/https?:\/\//);
    expect(style).not.toMatch(/url\(|@import|@font-face/);
  });
});

describe('What is sent of the page before it shows', () => {
  it(`is at most ${mostBytes / 1000} kB for any browser, as it is compressed`, async () => {
    await buildOnce();
    const html = readFileSync(join(dist, 'index.html'));
    const linked = [...html.toString().matchAll(/"\/(assets\/[^"]+)"/g)].map(([, path]) =>
      readFileSync(join(dist, `${path}.gz`)),
    );
    expect(linked.length).toBeGreaterThan(2);
    expect([gzipSync(html), ...linked].reduce((sum, { length }) => sum + length, 0)).toBeLessThan(mostBytes);
  });

  it('has a value for each of Fluent’s tokens that a rule names', async () => {
    await buildOnce();
    const files = readdirSync(join(dist, 'assets')).filter((file) => /\.(js|css)$/.test(file));
    const built = files.map((file) => readFileSync(join(dist, 'assets', file), 'utf8')).join('\n');
    const named = new Set([...built.matchAll(/var\(--(\w+)/g)].map(([, name]) => name!));
    const wanted = Object.keys(webLightTheme).filter((name) => named.has(name));
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((name) => !(name in light))).toEqual([]);
  });
});

describe.skipIf(withoutChromium)(`The first load ${needs}`, () => {
  it('needs no more than that to be used, comes from this host alone, and nothing complains', async () => {
    await using site = await openSite();
    const { id } = await site.client.begin();
    const browser = await launch();
    try {
      const { page, complaints, origins } = await openPage(browser, site.url);
      let finished: Request[] = [];
      page.on('requestfinished', (request) => {
        if (!/\/(api|session)\b/.test(new URL(request.url()).pathname)) finished.push(request);
      });
      // The rest of the page is on its way all the time.
      await page.route(lazyParts, () => undefined);
      for (const [path, button] of [
        ['/', 'Begin an installation'],
        [`/installations/${id}`, 'Next'],
      ] as const) {
        finished = [];
        await page.goto(path);
        await page.getByRole('button', { name: button }).click();
        await page.waitForLoadState('load');
        const sizes = await Promise.all(finished.map((request) => request.sizes()));
        const sent = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
        expect(sent).toBeGreaterThan(10_000);
        expect(sent).toBeLessThan(mostBytes);
        await page.context().clearCookies();
        await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
      }
      await expect.poll(async () => (await site.client.view(id)).page.id).toBe('licenseAgreement');
      expect([...origins]).toEqual([site.url]);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('goes without the rest of the page where that does not come, says so where it is needed, and loads it again', async () => {
    await using site = await openSite();
    const { id } = await site.client.begin();
    const browser = await launch();
    try {
      const { page } = await openPage(browser, site.url);
      await page.route(lazyParts, (route) => route.abort());
      await page.goto(`/installations/${id}`);
      await page.getByRole('link', { name: 'Plan', exact: true }).click();
      const told = page.getByText('This part of the page could not be loaded');
      await told.waitFor();
      await page.getByRole('link', { name: 'Setup', exact: true }).click();
      await page.getByRole('button', { name: 'Next' }).waitFor();
      expect(await told.count()).toBe(0);
      await page.getByRole('link', { name: 'Plan', exact: true }).click();
      await page.unroute(lazyParts);
      await page.getByRole('button', { name: 'Reload the page' }).click();
      await page.getByRole('heading', { name: 'The plan' }).waitFor();
    } finally {
      await browser.close();
    }
  });
});
