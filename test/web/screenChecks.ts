import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const results = join(import.meta.dirname, '../../test-results/web');

/** Looks at a page as a sighted user and as a screen reader does, and keeps a picture of it. */
export class ScreenChecks {
  readonly #page: Page;
  readonly #folder: string;

  constructor(page: Page, folder: string) {
    this.#page = page;
    this.#folder = join(results, folder);
    mkdirSync(this.#folder, { recursive: true });
  }

  /** Keeps a picture, and expects that nothing is out of reach: no axe violation, nothing wider than the window. */
  async look(name: string): Promise<void> {
    await this.#page.evaluate('document.fonts.ready');
    await this.#page.screenshot({ path: join(this.#folder, `${name}.png`), animations: 'disabled' });
    const { violations } = await new AxeBuilder({ page: this.#page }).exclude('iframe').analyze();
    const told = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
    );
    expect.soft({ name, told }).toEqual({ name, told: [] });
    const overhang = await this.#page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect.soft({ name, overhang }).toEqual({ name, overhang: 0 });
  }
}
