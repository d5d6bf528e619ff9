import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serve } from '../http/service.ts';

const executablePath = '/usr/bin/chromium';
const isMissing = !existsSync(executablePath) && process.env['CI'] !== 'true';

describe('The browsable page', () => {
  it.skipIf(isMissing)(
    `shows every call, asks no other host, and breaks none of its own rules (needs ${executablePath})`,
    async () => {
      await using served = await serve({ token: 'a-token-of-enough-characters' });
      const browser = await chromium.launch({
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-sync',
        ],
      });
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        const asked = new Set<string>();
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('request', (request) => asked.add(new URL(request.url()).origin));
        const response = await page.goto(`${served.url}/api/v1/docs`);
        expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
        await page.locator('.opblock-summary-path').first().waitFor();
        const paths = await page.locator('.opblock-summary-path').allInnerTexts();
        expect(paths.map((path) => path.replace(/\u200b/g, ''))).toContain('/api/v1/installations/{id}/events');
        await page.locator('#operations-installations-sendEvent .opblock-summary-control').click();
        await page.getByText('If-Match').first().waitFor();
        expect([...asked].filter((origin) => origin !== 'null')).toEqual([served.url]);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );

  it('is shown to whoever has no token, as the document is, and nothing else is', async () => {
    await using served = await serve({ token: 'a-token-of-enough-characters' });
    const statusOf = async (path: string) => (await fetch(`${served.url}${path}`)).status;
    expect(await statusOf('/api/v1/docs/')).toBe(200);
    expect(await statusOf('/api/v1/openapi.json')).toBe(200);
    expect(await statusOf('/api/v1/docs/package.json')).toBe(401);
    expect(await statusOf('/api/v1/pages')).toBe(401);
  });
});
