import { spawnSync } from 'node:child_process';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { emptyFolder, mimSetup, program } from '../cli/mimSetup.ts';
import { keys, Terminal } from '../cli/terminal.ts';

// The computer may be busy.
vi.setConfig({ testTimeout: 180_000 });

const { enter, escape: back, down, up, space, ctrlC } = keys;
const missing = spawnSync('script', ['--version']).status === 0 ? null : 'script, of util-linux, is not installed';
const skipped = missing !== null && !process.env['CI'];

describe.skipIf(skipped)(`mim-setup wizard on a pseudo-terminal (${missing ?? 'script is installed'})`, () => {
  test('walks a rehearsed option C from the first page to finished, with a back, a refused field and a failed check', async () => {
    const terminal = open(emptyFolder(), 'wizard --pace 40');

    await terminal.answers('How do you want to go on?', enter);
    // Refused: the license is not accepted, and is asked for again.
    await terminal.answers('I accept the terms', enter);
    await terminal.sees('The license has to be accepted to go on.');
    await terminal.answers('I accept the terms', up, enter);
    // Back to the license, and on again; what was answered stays.
    await terminal.answers('Azure cloud', back);
    await terminal.sees('End-User License Agreement');
    await terminal.answers('I accept the terms', enter);
    await terminal.answers('Azure cloud', enter);

    await terminal.answers('How to sign in', enter);
    await terminal.answers('Tenant', enter);
    // The check is called off, and made again.
    await terminal.sees('CONTOSO42');
    terminal.types(back);
    await terminal.answers('How to sign in', enter);
    await terminal.answers('Tenant', enter);
    await terminal.sees('CONTOSO42');
    await terminal.sees('2 checks passed.');
    // The password portals are left out.
    await terminal.answers('Components', down, down, down, space, down, space, enter);
    await terminal.answers('Installation folder', enter);

    // A check that fails: the server does not resolve.
    await terminal.answers('Database Server', 'sql.invalid', enter);
    await terminal.answers('Database Name', enter);
    await terminal.answers('If the database you named above already exists', enter);
    await terminal.answers('Check with another account', enter);
    await terminal.sees('The name sql.invalid does not resolve.');
    await terminal.answers('How do you want to go on?', enter);
    await terminal.answers('Database Server', ...Array(11).fill(keys.backspace), 'contosoagl', enter);
    await terminal.answers('Database Name', enter);
    await terminal.answers('If the database you named above already exists', enter);
    await terminal.answers('Check with another account', enter);
    await terminal.sees('checks passed.');

    // The host is not asked for: Office 365 has its own. The combination without application context is an error box.
    await terminal.answers('Mail Server', down, enter);
    await terminal.answers('Authentication', enter);
    await terminal.answers('Use Group Managed Service Account', enter);
    await terminal.sees('Invalid Mail Authentication');
    await terminal.answers('OK', enter);
    await terminal.answers('Mail Server', enter);
    await terminal.answers('Authentication', up, enter);
    await terminal.answers('Use Group Managed Service Account', enter);

    await terminal.answers('Management Server', 'scsm.contoso.com', enter);
    await terminal.answers('The application that opens the mailbox', enter);
    await terminal.answers('Application ID', '48b15b07-ae4a-ae4a-ae4a-8850556d6b76', enter);
    await terminal.answers('Tenant ID', 'e4405d02-8c0a-8c0a-8c0a-45239eb45a9f', enter);
    await terminal.answers('Client Secret', 'App@secret1', enter);
    await terminal.answers('Certificate', enter);

    await terminal.answers('Service Account Name', 'svcMIMService', enter);
    await terminal.answers('Service Account Password', 'Pass@word1', enter);
    await terminal.answers('Service Account Domain', 'contoso', enter);
    await terminal.answers('Service Email Account', 'svcMIMService@contoso.com', enter);
    await terminal.answers('denied local logon', enter);
    await terminal.answers('Check with another account', enter);
    // A warning: Back is the answer that lies under the finger.
    await terminal.sees('Account Security Warning');
    await terminal.answers('Next', down, enter);
    await terminal.answers('Synchronization Server', 'mim.contoso.com', enter);
    await terminal.answers('MIM Management Agent Account', 'contoso\\svcMIMMA', enter);

    await terminal.answers('MIM Service Server address', 'mim.contoso.com', enter);
    await terminal.answers('◆  SharePoint site collection URL', enter);
    await terminal.sees('SharePoint 2016 services restart warning');
    await terminal.answers('Next', down, enter);
    await terminal.answers('Registration Portal URL', enter);
    await terminal.answers('Open ports 5725 and 5726 in firewall', enter);
    await terminal.answers('Grant authenticated users access', enter);

    // The plan, before anything is touched.
    await terminal.sees('SQLSERVER_SERVER');
    await terminal.sees('contosoagl');
    await terminal.answers('● Install', enter);
    await terminal.sees(/\d+ %/);
    await terminal.sees('The rehearsed installer has succeeded.');
    for (let left = 10; left > 0; left--) {
      await terminal.sees(`(${left} to go)`);
      await terminal.answers('What became of it?', enter);
    }
    await terminal.sees('Finished.');
    expect(await terminal.ended()).toBe(0);
    expect(terminal.shown).not.toMatch(/Pass@word1|App@secret1/);
  });

  test('Ctrl-C in the middle leaves it with 130, and resume asks on where it was left, to the end', async () => {
    const folder = emptyFolder();
    const first = open(folder, 'wizard --pace 40 --name Contoso');
    await first.answers('How do you want to go on?', enter);
    await first.answers('I accept the terms', up, enter);
    await first.answers('Azure cloud', enter);
    await first.answers('How to sign in', enter);
    await first.answers('Tenant', enter);
    await first.answers('Components', down, space, down, space, down, space, down, space, enter);
    await first.answers('Installation folder', enter);
    await first.answers('Database Server', ctrlC);
    await first.sees('Take it up again with:');
    expect(await first.ended()).toBe(130);
    const [id] = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(first.shown)!;

    const shown = JSON.parse((await mimSetup(folder, ['show', id, '--json'])).output);
    expect(shown).toMatchObject({ name: 'Contoso', status: 'asking', page: { id: 'database' } });

    const second = open(folder, `resume ${id}`);
    await second.answers('Database Server', 'contosoagl', enter);
    await second.answers('Database Name', enter);
    await second.answers('If the database you named above already exists', enter);
    await second.answers('Check with another account', enter);
    await second.answers('Mail Server', up, enter);
    await second.answers('Use Group Managed Service Account', up, enter);
    await second.answers('Certificate', enter);
    // A managed account has no password, and without mail there is no mailbox: neither is asked for.
    await second.answers('Service Account Name', 'MIMSrvGMSAsvc$', enter);
    await second.answers('Service Account Domain', 'contoso', enter);
    await second.answers('denied local logon', enter);
    await second.answers('Check with another account', enter);
    // Of a managed account the installer warns always.
    await second.sees('Account Security Warning');
    await second.answers('Next', down, enter);
    await second.answers('Synchronization Server', 'mim.contoso.com', enter);
    await second.answers('MIM Management Agent Account', 'contoso\\MIMSyncGMSAsvc$', enter);
    await second.answers('MIM Service Server address', 'mim.contoso.com', enter);
    await second.answers('Open ports 5725 and 5726 in firewall', enter);
    await second.answers('Grant authenticated users access', enter);
    await second.answers('● Install', enter);
    await second.sees('The rehearsed installer has succeeded.');
    // Ctrl-C again, among the closing tasks.
    await second.answers('What became of it?', ctrlC);
    expect(await second.ended()).toBe(130);

    const third = open(folder, `resume ${id}`);
    await third.answers('What became of it?', enter);
    await third.sees('(2 to go)');
    await third.answers('What became of it?', enter);
    await third.sees('(1 to go)');
    await third.answers('What became of it?', down, enter);
    await third.answers('Why?', 'Nobody needs them.', enter);
    await third.sees('Finished.');
    expect(await third.ended()).toBe(0);
    const tasks = JSON.parse((await mimSetup(folder, ['show', id, '--json'])).output).tasks;
    expect(tasks).toMatchObject([
      { id: 'serviceRuns', state: 'done' },
      { id: 'mailServerConnection', state: 'done' },
      { id: 'addIns', state: 'skipped', reason: 'Nobody needs them.' },
    ]);
  });

  test('a check that fails can be overridden with a reason, and an installer that fails is tried again', async () => {
    const folder = emptyFolder();
    const terminal = open(folder, 'wizard --pace 40 --fail-check service-address --fail-at DeploySolutions');
    await terminal.answers('How do you want to go on?', enter);
    await terminal.answers('I accept the terms', up, enter);
    await terminal.answers('Azure cloud', enter);
    await terminal.answers('How to sign in', enter);
    await terminal.answers('Tenant', enter);
    await terminal.answers('Components', space, down, space, down, down, space, down, space, enter);
    await terminal.answers('Installation folder', enter);
    await terminal.answers('MIM Service Server address', 'mim.contoso.com', enter);
    await terminal.sees('The rehearsal was asked to let this check fail.');
    await terminal.answers('Go on although this failed', down, enter);
    await terminal.answers('Why does this not matter?', 'The name comes tomorrow.', enter);
    await terminal.answers('SharePoint site collection URL', 'http://mim.contoso.com', enter);
    await terminal.answers('Next', down, enter);
    await terminal.answers('Registration Portal URL', enter);
    await terminal.answers('Open ports 5725 and 5726 in firewall', enter);
    await terminal.answers('Grant authenticated users access', enter);
    await terminal.sees('Checks that somebody answers for:');
    await terminal.sees('The name comes tomorrow.');
    await terminal.answers('● Install', enter);
    await terminal.sees('The installer failed in the action DeploySolutions');
    await terminal.answers('Try again with the same answers', enter);
    await terminal.sees('The rehearsed installer has succeeded.');
    await terminal.answers('What became of it?', ctrlC);
    expect(await terminal.ended()).toBe(130);
  });
});

function open(folder: string, command: string): Terminal {
  const terminal = new Terminal(`${process.execPath} --disable-warning=ExperimentalWarning ${program} ${command}`, {
    cwd: folder,
  });
  onTestFinished(() => terminal.close());
  return terminal;
}
