import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../machines/plan/plan.ts';
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

describe('A walk that nobody watches begins with a copy', () => {
  const walk = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    mimSetupHere(folder, ['run', ...args, '--json'], { environment });
  const answersFile = (name: string, answers = '') => {
    const path = join(folder, name);
    writeFileSync(
      path,
      `acknowledge: [accountSecurityWarning, sharePointTimerWarning, registrationPortalWarning, resetPortalWarning]\n${answers}\n`,
    );
    return path;
  };

  test('without a file as far as its first warning, with the secrets that the environment has', async () => {
    const { code, output } = await walk(['--copy', id.slice(0, 8), '--pace', '0'], secretsOfOptionE);
    const { id: itsId, page, stopped, option } = JSON.parse(output) as View;
    expect({ code, page: page.id, option, why: stopped?.reason }).toEqual({
      code: 1,
      page: 'accountSecurityWarning',
      option: 'E',
      why: 'warning',
    });
    const history = JSON.parse((await mimSetupHere(folder, ['events', itsId, '--json'])).output) as { event: object }[];
    expect(history[0]!.event).toMatchObject({ type: 'begin', copyOf: id });
    expect(JSON.stringify(history)).not.toContain(secretsOfOptionE.SERVICE_ACCOUNT_PASSWORD);
  });

  test('under a file to the review: field by field, what the file says counts', async () => {
    const file = answersFile(
      'differing.yaml',
      'pages:\n  database: { name: Other }\n  serviceAccount: { password: { env: ANOTHER } }',
    );
    const { code, output } = await walk([file, '--copy', id], { ...secretsOfOptionE, ANOTHER: 'Another@word1' });
    const view = JSON.parse(output) as View;
    expect([code, view.page.id]).toEqual([0, 'ready']);
    const plan = JSON.parse((await mimSetupHere(folder, ['plan', view.id, '--json'])).output) as Plan;
    const planned = (page: string, field: string) =>
      plan.properties.find((property) => property.page === page && property.field === field)?.value;
    expect([planned('database', 'server'), planned('database', 'name')]).toEqual(['contosoagl.contoso.com', 'Other']);
  });

  test('for each server of a table', async () => {
    const table = join(folder, 'servers.yaml');
    writeFileSync(table, 'servers:\n  one: { pages: { database: { name: One } } }\n  two: {}\n');
    const { code, output } = await walk([answersFile('knowing.yaml'), '--copy', id, '--each', table], secretsOfOptionE);
    const { servers } = JSON.parse(output) as { servers: { name: string; status: string }[] };
    expect([code, servers.map(({ name, status }) => [name, status])]).toEqual([
      0,
      [
        ['one', 'ready'],
        ['two', 'ready'],
      ],
    ]);
  });

  test('live only with every secret, each of which is named; nothing is begun else', async () => {
    const before = await newest();
    const { code, output } = await walk([answersFile('live.yaml'), '--copy', id, '--mode', 'live'], {
      ...secretsOfOptionE,
      SERVICE_ACCOUNT_PASSWORD: '',
    });
    expect(code).toBe(1);
    const { findings } = JSON.parse(output) as { findings: { code: string; message: string }[] };
    expect(findings.map(({ code: why, message }) => [why, message])).toEqual([
      ['secret-missing', 'The environment variable SERVICE_ACCOUNT_PASSWORD is not set. Set it to the secret.'],
    ]);
    expect((await newest()).id).toBe(before.id);
  });

  test('of an installation that there is, or with a file: without either it says what to name', async () => {
    const nobody = await mimSetupHere(folder, ['run', '--copy', 'nosuch']);
    expect([nobody.code, nobody.errors]).toEqual([2, expect.stringContaining('There is no such installation.')]);
    const nothing = await mimSetupHere(folder, ['run']);
    expect([nothing.code, nothing.errors]).toEqual([2, expect.stringContaining('Name a file of answers')]);
  });

  test('and a slip in the file is told where it stands there', async () => {
    const file = join(folder, 'slip.yaml');
    writeFileSync(file, 'pages:\n  database:\n    nmae: Other\n');
    const { code, output } = await mimSetupHere(folder, ['run', file, '--copy', id]);
    expect([code, output]).toEqual([1, expect.stringContaining(`${file}:3:5`)]);
  });
});
