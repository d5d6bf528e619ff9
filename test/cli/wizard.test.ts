import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { idIn, mimSetupHere } from './here.ts';
import { emptyFolder, examples } from './mimSetup.ts';
import { Sitting } from './sitting.ts';
import { keys } from './terminal.ts';

const { enter, escape: back, down, up, space, ctrlC } = keys;
const quickly = ['--pace', '5'];

describe('The wizard in a terminal', () => {
  test('goes from the first page to finished, with a back, a refused field, a check called off and one that fails', async () => {
    const sitting = new Sitting(emptyFolder(), ['wizard', ...quickly]);
    await sitting.sees('This is a rehearsal: nothing on this computer is touched.');

    await sitting.answers('How do you want to go on?', enter);
    await sitting.answers('I accept the terms', enter);
    await sitting.sees('The license has to be accepted to go on.');
    await sitting.answers('I accept the terms', up, enter);
    // Back to the license, and on again; what was answered stays.
    await sitting.answers('Azure cloud', back);
    await sitting.sees('End-User License Agreement');
    await sitting.answers('I accept the terms', enter);
    await sitting.answers('Azure cloud', enter);

    await sitting.answers('How to sign in', enter);
    await sitting.answers('Tenant', enter);
    await sitting.sees(/Open \S+ in a browser on any device and enter the code\s+│?\s+CONTOSO42/);
    await sitting.sees(/It is good until \d\d:\d\d UTC\./);
    await sitting.types(back);
    await sitting.answers('How to sign in', enter);
    await sitting.answers('Tenant', enter);
    // The check that is waited for is named.
    await sitting.sees(/Checking: .* \(Esc: call it off\) {2}[a-z-]+/);
    await sitting.sees('2 checks passed.');
    await sitting.answers('Components', down, down, down, space, down, space, enter);
    await sitting.answers('Installation folder', enter);

    await sitting.answers('Database Server', 'sql.invalid', enter);
    // Esc on a later question leads to the question before.
    await sitting.answers('Database Name', back);
    await sitting.answers('Database Server', enter);
    await sitting.answers('Database Name', enter);
    await sitting.answers('If the database you named above already exists', enter);
    await sitting.answers('Check with another account', enter);
    await sitting.sees('The name sql.invalid does not resolve.');
    await sitting.answers('How do you want to go on?', enter);
    await sitting.answers('Database Server', ...Array<string>(11).fill(keys.backspace), 'contosoagl', enter);
    await sitting.answers('Database Name', enter);
    await sitting.answers('If the database you named above already exists', enter);
    await sitting.answers('Check with another account', enter);
    await sitting.sees('checks passed.');

    // The host is not asked for: Office 365 has its own. The combination without application context is an error box.
    await sitting.answers('Mail Server', down, enter);
    await sitting.answers('Authentication', enter);
    await sitting.answers('Use Group Managed Service Account', enter);
    await sitting.sees('Invalid Mail Authentication');
    await sitting.answers('OK', enter);
    await sitting.answers('Mail Server', enter);
    await sitting.answers('Authentication', up, enter);
    await sitting.answers('Use Group Managed Service Account', enter);

    await sitting.answers('Management Server', 'scsm.contoso.com', enter);
    await sitting.answers('The application that opens the mailbox', enter);
    await sitting.answers('Application ID', '48b15b07-ae4a-ae4a-ae4a-8850556d6b76', enter);
    await sitting.answers('Tenant ID', 'e4405d02-8c0a-8c0a-8c0a-45239eb45a9f', enter);
    await sitting.answers('Client Secret', 'App@secret1', enter);
    await sitting.answers('Certificate', enter);

    await sitting.answers('Service Account Name', 'svcMIMService', enter);
    // A secret that is needed is asked for until there is one.
    await sitting.answers('Service Account Password', enter);
    await sitting.sees('Enter it.');
    for (const key of ['Pass@word1', enter]) await sitting.types(key);
    await sitting.answers('Service Account Domain', 'contoso', enter);
    await sitting.answers('Service Email Account', 'svcMIMService@contoso.com', enter);
    await sitting.answers('denied local logon', enter);
    await sitting.answers('Check with another account', enter);
    // A warning: Back is the answer that lies under the finger.
    await sitting.sees('Account Security Warning');
    await sitting.answers('Next', down, enter);
    await sitting.answers('Synchronization Server', 'mim.contoso.com', enter);
    await sitting.answers('MIM Management Agent Account', 'contoso\\svcMIMMA', enter);

    await sitting.answers('MIM Service Server address', 'mim.contoso.com', enter);
    await sitting.answers('◆  SharePoint site collection URL', enter);
    await sitting.sees('SharePoint 2016 services restart warning');
    await sitting.answers('Next', down, enter);
    await sitting.answers('Registration Portal URL', enter);
    await sitting.answers('Open ports 5725 and 5726 in firewall', enter);
    await sitting.answers('Grant authenticated users access', enter);

    // The plan, before anything is touched.
    await sitting.sees('SQLSERVER_SERVER');
    await sitting.sees('contosoagl');
    await sitting.answers('● Install', enter);
    await sitting.sees(/\d+ %/);
    await sitting.sees('The rehearsed installer has succeeded.');
    for (let left = 10; left > 0; left--) {
      await sitting.sees(`(${left} to go)`);
      await sitting.answers('What became of it?', enter);
    }
    await sitting.sees('Finished.');
    expect(await sitting.ended).toBe(0);
    expect(sitting.shown).not.toMatch(/Pass@word1|App@secret1/);
  });

  test('is left by Ctrl-C with 130, also while something runs; resume asks on where it was left', async () => {
    const folder = emptyFolder();
    const first = new Sitting(folder, ['wizard', '--name', 'Contoso']);
    await first.answers('How do you want to go on?', enter);
    await first.answers('I accept the terms', up, enter);
    await first.answers('Azure cloud', enter);
    await first.answers('How to sign in', ctrlC);
    await first.sees('Left. Take it up again with:');
    expect(await first.ended).toBe(130);
    const id = idIn(first.shown);
    const shown = JSON.parse((await mimSetupHere(folder, ['show', id, '--json'])).output) as View;
    expect(shown).toMatchObject({ name: 'Contoso', status: 'asking', page: { id: 'signIn' } });

    const second = new Sitting(folder, ['resume', id]);
    await second.answers('How to sign in', enter);
    await second.answers('Tenant', enter);
    await second.sees('CONTOSO42');
    await second.types(ctrlC);
    expect(await second.ended).toBe(130);
  });

  test('lets a check be overridden with a reason, or repeated', async () => {
    const failing = ['wizard', '--fail-check', 'service-address', '--times', '2', '--fail-at', 'DeploySolutions', ...quickly];
    const sitting = new Sitting(emptyFolder(), failing);
    await sitting.answers('How do you want to go on?', enter);
    await sitting.answers('I accept the terms', up, enter);
    await sitting.answers('Azure cloud', enter);
    await sitting.answers('How to sign in', enter);
    await sitting.answers('Tenant', enter);
    await sitting.answers('Components', space, down, space, down, down, space, down, space, enter);
    await sitting.answers('Installation folder', enter);
    await sitting.answers('MIM Service Server address', 'mim.contoso.com', enter);
    await sitting.sees('The rehearsal was asked to let this check fail.');
    await sitting.answers('● Repeat the check', enter);
    await sitting.sees('The rehearsal was asked to let this check fail.');
    await sitting.answers('Go on although this failed', down, enter);
    // A reason has to be given.
    await sitting.answers('Why does this not matter?', enter);
    await sitting.answers('Give a reason.', 'The name comes tomorrow.', enter);
    await sitting.answers('SharePoint site collection URL', 'http://mim.contoso.com', enter);
    await sitting.answers('Next', down, enter);
    await sitting.answers('Registration Portal URL', enter);
    await sitting.answers('Open ports 5725 and 5726 in firewall', enter);
    await sitting.answers('Grant authenticated users access', enter);
    await sitting.sees('Checks that somebody answers for:');
    await sitting.sees('The name comes tomorrow.');
    await sitting.answers('● Install', enter);
    // It fails as often as the check did.
    for (const _ of [1, 2]) {
      await sitting.sees('The installer failed in the action DeploySolutions');
      await sitting.answers('Try again with the same answers', enter);
    }
    await sitting.sees('The rehearsed installer has succeeded.');
    await sitting.answers('What became of it?', down, enter);
    await sitting.answers('Why? (may be left out)', 'Nobody needs it.', enter);
    await sitting.answers('What became of it?', down, down, down, down, enter);
    await sitting.sees('Left for now. Take it up again with:');
    expect(await sitting.ended).toBe(0);
  });
});

