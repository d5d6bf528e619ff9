import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { attemptsOf } from '../../server/report/attempts.ts';
import { phasesOf } from '../../server/report/phases.ts';
import type { JournalEntry } from '../../server/store/rows.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { Client } from '../client.ts';
import { type Served, serve } from '../http/service.ts';
import { read } from './pageOf.ts';

const tokens = { alice: 'alice-alice-alice-1', bob: 'bob-bob-bob-bob-bob-1' };
const folder = mkdtempSync(join(tmpdir(), 'mim-setup-report-'));
const tokenFile = join(folder, 'tokens');
writeFileSync(tokenFile, `alice: ${tokens.alice}\nbob: ${tokens.bob}\n`);

let served: Served;
let alice: Client;
let bob: Client;
let markdown: string;
let html: string;
let view: View;

describe('The closing report', () => {
  beforeAll(async () => {
    served = await serve({ tokenFile });
    alice = new Client(served.url, { Authorization: `Bearer ${tokens.alice}` });
    bob = new Client(served.url, { Authorization: `Bearer ${tokens.bob}` });
    view = await throughAFailure();
    markdown = await reportOf(view.id, 'md');
    html = await reportOf(view.id, 'html');
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  it('tells what was installed', () => {
    const told = sectionOf('What was rehearsed');
    for (const words of [
      'Option C of the guide',
      'MIM Service',
      'MIM Portal',
      'MIM Password Reset Portal',
      'Nothing was installed',
    ])
      expect(told).toContain(words);
    expect(markdown).toContain('# Contoso, Berlin');
    expect(markdown).toMatch(/A rehearsal: nothing was changed\. Finished\. Begun .* by alice/);
  });

  it('tells each run of the installer: who began it, how it ended, and why it failed', () => {
    const [, first, second] = rowsOf('Runs of the installer');
    expect(first).toEqual(['1', expect.stringMatching(/ UTC$/), 'alice', expect.any(String), '1603', expect.any(String)]);
    expect(first?.at(-1)).toMatch(/DeploySolutions.*still deploying or retracting a solution/);
    expect(second).toEqual([
      '2',
      expect.stringMatching(/ UTC$/),
      'bob',
      expect.any(String),
      '0',
      expect.stringMatching(/installed/),
    ]);
  });

  it('has every answer that counts, in the words of its page, and each secret only as one', () => {
    const rows = rowsOf('Answers');
    const answers = Object.fromEntries(rows.slice(1).map(([, field, value]) => [field, value]));
    expect(answers).toMatchObject({
      'Database Server': 'contosoagl.contoso.com',
      'Mail Server': 'Office 365',
      Components: 'MIM Service, MIM Reporting, MIM Portal, MIM Password Registration Portal, MIM Password Reset Portal',
      'Service Account Password': '(secret)',
      'Client Secret': '(secret)',
      'MIM Management Agent Account': 'contoso\\svcMIMMA',
    });
    const given = Object.keys(answersFor('C')).flatMap((page) => Object.keys(answersFor('C')[page]!));
    // And the account that the database was checked with.
    expect(rows.length - 1).toBe(given.length + 1);
    for (const secret of ['Pass@word1', 'Sign@in1', 'App@secret1', 'Pool@word1', 'Check@as1'])
      for (const form of [markdown, html]) expect(form).not.toContain(secret);
  });

  it('is told in the language that is asked for, and what people have typed as they did', async () => {
    const german = await reportOf(view.id, 'html', 'de');
    const { tables, items, heading } = read(german);
    expect(german).toContain('<html lang="de">');
    expect(heading).toBe('Contoso, Berlin');
    expect(items).toEqual(expect.arrayContaining(['Option C der Anleitung', 'MIM-Dienst', 'MIM-Portal']));
    expect(german).toMatch(/Ein Probelauf: Es wurde nichts geändert\. Abgeschlossen\. Begonnen am .* von alice/);
    const answers = Object.fromEntries(tables['Angaben']!.slice(1).map(([, field, value]) => [field, value]));
    expect(answers).toMatchObject({
      Datenbankserver: 'contosoagl.contoso.com',
      'Kennwort des Dienstkontos': '(geheim)',
      'Mit einem anderen Konto prüfen': expect.stringMatching(/^Art des Kontos: .*, Kennwort: \(geheim\)/),
    });
    expect(tables['Außer Kraft gesetzte Prüfungen']![1]).toEqual([
      'MIM-Dienst und -Portal konfigurieren: Verbindung zum MIM-Dienst konfigurieren',
      'Adresse des MIM-Diensts',
      expect.stringMatching(/^Der Probelauf sollte diese Prüfung fehlschlagen lassen/),
      'The record comes tonight, see change 4711.',
      'bob',
      expect.stringMatching(/ UTC$/),
    ]);
    const english = read(html).cells.filter((cell) => /[A-Za-z]{3} (?:the|of|is|to|and) /.test(cell));
    const typed = ['The record comes tonight, see change 4711.'];
    expect(read(german).cells.filter((cell) => english.includes(cell) && !typed.includes(cell))).toEqual([]);
    expect(await reportOf(view.id, 'md', 'de')).toContain('## Ausführungen des Installationsprogramms');
  });

  it('tells which warnings were taken on, and by whom', () => {
    const warnings = rowsOf('Warnings taken on').slice(1);
    expect(warnings.map(([title]) => title)).toEqual([
      'Account Security Warning',
      'SharePoint 2016 services restart warning',
      'Password Registration Portal Warning',
      'Password Reset Portal Warning',
    ]);
    expect(warnings.map(([, who]) => who)).toEqual(['bob', 'alice', 'alice', 'alice']);
  });

  it('tells which checks were overridden, by whom and with which reason, and what they had found then', () => {
    const [, overridden, ...more] = rowsOf('Checks overridden');
    expect(more).toEqual([]);
    expect(overridden).toEqual([
      'Configure MIM Service and Portal: Configure connection to the MIM Service',
      'Address of the MIM Service',
      expect.stringMatching(/asked to let this check fail/),
      'The record comes tonight, see change 4711.',
      'bob',
      expect.stringMatching(/ UTC$/),
    ]);
    expect(sectionOf('Other checks that did not pass')).toContain('may log on locally');
    expect(sectionOf('Other checks that did not pass')).not.toContain('Address of the MIM Service');
  });

  it('tells what became of each closing task, by whom and why', () => {
    const tasks = rowsOf('Closing tasks').slice(1);
    expect(tasks.map(([, outcome]) => outcome)).toEqual(['done', 'skipped', 'failed', ...Array<string>(7).fill('done')]);
    expect(tasks.map(([title]) => title)).toContain('Allow the application Exchange Web Services');
    expect(tasks[1]).toEqual(['Open the MIM Portal', 'skipped', 'No browser here.', 'bob', expect.stringMatching(/ UTC$/)]);
  });

  it('is one document in both forms, and both are what was asked for', async () => {
    const { title, cells } = read(html);
    expect(title).toBe('Contoso, Berlin');
    const inMarkdown = markdown.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
    expect(cells.length).toBe(inMarkdown.flatMap((line) => line.split(/(?<!\\)\|/).slice(1, -1)).length);
    for (const [accept, type] of [
      ['text/html', 'text/html; charset=utf-8'],
      ['text/markdown', 'text/markdown; charset=utf-8'],
      ['*/*', 'text/markdown; charset=utf-8'],
    ] as const) {
      const headers = { Accept: accept, Authorization: `Bearer ${tokens.bob}` };
      const reply = await fetch(`${served.url}/api/v1/installations/${view.id}/report`, { headers });
      expect(reply.headers.get('content-type')).toBe(type);
      expect(reply.headers.get('cache-control')).toBe('no-store');
      if (accept === 'text/html') expect(reply.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    }
  });

  it('of an installation that is under way, or was called off, says so', async () => {
    const begun = await alice.begin();
    expect(await reportOf(begun.id, 'md')).toMatch(
      /What was to be rehearsed\n\n- The installer has not run\.[\s\S]*## Answers\n\nNone\./,
    );
    await alice.event(begun.id, { type: 'cancel' });
    expect(await reportOf(begun.id, 'md')).toContain('Cancelled. Begun');
  });
});

describe('The time that a phase took', () => {
  it('is that from each step to the next, every return to it and the error boxes over it included', () => {
    const journal = [
      step('10:00:00', 'welcome'),
      step('10:01:30', 'signIn'),
      step('10:02:00', 'database'),
      step('10:02:10', 'mailServer'),
      step('10:02:15', 'incompatibleMailAuthentication'),
      step('10:02:25', 'mailServer'),
      step('10:03:00', 'welcome'),
      step('10:03:07', 'ready'),
      step('10:05:07', 'installing'),
      step('10:15:07', 'failed'),
      step('10:45:07', 'installing'),
      step('10:55:37', 'postInstallation'),
      step('10:55:38', 'finished'),
    ];
    expect(phasesOf(journal)).toEqual([
      { phase: 'Prepare', ms: 127_000 },
      { phase: 'Common services', ms: 60_000 },
      { phase: 'Review', ms: 120_000 },
      { phase: 'Installing', ms: 1_230_000 },
      { phase: 'Failed', ms: 1_800_000 },
      { phase: 'Post installation', ms: 1_000 },
    ]);
    expect(phasesOf(journal).reduce((sum, { ms }) => sum + ms, 0)).toBe(
      Date.parse(journal.at(-1)!.at) - Date.parse(journal[0]!.at),
    );
  });

  it('does not become less by a clock that is set back', () => {
    expect(phasesOf([step('10:00:10', 'welcome'), step('10:00:00', 'signIn'), step('10:00:05', 'database')])).toEqual([
      { phase: 'Prepare', ms: 5_000 },
    ]);
  });

  it('of one that has not ended is not told', () => {
    expect(phasesOf([step('10:00:00', 'welcome')])).toEqual([]);
  });
});

describe('A run of the installer', () => {
  it('took as long as the journal says, and was asked for by whoever sent the event, not by the service that began it', () => {
    const outcome = (message: string, exitCode: number) => ({ message, exitCode }) as InstallOutcome;
    const journal = [
      entry('10:00:00', 'alice', 'begin', 'welcome', 0),
      entry('10:01:00', 'alice', 'install', 'ready', 0),
      entry('10:01:30', 'mim-setup', 'xstate.done.actor.ready', 'installing', 1),
      entry('10:05:00', 'carol', 'cancel', 'installing', 1),
      entry('10:11:30', 'mim-setup', 'xstate.done.actor.installing', 'failed', 1, outcome('It failed.', 1603)),
      entry('10:20:00', 'bob', 'report', 'failed', 2, outcome('It failed there.', 1618)),
      entry('10:30:00', 'bob', 'retry', 'installing', 3),
    ];
    const shown = attemptsOf(journal).map(({ number, who, begunAt, ms, ranElsewhere, message }) => {
      return [number, who, begunAt.slice(11, 19), ms, ranElsewhere, message];
    });
    expect(shown).toEqual([
      [1, 'alice', '10:01:30', 600_000, false, 'It failed.'],
      [2, 'bob', '10:20:00', null, true, 'It failed there.'],
      [3, 'bob', '10:30:00', null, false, 'It is at work.'],
    ]);
  });
});

/** Alice answers and installs; Bob takes on what is not as it should be, retries, and closes. */
async function throughAFailure(): Promise<View> {
  const answers = { ...answersFor('C'), database: { ...answersFor('C')['database'], checkAs } };
  const rehearsal = { pace: 1, failAt: 'DeploySolutions', failCheck: 'service-address' };
  let at = await alice.begin({ mode: 'rehearsal', name: 'Contoso, Berlin', rehearsal });
  while (at.status !== 'ready') {
    const { page, problems } = at;
    const failed = problems.length > 0 && page.id === 'serviceAddress';
    if (failed)
      at = (
        await bob.event(at.id, {
          type: 'override',
          check: 'service-address',
          reason: 'The record comes tonight, see change 4711.',
        })
      ).body;
    else at = await (page.id === 'accountSecurityWarning' ? bob : alice).step(at, answers);
  }
  const { id } = at;
  await alice.event(id, { type: 'install' });
  await alice.until(id, 'failed');
  await bob.event(id, { type: 'retry' });
  const { tasks } = await bob.until(id, 'postInstallation');
  const outcomes = [{ outcome: 'done' }, { outcome: 'skipped', reason: 'No browser here.' }, { outcome: 'failed' }];
  for (const [index, { id: task }] of tasks.entries())
    await bob.event(id, { type: 'complete', task, ...(outcomes[index] ?? { outcome: 'done' }) });
  return await bob.view(id);
}

const checkAs = { method: 'sql', user: 'checker', password: 'Check@as1' };

async function reportOf(id: string, format: string, language = 'en'): Promise<string> {
  const headers = { Authorization: `Bearer ${tokens.alice}`, 'Accept-Language': language };
  return await (await fetch(`${served.url}/api/v1/installations/${id}/report?format=${format}`, { headers })).text();
}

function sectionOf(title: string): string {
  return markdown.split(/^## /m).find((part) => part.startsWith(`${title}\n`))!;
}

/** The rows of its table, each cell as it is read; a cell that is left out is that of the row before. */
function rowsOf(title: string): string[][] {
  return read(html).tables[title]!;
}

function entry(time: string, who: string, type: string, to: string, attempt: number, outcome: InstallOutcome | null = null) {
  const kept = { context: { attempt, outcome, problems: [] } };
  return { ...step(time, to), who, event: { type }, revision: 1, from: null, kept } as unknown as JournalEntry;
}

function step(time: string, to: string) {
  return { at: `2026-11-22T${time}.000Z`, to };
}
