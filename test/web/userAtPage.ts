import type { Page } from 'playwright-core';
import { type Field, readForm } from '../../server/web/src/form/schema.ts';
import type { PageAnswers } from '../answers.ts';
import type { Client } from '../client.ts';

type Given = Readonly<Record<string, unknown>>;

/** A user at the page of an installation: reads what is asked there, and fills it in with the mouse. */
export class UserAtPage {
  readonly page: Page;
  readonly client: Client;
  readonly id: string;
  /** What the button that goes on is called in the language of the page; the client asks in the same. */
  readonly next: string;

  constructor(page: Page, client: Client, id: string, next = 'Next') {
    this.page = page;
    this.client = client;
    this.id = id;
    this.next = next;
  }

  async open(tab = ''): Promise<void> {
    await this.page.goto(`/installations/${this.id}${tab}`);
  }

  /** Waits until the wizard shows this screen, and nothing is being checked. */
  async sees(screen: string): Promise<void> {
    await this.page.locator(`.wizard[data-screen="${screen}"]:not([data-status=checking])`).waitFor();
  }

  /** Waits until the wizard is past this screen, or has stayed on it with a problem. */
  async leaves(screen: string, revision: number): Promise<string> {
    const settled = `.wizard:not([data-status=checking]):not([data-revision="${revision}"])`;
    await this.page.locator(settled).waitFor();
    return (await this.page.locator(settled).getAttribute('data-screen')) ?? screen;
  }

  async at(): Promise<{ screen: string; status: string; revision: number }> {
    const wizard = this.page.locator('.wizard');
    const [screen, status, revision] = await Promise.all(
      ['data-screen', 'data-status', 'data-revision'].map((name) => wizard.getAttribute(name)),
    );
    return { screen: screen ?? '', status: status ?? '', revision: Number(revision) };
  }

  /** Fills in the fields of the page that is on screen. */
  async fillIn(answers: Given): Promise<void> {
    const { page } = await this.client.view(this.id);
    for (const field of readForm(page.schema).fields) await this.#fill(field, answers[field.name], `field-${field.name}`);
  }

  press(button: string): Promise<void> {
    return this.page
      .getByRole('contentinfo')
      .or(this.page.locator('.buttons'))
      .getByRole('button', { name: button, exact: true })
      .click();
  }

  /** Answers what is on screen, and tells what comes up. */
  async goOn(answers: PageAnswers): Promise<string> {
    const { screen, status, revision } = await this.at();
    if (status === 'asking') await this.fillIn(answers[screen] ?? {});
    await this.press(this.next);
    return this.leaves(screen, revision);
  }

  /** Goes on until the screen is there. Tells each screen that it came by. */
  async walkTo(screen: string, answers: PageAnswers): Promise<string[]> {
    const screens: string[] = [];
    for (let { screen: now } = await this.at(); now !== screen; ) {
      screens.push(now);
      const next = await this.goOn(answers);
      if (next === now) throw new Error(`stays at ${now}`);
      now = next;
    }
    return screens;
  }

  async #fill(field: Field, value: unknown, id: string): Promise<void> {
    const control = this.page.locator(`#${id}`);
    switch (field.kind) {
      case 'checkbox':
        if (value !== undefined) await control.setChecked(value === true);
        return;
      case 'choices':
        for (const { value: name, label } of field.options)
          await control.getByRole('checkbox', { name: label, exact: true }).setChecked((value as string[]).includes(name));
        return;
      case 'choice': {
        if (value === undefined) return;
        const isList = await control.evaluate((element) => element.tagName === 'SELECT');
        if (isList) await control.selectOption(String(value));
        else await control.locator(`input[value="${String(value)}"]`).check();
        return;
      }
      case 'group':
        await control.setChecked(value !== undefined);
        if (value !== undefined)
          for (const part of field.fields) await this.#fill(part, (value as Given)[part.name], `${id}-${part.name}`);
        return;
      default:
        if (value !== undefined) await control.fill(String(value));
    }
  }
}
