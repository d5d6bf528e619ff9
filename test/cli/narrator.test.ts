import { describe, expect, test } from 'vitest';
import type { Progress } from '../../machines/ports/call.ts';
import { Narrator } from '../../server/cli/narrator.ts';
import { Output } from '../../server/cli/output.ts';
import type { View } from '../../server/view/view.ts';
import { surroundings, Written } from './here.ts';

const database = { id: 'database', phase: 'commonServices', title: 'Configure', subtitle: 'Database' };
const warning = { id: 'reuseWarning', phase: 'commonServices', title: 'Reuse Warning', subtitle: '' };
const review = { id: 'ready', phase: 'review', title: 'Ready to install', subtitle: '' };
const signIn = { userCode: 'CONTOSO42', verificationUri: 'https://login.example/device', expiresAt: '2025-01-01T10:20:30.000Z' };

describe('What is told of an installation while it goes on', () => {
  test('is a line for each page that was left, below its phase, and what became of it', () => {
    const { narrator, lines } = narrating();
    narrator.tell({ view: view('asking', database) });
    narrator.tell({ view: view('checking', database) });
    narrator.tell({ view: view('warning', warning) });
    narrator.tell({ view: view('error', { ...database, id: 'databaseMissing' }) });
    narrator.tell({ view: view('ready', review) });
    narrator.tell({ view: view('installing', { ...review, id: 'installing', phase: 'installation' }) });
    expect(lines()).toEqual([
      'Common services',
      `  + database                   Database`,
      `  ! reuseWarning               Reuse Warning: taken on knowingly`,
      `  x databaseMissing            Database`,
      'Review',
      `  + ready                      Ready to install`,
    ]);
  });

  test('is how the installer ended, in its own words', () => {
    const installing = { id: 'installing', phase: 'installation', title: 'Installing', subtitle: '' };
    for (const [status, outcome, told] of [
      ['postInstallation', 'It is installed.', '  + It is installed.'],
      ['failed', 'It was rolled back.', '  x It was rolled back.'],
    ] as const) {
      const { narrator, lines } = narrating();
      narrator.tell({ view: view('installing', installing) });
      narrator.tell({ view: view(status, { ...installing, id: status }, { outcome: { message: outcome } as View['outcome'] }) });
      expect(lines()).toEqual(['Installation', told]);
    }
  });

  test('is each action of the installer once, and what is to sign in with once', () => {
    const { narrator, lines } = narrating();
    narrator.tell({ view: view('installing', { ...review, phase: 'installation' }, { signIn }) });
    for (const percent of [10, 20])
      narrator.tell({ progress: { installer: { action: 'InstallFiles', phase: 'Files', percent } } });
    narrator.tell({ progress: { signIn, installer: { action: 'StartServices', phase: 'Services', percent: 90 } } });
    expect(lines()).toEqual([
      '  To sign in, open https://login.example/device and enter the code CONTOSO42 (until 10:20 UTC).',
      'Installation',
      '  - InstallFiles',
      '  - StartServices',
    ]);
  });

  test('is each closing task when it is closed', () => {
    const { narrator, lines } = narrating();
    const tasks = (...states: readonly string[]) => ({
      tasks: states.map((state, at) => ({ id: `${at}`, title: `Task ${at}`, state })) as unknown as View['tasks'],
    });
    const closing = { id: 'postInstallation', phase: 'closing', title: 'Closing', subtitle: '' };
    narrator.tell({ view: view('postInstallation', closing, tasks('open', 'open', 'done')) });
    narrator.tell({ view: view('postInstallation', closing, tasks('done', 'open', 'done')) });
    narrator.tell({ view: view('postInstallation', closing, tasks('done', 'skipped', 'done')) });
    narrator.tell({ view: view('finished', { ...closing, id: 'finished' }, tasks('done', 'skipped', 'done')) });
    expect(lines()).toEqual(['Closing', '  + Task 0', '  ! Task 1']);
  });

  test('is on a terminal also what runs at the moment, written over when there is more to tell', () => {
    const { narrator, terminal } = narrating(true);
    narrator.tell({ view: view('checking', database) });
    narrator.tell({ progress: { checks: [check('a', 'passed'), check('b', 'pending')] } });
    narrator.tell({ view: view('ready', review) });
    for (const percent of [40, 50])
      narrator.tell({ progress: { installer: { action: 'InstallFiles', phase: 'Files', percent } } });
    narrator.end();
    for (const text of [
      'Checking: Database',
      'Checking: Database (b)',
      'Checking everything once more',
      ' 50 %  Files: InstallFiles',
    ])
      expect(terminal.text).toContain(text);
    expect(terminal.text).not.toContain('(a)');
    expect(terminal.text.endsWith('\r\u001b[2K')).toBe(true);
  });

  test('is nothing at all with --json', () => {
    const { narrator, terminal } = narrating(true, true);
    narrator.tell({ view: view('asking', database) });
    narrator.tell({ view: view('checking', warning) });
    narrator.tell({ progress: { installer: { action: 'InstallFiles', phase: 'Files', percent: 50 } } });
    narrator.end();
    expect(terminal.text).toBe('');
  });
});

/** A narrator, the lines that it tells, their symbols in characters that every console has, and all that is written. */
function narrating(isTTY = false, isJson = false) {
  const terminal = Object.assign(new Written(), { isTTY });
  const around = surroundings('nowhere', { output: terminal });
  const plain = new Map([
    ['✔', '+'],
    ['▲', '!'],
    ['✖', 'x'],
    ['○', '-'],
  ]);
  return {
    narrator: new Narrator(new Output(around, isJson), around.output),
    terminal,
    lines: () =>
      terminal.text
        .trimEnd()
        .replace(/[✔▲✖○]/g, (symbol) => plain.get(symbol)!)
        .split('\n'),
  };
}

function view(status: View['status'], page: object, more: Partial<View> = {}): View {
  return { status, page, tasks: [], checks: [], signIn: null, outcome: null, ...more } as unknown as View;
}

function check(id: string, status: string): NonNullable<Progress['checks']>[number] {
  return { id, status } as unknown as NonNullable<Progress['checks']>[number];
}
