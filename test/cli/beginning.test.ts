import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { idIn, mimSetupHere } from './here.ts';
import { optionE, secretsOfOptionE } from './mimSetup.ts';
import { Sitting } from './sitting.ts';
import { keys } from './terminal.ts';

const { enter, escape: back, down, ctrlC } = keys;

let folder: string;
let id: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-beginning-'));
  const args = ['run', optionE, '--pace', '0', '--name', 'First'];
  const { output } = await mimSetupHere(folder, args, { environment: secretsOfOptionE });
  id = idIn(output);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function newest(): Promise<View> {
  const { output } = await mimSetupHere(folder, ['list', '--json']);
  const { items } = JSON.parse(output) as { items: { id: string }[] };
  return JSON.parse((await mimSetupHere(folder, ['show', items[0]!.id, '--json'])).output) as View;
}

describe('The wizard in a terminal begins', () => {
  test('with the answers of another installation that is chosen, and asks from where its first secret is missing', async () => {
    const sitting = new Sitting(folder, ['wizard', '--pace', '0']);
    await sitting.answers('What does it begin with?', down, down, enter);
    await sitting.answers(/Whose answers\?[\s\S]*First/, enter);
    await sitting.answers('How to sign in', enter);
    await sitting.answers('Tenant', enter);
    await sitting.answers('Application ID', enter);
    await sitting.answers('Client secret', ctrlC);
    expect(await sitting.ended).toBe(130);
    expect(sitting.shown).not.toContain('I accept the terms');
    const { trail, stopped } = await newest();
    expect([trail, stopped?.page]).toEqual([['welcome', 'licenseAgreement', 'cloud', 'signIn'], 'signIn']);
  });

  test('with those of one that is named by the beginning of its id; where there is none, it says so and begins nothing', async () => {
    const named = new Sitting(folder, ['wizard', '--copy', id.slice(0, 8)]);
    await named.answers('How to sign in', ctrlC);
    expect(await named.ended).toBe(130);
    expect(named.shown).not.toContain('What does it begin with?');
    const before = await newest();
    const none = new Sitting(folder, ['wizard', '--copy', 'nosuch']);
    expect(await none.ended).toBe(2);
    expect(none.errors).toContain('There is no installation with this id.');
    expect((await newest()).id).toBe(before.id);
  });

  test('with a file of answers, and asks from where it ends; Esc leads back to the question, and then begins nothing', async () => {
    const file = join(folder, 'answers.yaml');
    writeFileSync(file, 'pages:\n  licenseAgreement: { accepted: true }\ninstall: true\n');
    const sitting = new Sitting(folder, ['wizard']);
    await sitting.answers('What does it begin with?', down, enter);
    await sitting.answers('Answers file', back);
    await sitting.answers('What does it begin with?', down, enter);
    await sitting.answers('Answers file', file, enter);
    await sitting.answers('Azure cloud', ctrlC);
    expect(await sitting.ended).toBe(130);
    const begun = await newest();
    const left = new Sitting(folder, ['wizard']);
    await left.answers('What does it begin with?', back);
    await left.sees('Nothing was begun.');
    expect(await left.ended).toBe(130);
    expect((await newest()).id).toBe(begun.id);
  });
});
