import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { View } from '../../server/view/view.ts';
import type { PageAnswers } from '../answers.ts';
import type { Client } from '../client.ts';
import { type Served, serve } from '../http/service.ts';

/** A file with these settings, in a folder of its own. Disposing of it removes it. */
export function configurationFile(settings: object): { readonly path: string } & Disposable {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-live-'));
  const path = join(folder, 'mim-setup.yaml');
  // JSON is YAML too.
  writeFileSync(path, JSON.stringify(settings));
  return { path, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The service in this process, configured by a file, as an administrator would. */
export async function serveLive(settings: object): Promise<Served> {
  using file = configurationFile(settings);
  return await serve({ config: file.path });
}

/** Begins a live installation and answers until this page asks. */
export async function comeTo(client: Client, page: string, answers: PageAnswers): Promise<View> {
  let view = await client.begin({ mode: 'live' });
  while (view.page.id !== page) {
    const next = await client.step(view, answers);
    if (next.page.id === view.page.id || next.status === 'error')
      throw new Error(`${view.page.id}: ${JSON.stringify(next.problems)}`);
    view = next;
  }
  return view;
}

/** Waits until the view is as it should be, without anything having to be written for that. */
export async function seen(client: Client, id: string, isSo: (view: View) => boolean): Promise<View> {
  for (const end = Date.now() + 20_000; ; ) {
    const view = await client.view(id);
    if (isSo(view)) return view;
    if (Date.now() > end) throw new Error(`It does not come about: ${JSON.stringify(view)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** What the sign-in asks the user to do, once it shows. */
export async function promptOf(client: Client, id: string): Promise<NonNullable<View['signIn']>> {
  return (await seen(client, id, ({ signIn }) => signIn !== null)).signIn!;
}

/** The status of each check of the view, by its id. */
export function statuses(view: Pick<View, 'checks'>): Record<string, string> {
  return Object.fromEntries(view.checks.map(({ id, status }) => [id, status]));
}
