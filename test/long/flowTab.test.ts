import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { ScreenChecks } from '../web/screenChecks.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';

/** A desktop, and a telephone. */
const windows = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } };

describe.skipIf(withoutChromium)(`The flow in the browser ${needs}`, () => {
  const there = siteInBrowser();

  it('is live: a step of anybody is seen at once, with the way, and what is waited for', async () => {
    const { client } = there.site;
    const first = await client.begin();
    const { page, complaints, origins } = await there.open();
    await page.goto(`/installations/${first.id}/flow`);
    await sees(page, 'welcome', 1);
    const { view } = await client.walk(first, answersFor('C'));
    await sees(page, 'ready', view.revision);
    expect(await page.locator('.node.been').count()).toBeGreaterThan(20);
    expect(await page.locator('.edge.taken').count()).toBeGreaterThan(20);
    expect(await page.locator('.edge.refused').count()).toBeGreaterThan(5);
    await page.locator('.status', { hasText: `Revision ${view.revision}: at Ready, waiting for` }).waitFor();
    expect([...origins]).toEqual([there.site.url]);
    expect(complaints).toEqual([]);
  });

  it('steps back through the journal, with state, event and answers at each revision, and no secret', async () => {
    const { client } = there.site;
    const answers = { ...answersFor('C'), signIn: { ...answersFor('C')['signIn'], clientSecret: 'Marked-secret-1' } };
    const { view } = await client.walk(await client.begin(), answers);
    const { page } = await there.open();
    const bodies: string[] = [];
    page.on('response', async (response) => void bodies.push(await response.text().catch(() => '')));
    await page.goto(`/installations/${view.id}/flow`);
    await sees(page, 'ready', view.revision);
    const slider = page.getByRole('slider', { name: 'Revision' });
    await slider.focus();
    await page.keyboard.press('Home');
    await sees(page, 'welcome', 1);
    expect(await page.getByText('begin', { exact: true }).count()).toBe(1);
    for (let revision = 2; revision <= 6; revision++) {
      await page.keyboard.press('ArrowRight');
      await page.getByText(`${revision} of ${view.revision}`, { exact: true }).waitFor();
    }
    await sees(page, 'components', 6);
    const past = page.locator('.past');
    await past.getByText('interview › prepare › components › asking').waitFor();
    expect(await past.getByText('(kept secret)').count()).toBe(1);
    expect(await past.innerText()).toContain('contoso.onmicrosoft.com');
    await page.getByRole('button', { name: 'Step back' }).click();
    await sees(page, 'signIn', 5);
    await page.getByRole('button', { name: 'Now' }).click();
    await sees(page, 'ready', view.revision);
    expect(bodies.join()).not.toContain('Marked-secret');
  });

  it('stays at the revision that is looked at while the installation goes on', async () => {
    const { client } = there.site;
    const first = await client.begin();
    const { page } = await there.open();
    await page.goto(`/installations/${first.id}/flow`);
    const second = await client.step(first, {});
    await sees(page, 'licenseAgreement', 2);
    await page.getByRole('button', { name: 'Step back' }).click();
    await sees(page, 'welcome', 1);
    await client.step(second, answersFor('A'));
    await expect.poll(() => page.getByText('1 of 3', { exact: true }).count()).toBe(1);
    await sees(page, 'welcome', 1);
  });

  it('plays the journal from its beginning to its end, and may be stopped on the way', async () => {
    const { client } = there.site;
    let view = await client.begin();
    while (view.page.id !== 'signIn') view = await client.step(view, answersFor('C'));
    const { page } = await there.open();
    await page.goto(`/installations/${view.id}/flow`);
    await sees(page, 'signIn', view.revision);
    await page.getByRole('button', { name: 'Play' }).click();
    await sees(page, 'licenseAgreement', 2);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    await sees(page, 'signIn', view.revision);
    await page.getByText(`${view.revision}, live`).waitFor();
    expect(await page.getByRole('button', { name: 'Play' }).isEnabled()).toBe(true);
  });

  it('opens on a telephone on the present state, large enough to be read', async () => {
    const { client } = there.site;
    const { view } = await client.walk(await client.begin(), answersFor('C', ['service', 'portal']));
    const { page, context } = await there.open({ viewport: windows.narrow, isMobile: true, hasTouch: true });
    await page.goto(`/installations/${view.id}/flow`);
    await sees(page, 'ready', view.revision);
    await expect.poll(async () => (await placeOf(page)).scale).toBeGreaterThanOrEqual(0.8);
    await expect.poll(() => middleOf(page, 'ready')).toBeLessThan(2);
    await context.close();
  });

  it('is moved, enlarged and fitted by keys, wheel and pointer alone', async () => {
    const { id } = await there.site.client.begin();
    const { page } = await there.open();
    await page.goto(`/installations/${id}/flow`);
    await sees(page, 'welcome', 1);
    await expect.poll(() => isInside(page)).toBe(true);
    const fitted = await placeOf(page);
    const box = page.getByRole('group', { name: 'The picture.' });
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await placeOf(page)).x).toBeCloseTo(fitted.x - 60, 0);
    await page.keyboard.press('+');
    await expect.poll(async () => (await placeOf(page)).scale).toBeCloseTo(fitted.scale * 1.25, 3);
    await page.keyboard.press('0');
    await expect.poll(() => placeOf(page)).toEqual(fitted);
    const { x, y, width, height } = (await box.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 40, y + height / 2 + 30);
    await page.mouse.up();
    await expect.poll(async () => (await placeOf(page)).y).toBeCloseTo(fitted.y + 30, 0);
    await page.mouse.wheel(0, -200);
    await expect.poll(async () => (await placeOf(page)).scale).toBeGreaterThan(fitted.scale * 1.3);
    await page.getByRole('button', { name: 'Fit' }).click();
    await expect.poll(() => placeOf(page)).toEqual(fitted);
    await page.setViewportSize(windows.narrow);
    await expect.poll(() => isInside(page)).toBe(true);
  });

  it('finds a screen by what it is called, brings it into the middle, and the next by Enter', async () => {
    const { id } = await there.site.client.begin();
    const { page } = await there.open();
    await page.goto(`/installations/${id}/flow`);
    await sees(page, 'welcome', 1);
    const box = page.getByRole('searchbox', { name: 'Find a screen' });
    await box.fill('reset portal');
    await page.getByText('1 of 3; Enter for the next').waitFor();
    expect(await page.locator('.node.found').count()).toBe(3);
    await expect.poll(() => middleOf(page, 'resetPortal')).toBeLessThan(2);
    await box.press('Enter');
    await page.getByText('2 of 3; Enter for the next').waitFor();
    await expect.poll(() => middleOf(page, 'resetPortalWarning')).toBeLessThan(2);
    await box.fill('nothing of the kind');
    await page.getByText('No such screen').waitFor();
  });

  it('has every word within its shape, as this browser writes it', async () => {
    const { id } = await there.site.client.begin();
    const { page } = await there.open();
    await page.goto(`/installations/${id}/flow`);
    await sees(page, 'welcome', 1);
    const outside = await page.locator('.canvas').evaluate((canvas) => {
      const svg = (canvas as HTMLElement).shadowRoot!.querySelector('svg')!;
      return [...svg.querySelectorAll<SVGGElement>('[data-node]')].flatMap((node) => {
        const shape = node.querySelector<SVGGraphicsElement>(':scope > rect:not(.ring), :scope > polygon')!.getBBox();
        return [...node.querySelectorAll<SVGTextElement>(':scope > text')]
          .map((text) => ({ text: text.textContent, box: text.getBBox() }))
          .filter(
            ({ box }) =>
              box.x < shape.x ||
              box.x + box.width > shape.x + shape.width ||
              box.y < shape.y - 1 ||
              box.y + box.height > shape.y + shape.height + 1,
          )
          .map(({ text }) => text);
      });
    });
    expect(outside).toEqual([]);
  });

  for (const [name, viewport] of Object.entries(windows)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is within reach of everybody: no axe violation, nothing wider than the window, ${name} and ${colorScheme}`, async () => {
        const { client } = there.site;
        const { view } = await client.walk(await client.begin(), answersFor('C', ['service', 'portal']));
        const { page, context } = await there.open({ viewport, colorScheme });
        const looker = new ScreenChecks(page, `flow-${name}-${colorScheme}`);
        await page.goto(`/installations/${view.id}/flow`);
        await sees(page, 'ready', view.revision);
        await looker.look('ready');
        await page.getByRole('button', { name: 'Step back' }).click();
        await page.getByRole('searchbox').fill('mail');
        await page.getByText('Enter for the next').waitFor();
        await looker.look('past-and-found');
        await context.close();
      }, 90_000);
    }
  }

  it('is asked of the service only when it is looked at', async () => {
    const { id } = await there.site.client.begin();
    const { page } = await there.open();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.goto(`/installations/${id}`);
    await page.locator('.wizard').waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    expect(asked.filter((path) => /flow|chart/i.test(path))).toEqual([]);
    await page.getByRole('link', { name: 'Flow' }).click();
    await sees(page, 'welcome', 1);
    expect(asked.filter((path) => /chart/.test(path))).toEqual([`/api/v1/installations/${id}/chart.svg`]);
  });
});

/** Waits until the picture shows the installation at this node, at this revision. */
async function sees(page: Page, node: string, revision: number): Promise<void> {
  await page.locator(`.node.here[data-node="${node}"]`).waitFor({ state: 'attached' });
  await page.locator('desc', { hasText: `Revision ${revision}:` }).waitFor({ state: 'attached' });
}

async function placeOf(page: Page): Promise<{ x: number; y: number; scale: number }> {
  return page.locator('.canvas').evaluate((canvas) => {
    const { e, f, a } = new DOMMatrix(getComputedStyle(canvas).transform);
    return { x: e, y: f, scale: a };
  });
}

async function isInside(page: Page): Promise<boolean> {
  const [outer, inner] = [(await page.locator('.picture').boundingBox())!, (await page.locator('.canvas').boundingBox())!];
  return (
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1
  );
}

/** How far the middle of a node is from the middle of the window, pixels. */
async function middleOf(page: Page, node: string): Promise<number> {
  const [outer, inner] = [
    (await page.locator('.picture').boundingBox())!,
    (await page.locator(`[data-node="${node}"]`).boundingBox())!,
  ];
  return Math.hypot(
    outer.x + outer.width / 2 - inner.x - inner.width / 2,
    outer.y + outer.height / 2 - inner.y - inner.height / 2,
  );
}
