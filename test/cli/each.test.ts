import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mimSetupHere } from './here.ts';
import { emptyFolder, secretsOfOptionE as environment, optionE } from './mimSetup.ts';

/** A table of these servers, each with a database of its own. */
function tableOf(folder: string, databases: Readonly<Record<string, object>>): string {
  const path = join(folder, 'servers.yaml');
  const servers = Object.entries(databases).map(([name, database]) => [name, { runner: name, pages: { database } }]);
  // JSON is YAML too.
  writeFileSync(path, JSON.stringify({ servers: Object.fromEntries(servers) }));
  return path;
}

const quickly = ['--pace', '1', '--json'];

interface Told {
  readonly servers: readonly { readonly name: string; readonly id: string; readonly status: string; readonly ending: string }[];
}

describe('run --each', () => {
  test('installs on every server of the table; given again, it does what is left to do and nothing else', async () => {
    const folder = emptyFolder();
    const table = tableOf(folder, { mim01: { name: 'One' }, mim02: { name: 'FIMServiceOld' }, mim03: { name: 'Three' } });
    const command = ['run', optionE, '--each', table, '--install', ...quickly];
    const first = await mimSetupHere(folder, command, { environment });
    const told = JSON.parse(first.output) as Told;
    expect(first.code).toBe(1);
    expect(told.servers).toMatchObject([
      { name: 'mim01', ending: 'done' },
      { name: 'mim02', ending: 'stopped', page: 'database' },
      { name: 'mim03', ending: 'done' },
    ]);
    tableOf(folder, { mim01: { name: 'One' }, mim02: { name: 'Two' }, mim03: { name: 'Three' } });
    const again = await mimSetupHere(folder, command, { environment });
    expect(again.code).toBe(0);
    const both = JSON.parse(again.output) as Told;
    expect(both.servers.map(({ ending }) => ending)).toEqual(['done', 'done', 'done']);
    expect(both.servers.map(({ id }) => id)).toEqual(told.servers.map(({ id }) => id));
    const listed = await mimSetupHere(folder, ['list', '--json']);
    expect((JSON.parse(listed.output) as { items: object[] }).items).toHaveLength(3);
  });

  test('retries what has failed, one alone where that is asked for', async () => {
    const folder = emptyFolder();
    const table = tableOf(folder, { mim01: {}, mim02: {} });
    const command = ['run', optionE, '--each', table, '--install', '--fail-at', 'InstallFiles', ...quickly];
    const failed = await mimSetupHere(folder, command, { environment });
    expect(failed.code).toBe(3);
    expect((JSON.parse(failed.output) as Told).servers).toMatchObject([{ status: 'failed' }, { status: 'failed' }]);
    const one = await mimSetupHere(folder, [...command, '--only', 'mim02'], { environment });
    expect(one.code).toBe(0);
    expect((JSON.parse(one.output) as Told).servers).toMatchObject([{ name: 'mim02', ending: 'done' }]);
    const rest = await mimSetupHere(folder, command, { environment });
    expect(rest.code).toBe(0);
  });

  test('begins none where the answers of one are not valid, and tells every finding of each', async () => {
    const folder = emptyFolder();
    const table = tableOf(folder, { mim01: {}, mim02: { whenExists: 'perhaps' }, mim03: { nmae: 'A' } });
    const { code, output } = await mimSetupHere(folder, ['run', optionE, '--each', table], { environment });
    expect(code).toBe(1);
    expect(output).toMatch(/^mim02: database\.whenExists: /m);
    expect(output).toMatch(/^mim03: database\.nmae: /m);
    expect(output).toContain('Nothing was begun. Mend the answers of 2 of 3 servers');
    expect((JSON.parse((await mimSetupHere(folder, ['list', '--json'])).output) as { items: object[] }).items).toEqual([]);
  });

  test('refuses what is no table, and servers that are not in it', async () => {
    const folder = emptyFolder();
    const table = tableOf(folder, { mim01: {} });
    const only = await mimSetupHere(folder, ['run', optionE, '--each', table, '--only', 'mim09'], { environment });
    expect(only).toMatchObject({ code: 2, errors: expect.stringContaining('names no server mim09') });
    writeFileSync(table, 'servers: [mim01]');
    const wrong = await mimSetupHere(folder, ['run', optionE, '--each', table], { environment });
    expect(wrong).toMatchObject({ code: 2, errors: expect.stringContaining('is no table of servers') });
  });

  test('closes the tasks that were left, and leaves those that the file says nothing of', async () => {
    const folder = emptyFolder();
    const table = tableOf(folder, { mim01: {} });
    const text = readFileSync(optionE, 'utf8');
    const ends = async (complete: string) => {
      const answers = join(folder, 'answers.yaml');
      writeFileSync(answers, text.replace('complete: all', complete));
      const { code, output } = await mimSetupHere(folder, ['run', answers, '--each', table, '--install', ...quickly], {
        environment,
      });
      return [code, (JSON.parse(output) as Told).servers[0]?.status];
    };
    expect(await ends('')).toEqual([0, 'postInstallation']);
    expect(await ends('complete: { serviceRuns: done }')).toEqual([0, 'postInstallation']);
    expect(await ends('complete: all')).toEqual([0, 'finished']);
    expect(await ends('complete: all')).toEqual([0, 'finished']);
  });

  test('goes on with the runner that the table names now', async () => {
    const folder = emptyFolder();
    const runner = async (name: string) => {
      const table = join(folder, 'servers.yaml');
      writeFileSync(table, JSON.stringify({ servers: { mim01: { runner: name } } }));
      const { code } = await mimSetupHere(folder, ['run', optionE, '--each', table, ...quickly], { environment });
      const { items } = JSON.parse((await mimSetupHere(folder, ['list', '--json'])).output) as { items: { runner: string }[] };
      return [code, items.map((one) => one.runner)];
    };
    expect(await runner('old')).toEqual([0, ['old']]);
    expect(await runner('new')).toEqual([0, ['new']]);
  });

  test('tells in a word or two why a server stands where it does: a check at the review, a page that is not answered', async () => {
    const folder = emptyFolder();
    const table = tableOf(folder, { mim01: {} });
    const row = async (answers: string, more: readonly string[]) =>
      /^mim01 .*$/m.exec((await mimSetupHere(folder, ['run', answers, '--each', table, ...more], { environment })).output)?.[0];
    expect(await row(optionE, ['--fail-check', 'host-elevated'])).toMatch(/^mim01 +ready +ready +[-0-9a-f]+ +\S+/);
    writeFileSync(join(folder, 'short.yaml'), 'pages: { welcome: {} }');
    expect(await row(join(folder, 'short.yaml'), [])).toMatch(/ the file does not answer it\.$/);
  });

  test.each([
    ['cannot be read', 'pages: {', /answers\.yaml:1:\d+: error: /],
    ['is no map', '- pages', /answers\.yaml:1:1: error: /],
    ['has no map where its pages stand', 'pages: [database]', /answers\.yaml:1:\d+: error: pages: /],
  ])('begins none by a file of answers that %s', async (_, text, finding) => {
    const folder = emptyFolder();
    const table = tableOf(folder, { mim01: {}, mim02: {} });
    const answers = join(folder, 'answers.yaml');
    writeFileSync(answers, text);
    const { code, output } = await mimSetupHere(folder, ['run', answers, '--each', table]);
    expect(code).toBe(1);
    expect(output).toMatch(finding);
    expect(output).toContain('Nothing was begun.');
    expect((JSON.parse((await mimSetupHere(folder, ['list', '--json'])).output) as { items: object[] }).items).toEqual([]);
  });

  test('takes a table of 1,000 servers, of which one may differ in nothing; one more is refused', async () => {
    const folder = emptyFolder();
    const table = join(folder, 'servers.yaml');
    const pages = (at: number) =>
      `{ database: { name: D${at}, server: sql${at} }, serviceAddress: { host: mim${at}.contoso.com } }`;
    const servers = Array.from({ length: 999 }, (_, at) => `  mim${at}: { runner: mim${at}, pages: ${pages(at)} }\n`);
    const alone = ['run', optionE, '--each', table, '--only', 'alike', '--pace', '1'];
    writeFileSync(table, `servers:\n  alike:\n${servers.join('')}`);
    expect(await mimSetupHere(folder, alone, { environment })).toMatchObject({ code: 0, errors: '' });
    writeFileSync(table, `servers:\n  alike:\n  another:\n${servers.join('')}`);
    expect(await mimSetupHere(folder, alone, { environment })).toMatchObject({
      code: 2,
      errors: expect.stringContaining('names 1001 servers'),
    });
  });
});
