import { writeFileSync } from 'node:fs';
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
});
