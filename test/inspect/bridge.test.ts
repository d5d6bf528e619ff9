import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInspector } from '../../server/inspect/inspector.ts';
import { serve } from '../http/service.ts';
import { launch, needs, openPage, withoutChromium } from '../web/chromium.ts';

/** Stands in for Stately's viewer: it says that it is there, as the package's receiver does, and notes what it is sent. */
const standIn = `<!doctype html><html lang="en"><title>Viewer</title><script>
window.received = [];
addEventListener('message', ({ data, origin }) => data._version && received.push({ ...data, origin }));
parent.postMessage({ type: '@statelyai.connected' }, '*');
</script></html>`;

describe.skipIf(withoutChromium)(`The page that holds the viewer ${needs}`, () => {
  let browser: Browser;
  let site: Server;
  let viewer: string;
  beforeAll(async () => {
    browser = await launch();
    site = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(standIn));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    viewer = `http://127.0.0.1:${(site.address() as AddressInfo).port}/inspect`;
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });

  it('hands the viewer what has been and what comes, and loads nothing from anywhere else', async () => {
    await using served = await serve();
    const inspector = await startInspector(served.service.installations, { viewer, port: 0 });
    const { id } = await served.client.begin();
    const { page, complaints, origins } = await openPage(browser, inspector.url);
    await page.goto(inspector.url);
    const received = () =>
      page.frames()[1]!.evaluate(() => (window as unknown as { received: { type: string; sessionId: string }[] }).received);
    await expect.poll(async () => (await received()).map(({ type }) => type)).toEqual(['@xstate.actor', '@xstate.snapshot']);
    await served.client.event(id, { type: 'submit', page: 'welcome', answers: {} });
    await expect
      .poll(async () => (await received()).map(({ type }) => type).slice(2))
      .toEqual(['@xstate.event', '@xstate.snapshot']);
    expect((await received()).every(({ sessionId }) => sessionId === id)).toBe(true);
    expect([...origins].toSorted()).toEqual([new URL(inspector.url).origin, new URL(viewer).origin].toSorted());
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
    await page.context().close();
    await inspector.close();
  });

  it('speaks to no other site, whatever that says', async () => {
    await using served = await serve();
    const elsewhere = viewer.replace('127.0.0.1', 'localhost');
    const inspector = await startInspector(served.service.installations, { viewer: elsewhere, port: 0 });
    await served.client.begin();
    const { page } = await openPage(browser, inspector.url);
    await page.goto(inspector.url);
    await page.frames()[1]!.waitForLoadState('load');
    // Another page in the same frame has another origin than the viewer's, and the policy does not even load it.
    await page.evaluate((address) => document.querySelector('iframe')!.setAttribute('src', address), viewer);
    await expect.poll(() => page.frames()[1]!.url()).toMatch(/^chrome-error:/);
    await page.context().close();
    await inspector.close();
  });

  it('may not be framed, nor run anything of another', async () => {
    await using served = await serve();
    const inspector = await startInspector(served.service.installations, { port: 0 });
    const response = await fetch(inspector.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'nonce-[^']+'; style-src 'nonce-[^']+'; frame-src https:\/\/stately\.ai https:\/\/\*\.stately\.ai; connect-src 'self';/,
    );
    expect(policy).toContain("frame-ancestors 'none'");
    expect(await response.text()).toContain('src="https://stately.ai/inspect"');
    await inspector.close();
  });
});
