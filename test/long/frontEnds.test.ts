import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formSchema } from '../../machines/answers/formSchema.ts';
import type { JsonSchema } from '../../machines/answers/pageSchema.ts';
import { type PageId, pageOf } from '../../machines/pages/screens.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';
import { launch, needs, openPage, withoutChromium } from '../web/chromium.ts';

type Example = { readonly folder: string; field(page: Page, name: string): Locator };

const examples: readonly Example[] = [
  { folder: 'react', field: (page, name) => page.locator(`[id="root_${name}"]`) },
  { folder: 'jsonforms', field: (page, name) => page.locator(`[id$="/properties/${name}-input"]`) },
];

describe.skipIf(withoutChromium).each(examples)(`The example front end $folder ${needs}`, ({ folder, field }) => {
  const built = mkdtempSync(join(tmpdir(), 'mim-setup-front-end-'));
  let browser: Browser;
  let pages: Server;
  let served: Served;
  let origin: string;

  beforeAll(async () => {
    await build({
      root: `docs/examples/${folder}`,
      configFile: false,
      logLevel: 'error',
      build: { outDir: built, emptyOutDir: true, chunkSizeWarningLimit: 5000 },
    });
    pages = createServer((request, response) => {
      const path = join(built, new URL(request.url!, 'http://x').pathname.replace(/^\/$/, '/index.html'));
      if (!existsSync(path)) return void response.writeHead(404).end();
      response.setHeader(
        'Content-Type',
        path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html',
      );
      response.end(readFileSync(path));
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => pages.once('listening', listening));
    origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
    [served, browser] = await Promise.all([serve({ allowedOrigins: origin }), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.[Symbol.asyncDispose]();
    pages?.close();
    rmSync(built, { recursive: true, force: true });
  });

  it('has fewer than 150 lines', () => {
    expect(readFileSync(`docs/examples/${folder}/main.tsx`, 'utf8').split('\n').length).toBeLessThan(150);
  });

  it('walks option C to its end, from another origin', async () => {
    const { page, complaints } = await openPage(browser, origin);
    await page.goto(`/?service=${encodeURIComponent(served.url)}`);
    const screen = page.locator('main');
    const seen = new Set<string>();
    for (let last = ''; ; ) {
      await page
        .locator(`main:not([data-screen="${last}"]):not([data-status="checking"]):not([data-status="installing"])`)
        .waitFor()
        .catch(async (error) => {
          throw new Error(`It stays at ${last}: ${await screen.innerText()} ${complaints.join()}`, { cause: error });
        });
      last = (await screen.getAttribute('data-screen'))!;
      seen.add(last);
      if (last === 'finished') break;
      if (last === 'postInstallation') {
        const open = page.getByRole('button', { name: 'Done' });
        for (let left = await open.count(); left > 0; left--) {
          await open.first().click();
          await expect.poll(() => open.count()).toBeLessThan(left);
        }
      } else if (last === 'ready') {
        await expect.poll(() => screen.innerText()).not.toContain(': pending');
        await page.getByRole('button', { name: 'Install' }).click();
      } else if (await page.getByRole('button', { name: 'Go on' }).count())
        await page.getByRole('button', { name: 'Go on' }).click();
      else {
        if (last === 'licenseAgreement') expect(await field(page, 'accepted').isChecked()).toBe(false);
        await fillIn(page, field, answersFor('C')[last] ?? {});
        if (last === 'mailboxApplication') expect(await field(page, 'clientSecret').getAttribute('type')).toBe('password');
        await page.getByRole('button', { name: 'Next' }).click();
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['mailboxApplication', 'accountSecurityWarning', 'resetPortalService']));
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });

  it('hides what does not apply, keeps a secret that is left alone, and shows what the service has against an answer', async () => {
    const { page } = await openPage(browser, origin);
    await page.goto(`/?service=${encodeURIComponent(served.url)}`);
    const at = (name: string) => page.locator(`main[data-screen="${name}"][data-status="asking"]`).waitFor();
    for (const name of ['welcome', 'licenseAgreement', 'cloud', 'signIn', 'components', 'database'] as const) {
      await at(name);
      if (name === 'signIn') expect(await field(page, 'clientSecret').isVisible()).toBe(false);
      await fillIn(page, field, answersFor('C')[name] ?? {});
      await page.getByRole('button', { name: 'Next' }).click();
    }
    await at('mailServer');
    await fillIn(page, field, { host: 'mail.contoso.com' });
    await fillIn(page, field, { type: 'none' });
    await expect.poll(() => field(page, 'host').isVisible()).toBe(false);
    for (const name of ['database', 'components', 'signIn']) {
      await page.getByRole('button', { name: 'Back' }).click();
      await at(name);
    }
    expect(await field(page, 'clientSecret').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Next' }).click();
    await at('components');
    await page.getByRole('button', { name: 'Next' }).click();
    await at('database');
    await field(page, 'name').fill('a"b');
    await page.getByRole('button', { name: 'Next' }).click();
    await page
      .getByText(/Leave out quotes|must match pattern/)
      .first()
      .waitFor();
    await field(page, 'name').fill('FIMService');
    await page.getByRole('button', { name: 'Next' }).click();
    await at('mailServer');
    await fillIn(page, field, { type: 'none' });
    await page.getByRole('button', { name: 'Next' }).click();
    await at('reportingServer');
  });
});

async function fillIn(page: Page, field: Example['field'], answers: Readonly<Record<string, unknown>>): Promise<void> {
  const id = (await page.locator('main').getAttribute('data-screen')) as PageId;
  const { properties = {} } = formSchema(pageOf(id)) as { properties?: Readonly<Record<string, JsonSchema>> };
  for (const [name, value] of Object.entries(answers)) {
    if (Array.isArray(value)) continue;
    const control = field(page, name).first();
    await control.waitFor();
    const choices = properties[name]?.['oneOf'] as readonly { readonly const: unknown; readonly title: string }[] | undefined;
    const label = choices?.find((choice) => choice.const === value)?.title;
    // The empty choice of JSON Forms is called None, as one of ours is: the last one of that name is meant.
    if (label !== undefined) await control.selectOption({ index: await lastNamed(control, label) });
    else if (typeof value === 'boolean') await control.setChecked(value);
    else await control.fill(String(value));
  }
}

async function lastNamed(control: Locator, label: string): Promise<number> {
  const names = await control.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).label));
  expect(names).toContain(label);
  return names.lastIndexOf(label);
}