test('An application that was registered here: its secret is handed out once, for a reason, and no task that needs it ends without', async () => {
  const { folder, id, sitting } = await atMailboxApplication();
  await sitting.answers('The application that opens the mailbox', down, down, down, enter);
  for (const told of [
    'It takes:',
    'Global Administrator',
    'full_access_as_app',
    'New-ApplicationAccessPolicy',
    'EwsAllowedAppIDs',
  ])
    await sitting.sees(told);
  await sitting.answers('The application that opens the mailbox', down, enter);
  await sitting.answers('Mailbox of the MIM Service', 'svcMIMService@contoso.com', enter);
  await sitting.answers('Mail-enabled security group', 'MIMMailbox@contoso.com', enter);
  await sitting.answers('Months until its secret expires', enter);
  await sitting.sees('Restrict the application to the mailbox');
  await sitting.answers('● Back', down, enter);
  await sitting.answers('The application that opens the mailbox', enter);
  for (const field of ['Application ID', 'Tenant ID', 'Client Secret', 'Certificate']) await sitting.answers(field, enter);
  await sitting.answers('Service Account Name', 'svcMIMService', enter);
  await sitting.answers('Service Account Password', 'Pass@word1', enter);
  await sitting.answers('Service Account Domain', 'contoso', enter);
  await sitting.answers('Service Email Account', 'svcMIMService@contoso.com', enter);
  await sitting.answers('denied local logon', enter);
  await sitting.answers('Check with another account', enter);
  await sitting.answers('Next', down, enter);
  await sitting.answers('Synchronization Server', 'mim.contoso.com', enter);
  await sitting.answers('MIM Management Agent Account', 'contoso\\svcMIMMA', enter);
  await sitting.answers('MIM Service Server address', 'mim.contoso.com', enter);
  await sitting.answers('Open ports 5725 and 5726 in firewall', enter);
  await sitting.answers('Grant authenticated users access', enter);
  await sitting.sees('Their scripts: mim-setup plan ID --format json');
  await sitting.answers('● Install', enter);

  for (const title of ['See that the MIM Service runs', 'See that the MIM Service connects']) {
    await sitting.sees(title);
    await sitting.answers('What became of it?', enter);
  }
  await sitting.sees('Enter the mailbox application in the MIM Service');
  await sitting.answers('What became of it?', enter);
  await sitting.sees('Have it handed out first, or give a reason.');
  await sitting.answers('What became of it?', up, enter);
  await sitting.answers('What is it for?', enter);
  await sitting.answers('Give a reason.', 'For Change mode.', enter);
  await sitting.sees(/\n\s*\S{20,}\s*\n/);
  await sitting.answers('What became of it?', enter);
  for (const title of ['Allow the application Exchange Web Services', 'Restrict the application', 'Install add-ins']) {
    await sitting.sees(title);
    await sitting.answers('What became of it?', enter);
  }
  await sitting.sees('Finished.');
  expect(await sitting.ended).toBe(0);
  const { output } = await mimSetupHere(folder, ['report', id]);
  expect(output).toContain('| For Change mode. |');
});

