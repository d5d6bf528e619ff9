import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether the tests in a browser have to be left out; on CI they never are. */
export const withoutChromium = !existsSync(executablePath) && process.env['CI'] !== 'true';
/** For the title of a suite that is left out without it. */
export const needs = `(needs ${executablePath})`;

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

/** A page, and everything that went on which nobody should see: complaints on its console, and requests to other hosts. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  readonly origins: ReadonlySet<string>;
}

/** A browser window of its own, with its own cookies and storage. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    baseURL: url,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const origins = new Set<string>();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => origins.add(new URL(request.url()).origin));
  page.setDefaultTimeout(15_000);
  return { page, context, complaints, origins };
}
