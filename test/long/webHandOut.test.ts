import { describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { needs, withoutChromium } from '../web/chromium.ts';
import { siteInBrowser } from '../web/siteInBrowser.ts';
import { UserAtPage } from '../web/userAtPage.ts';

describe.skipIf(withoutChromium)(`A client secret that was registered here, in the browser ${needs}`, () => {
  const there = siteInBrowser();

  it('is handed out once, for a reason, to whoever asks for it there; nobody else was there, and nothing says so', async () => {
    const id = await readyWithRegistered();
    const { page, context } = await there.open();
    const hand = new UserAtPage(page, there.site.client, id);
    await hand.open();
    await hand.sees('ready');
    await page.getByText('Nobody has seen it yet.').waitFor();
    // Who else was there, the page asks of the journal where a step was not its own.
    let journalAsked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/history')) journalAsked += 1;
    });
    await page.getByRole('button', { name: 'Hand it out' }).click();
    const box = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await box.getByLabel('What is it for?').fill('For Change mode.');
    await box.getByRole('button', { name: 'Hand it out' }).click();
    await page.getByText('It is not shown again.').waitFor();
    await page.getByText(/^rehearsed-[0-9a-f-]{36}$/).waitFor();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.getByText('Nobody has seen it yet.').waitFor({ state: 'detached' });
    const { holdsSecret, revision } = await there.site.client.view(id);
    expect(holdsSecret).toBe(false);
    await page.locator(`.wizard[data-revision="${revision}"]`).waitFor();
    expect(journalAsked).toBe(0);
    expect(await page.getByText('Somebody else was here').count()).toBe(0);
    await context.close();
  });

  async function readyWithRegistered(): Promise<string> {
    const { client } = there.site;
    const answers = answersFor('C', ['service']);
    let view = await client.begin({ mode: 'rehearsal', rehearsal: { pace: 1 } });
    while (view.page.id !== 'mailboxApplication') view = await client.step(view, answers);
    const register = { type: 'register', mailbox: 'mim@contoso.com', group: 'mim-access@contoso.com' };
    view = (await client.event(view.id, register)).body;
    while (view.page.id !== 'mailboxApplication') view = await client.step(view, answers);
    view = await client.step(view, { mailboxApplication: view.page.answers as Readonly<Record<string, unknown>> });
    while (view.page.id !== 'ready') view = await client.step(view, answers);
    return view.id;
  }
});