async function atMailboxApplication() {
  const folder = emptyFolder();
  const file = join(folder, 'answers.json');
  const { cloud, signIn, licenseAgreement, database, mailServer } = answersFor('C', ['service']);
  const pages = { licenseAgreement, cloud, signIn, components: { features: ['service'] }, database, mailServer };
  writeFileSync(file, JSON.stringify({ pages }));
  const { output } = await mimSetupHere(folder, ['run', file, '--json', ...quickly]);
  const { id } = JSON.parse(output) as View;
  return { folder, id, sitting: new Sitting(folder, ['resume', id]) };
}

describe('At the review', () => {
  const optionE = join(examples, 'option-e.yaml');

  test('the answers are saved to a file, which leads to the same review', async () => {
    const { folder, id, sitting } = await atReview();
    const path = join(folder, 'answers.yaml');
    await sitting.answers('How do you want to go on?', ...choosing('Save the answers to a file'));
    await sitting.answers('Write to which file?', ...Array<string>('answers.yaml'.length).fill(keys.backspace), path, enter);
    await sitting.sees('without secrets.');
    await sitting.answers('How do you want to go on?', ...choosing('Leave it for now'));
    expect(await sitting.ended).toBe(0);
    expect(sitting.shown).toContain(`mim-setup resume ${id}`);
    expect(readFileSync(path, 'utf8')).not.toMatch(/Made-up1!/);
    expect(await mimSetupHere(folder, ['validate', path])).toMatchObject({
      code: 0,
      output: expect.stringContaining('by option E'),
    });
  });

  test('a file that cannot be written is told, and nothing else happens', async () => {
    const { folder, sitting } = await atReview();
    writeFileSync(join(folder, 'a-file'), '');
    const path = join(folder, 'a-file', 'answers.yaml');
    await sitting.answers('How do you want to go on?', ...choosing('Save the answers to a file'));
    await sitting.answers('Write to which file?', ...Array<string>('answers.yaml'.length).fill(keys.backspace), path, enter);
    await sitting.sees(/cannot be\s+│?\s*written: ENOTDIR\./);
    await sitting.answers('How do you want to go on?', ctrlC);
    expect(await sitting.ended).toBe(130);
    expect(existsSync(path)).toBe(false);
  });

  test('an answer is settled by what the package knows, of which its listing tells, and left open again', async () => {
    const { folder, id, openAnswers, sitting } = await atReview();
    const listing = join(folder, 'package.json');
    writeFileSync(listing, JSON.stringify(packageOfMailServer));
    await sitting.answers('How do you want to go on?', ...choosing('Tell what the package asks, by its listing'));
    await sitting.answers('Path of the listing', ...Array<string>('listing.json'.length).fill(keys.backspace), listing, enter);
    const names = openAnswers.map(({ name }) => name);
    const goTo = (name: string) => [...Array<string>(names.indexOf(name)).fill(down), enter];
    const settle = [down, down, enter];

    await sitting.answers('How do you want to go on?', ...settle);
    await sitting.answers('Which answer?', ...goTo('MAIL_SERVER'));
    await sitting.sees(/What the choice None of this\s+│?\s*edition sets is not publicly known\./);
    await sitting.answers('● MAIL_SERVER=localhost', back);
    await sitting.answers('How do you want to go on?', ...settle);
    await sitting.answers('Which answer?', ...goTo('MAIL_SERVER'));
    await sitting.answers('● MAIL_SERVER=localhost', enter);
    await sitting.answers('For whom?', enter);
    await sitting.answers('How do you want to go on?', ...settle);
    await sitting.answers('Which answer?', ...goTo('mailServer.type'));
    await sitting.answers('● MAIL_KIND: ComboBox “Mail Server:” on MailDlg (proposed)', enter);
    await sitting.answers('For whom?', enter);
    await sitting.answers('How do you want to go on?', ...settle);
    await sitting.answers('Which answer?', ...goTo('signIn.method'));
    await sitting.sees('No dialog of the package has such a question.');
    await sitting.answers('How do you want to go on?', ...settle);
    await sitting.answers('Which answer?', ...goTo('MAIL_SERVER'));
    await sitting.answers('Take MAIL_SERVER back?', down, enter);
    await sitting.answers('How do you want to go on?', ctrlC);
    expect(await sitting.ended).toBe(130);
    const shown = JSON.parse((await mimSetupHere(folder, ['show', id, '--json'])).output) as View;
    const settled = shown.openAnswers.filter((one) => one.settled);
    expect(settled.map(({ name, settled: by }) => [name, by?.property, by?.values])).toEqual([
      ['mailServer.type', 'MAIL_KIND', { none: 'NONE' }],
    ]);
  });

  test('a page can be gone to, and the installation be called off, once more asked', async () => {
    const { folder, id, sitting } = await atReview();
    await sitting.answers('How do you want to go on?', ...choosing('Call the installation off'));
    await sitting.answers('Its secrets are destroyed.', enter);
    await sitting.answers('How do you want to go on?', ...choosing('Go to a page'));
    await sitting.answers('Which page?', enter);
    await sitting.answers('How do you want to go on?', ctrlC);
    expect(await sitting.ended).toBe(130);
    const shown = JSON.parse((await mimSetupHere(folder, ['show', id, '--json'])).output) as View;
    expect([shown.status, shown.page.id]).toEqual(['asking', 'welcome']);
  });

  test('the answers of a page can be changed, and it comes back to the review', async () => {
    const { folder, id, sitting } = await atReview();
    await sitting.answers('How do you want to go on?', ...choosing('Change the answers of a page'));
    await sitting.answers('Which page?', down, down, down, down, down, enter);
    await sitting.answers('Database Server', enter);
    await sitting.answers('Database Name', '2', enter);
    await sitting.answers('Create a new database', enter);
    await sitting.answers('Check with another account', enter);
    await sitting.answers('How do you want to go on?', ctrlC);
    expect(await sitting.ended).toBe(130);
    const shown = JSON.parse((await mimSetupHere(folder, ['show', id, '--json'])).output) as View;
    expect([shown.status, shown.change]).toEqual(['ready', null]);
  });

  test('called off, it ends with 1', async () => {
    const { folder, id, sitting } = await atReview();
    await sitting.answers('How do you want to go on?', ...choosing('Call the installation off'));
    await sitting.answers('Its secrets are destroyed.', down, enter);
    await sitting.sees('It was called off. Begin another one with:');
    expect(await sitting.ended).toBe(1);
    const shown = JSON.parse((await mimSetupHere(folder, ['show', id, '--json'])).output) as View;
    expect(shown.status).toBe('cancelled');
  });

  async function atReview() {
    const folder = emptyFolder();
    const { output } = await mimSetupHere(folder, ['run', optionE, '--json', ...quickly]);
    const { id, openAnswers } = JSON.parse(output) as View;
    return { folder, id, openAnswers, sitting: new Sitting(folder, ['resume', id]) };
  }

  /** The keys that lead to a choice of the review, from Install on. */
  function choosing(choice: string): string[] {
    const choices = [
      'Install',
      'Repeat the checks',
      'Tell what the package asks, by its listing',
      'Change the answers of a page',
      'Back',
      'Go to a page',
      'Save the answers to a file',
      'Leave it for now',
      'Call the installation off',
    ];
    return [...Array<string>(choices.indexOf(choice)).fill(down), enter];
  }
});

/** A package as its listing tells it: of its dialogs, the question after the mail server. */
const packageOfMailServer = {
  productName: 'Microsoft Identity Manager Service and Portal',
  productCode: '{0782FB14-023A-430F-B0D5-4AE1D1CCFCAA}',
  productVersion: '4.6.421.0',
  features: ['CommonServices', 'FIMReporting', 'WebPortals', 'RegistrationPortal', 'ResetPortal'].map((id) => ({ id })),
  properties: ['MAIL_SERVER', 'MAIL_KIND'].map((name) => ({ name, value: null, secure: true, from: ['secure'] })),
  dialogs: [
    {
      dialog: 'MailDlg',
      control: 'Kind',
      type: 'ComboBox',
      property: 'MAIL_KIND',
      label: 'Mail Server:',
      password: false,
      choices: [{ value: 'NONE', text: 'None' }],
    },
  ],
  summary: { state: 'fine' },
};

test('While the installer is at work, Esc asks whether to stop it; stopped, it undoes what it has done', async () => {
  const folder = emptyFolder();
  const { output } = await mimSetupHere(folder, ['run', join(examples, 'option-e.yaml'), '--json', '--pace', '300']);
  const { id } = JSON.parse(output) as View;
  const sitting = new Sitting(folder, ['resume', id]);
  await sitting.answers('● Install', enter);
  await sitting.sees(/\d+ % {2}.*: \w+/);
  await sitting.types(back);
  await sitting.answers('The installer is at work.', down, enter);
  await sitting.sees(/called off/);
  expect(await sitting.ended).toBe(1);
  const shown = JSON.parse((await mimSetupHere(folder, ['show', id, '--json'])).output) as View;
  expect([shown.status, shown.outcome?.result]).toEqual(['cancelled', 'cancelled']);
});
