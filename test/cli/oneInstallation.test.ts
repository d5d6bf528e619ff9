import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { mimSetupHere } from './here.ts';
import { examples } from './mimSetup.ts';

const environment = {
  SIGN_IN_CLIENT_SECRET: 'Sign@in1',
  SERVICE_ACCOUNT_PASSWORD: 'Pass@word1',
  REGISTRATION_PORTAL_PASSWORD: 'Pool@word1',
  RESET_PORTAL_PASSWORD: 'Pool@word2',
};

/** An installation by option E, at ready or installed. */
async function walked(folder: string, ...options: string[]): Promise<View> {
  const args = ['run', join(examples, 'option-e.yaml'), '--pace', '1', '--json', ...options];
  return JSON.parse((await mimSetupHere(folder, args, { environment })).output) as View;
}

describe('Of one installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-cli-'));
  let installed: View;
  let ready: View;
  beforeAll(async () => {
    installed = await walked(folder, '--install');
    ready = await walked(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('log prints the log of the installer, and says so where it has not run', async () => {
    const { code, output } = await mimSetupHere(folder, ['log', installed.id]);
    expect(code).toBe(0);
    expect(output).toContain('MainEngineThread is returning 0');
    const asJson = await mimSetupHere(folder, ['log', installed.id, '--attempt', '1', '--json']);
    expect(JSON.parse(asJson.output)).toEqual({ text: output });
    const none = await mimSetupHere(folder, ['log', ready.id]);
    expect(none.code).not.toBe(0);
    expect(none.errors).toContain('the installer has not run');
  });

  test('events prints the journal, a line for each step, and with --json the answers, secrets only as kept', async () => {
    const { code, output } = await mimSetupHere(folder, ['events', ready.id]);
    expect(code).toBe(0);
    const [heads, first] = output.split('\n');
    expect(heads).toMatch(/^revision +at +who +event +from +to$/);
    expect(first).toMatch(/^1 +[\d-]+ [\d:]+ +local +begin +welcome$/);
    expect(output.trimEnd().split('\n')).toHaveLength(ready.revision + 1);
    const { output: text } = await mimSetupHere(folder, ['events', ready.id, '--json']);
    expect(JSON.parse(text)).toHaveLength(ready.revision);
    for (const secret of Object.values(environment)) expect(text).not.toContain(secret);
  });

  test('collect writes an archive for its owner alone, and writes over a file only with --force', async () => {
    const file = join(folder, 'for-help.zip');
    const collect = ['collect', installed.id.slice(0, 8), '--output', file];
    expect(await mimSetupHere(folder, collect)).toMatchObject({ code: 0, output: expect.stringContaining(file), errors: '' });
    const names = Object.keys(unzipSync(readFileSync(file)));
    expect(names).toEqual(expect.arrayContaining(['README.txt', 'journal.json', 'logs/attempt-1.txt']));
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, 'mine');
    expect(await mimSetupHere(folder, collect)).toMatchObject({ code: 2, errors: expect.stringContaining('--force') });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const { output } = await mimSetupHere(folder, [...collect, '--force', '--json']);
    expect(JSON.parse(output)).toEqual({ file, bytes: statSync(file).size });
    expect(Object.keys(unzipSync(readFileSync(file)))).toEqual(names);
    const unknown = await mimSetupHere(folder, ['collect', 'ffff', '--output', join(folder, 'none.zip')]);
    expect(unknown).toMatchObject({ code: 2, errors: expect.stringContaining('no such installation') });
    expect(readdirSync(folder).filter((name) => name.startsWith('none.zip') || name.endsWith('.part'))).toEqual([]);
  });

  test('report and collect write in German where that is asked for', async () => {
    const file = join(folder, 'zur-hilfe.zip');
    const { output } = await mimSetupHere(folder, ['report', installed.id, '--lang', 'de']);
    expect(output).toContain('## Ausführungen des Installationsprogramms');
    await mimSetupHere(folder, ['collect', installed.id, '--output', file, '--lang', 'de']);
    expect(strFromU8(unzipSync(readFileSync(file))['README.txt']!)).toContain('Das Protokoll des Installationsprogramms');
    const { code, errors } = await mimSetupHere(folder, ['report', installed.id, '--lang', 'fr']);
    expect([code, errors]).toEqual([2, expect.stringContaining('en, de')]);
  });

  test('every command takes the beginning of an id that no other begins with', async () => {
    const [short] = ready.id.split('-');
    for (const command of ['show', 'plan', 'events', 'report']) {
      expect(await mimSetupHere(folder, [command, short!.toUpperCase()])).toMatchObject({ code: 0, errors: '' });
    }
  });

  test('a beginning that several have is refused with their ids, and one that none has by name', async () => {
    const several = await mimSetupHere(folder, ['show', '']);
    expect(several).toMatchObject({ code: 2, errors: expect.stringContaining(ready.id) });
    expect(several.errors).toContain(installed.id);
    const none = await mimSetupHere(folder, ['show', 'zz']);
    expect(none.code).toBe(2);
  });

  test('forget refuses one that has not ended; cancel ends it, and then it is forgotten', async () => {
    const refused = await mimSetupHere(folder, ['forget', ready.id]);
    expect(refused.code).not.toBe(0);
    const cancelled = await mimSetupHere(folder, ['cancel', ready.id, '--json']);
    expect(cancelled.code).toBe(0);
    expect(JSON.parse(cancelled.output)).toMatchObject({ id: ready.id, status: 'cancelled' });
    expect(await mimSetupHere(folder, ['forget', ready.id])).toMatchObject({ code: 0, output: `Forgotten: ${ready.id}.\n` });
    const { output } = await mimSetupHere(folder, ['list', '--json']);
    expect((JSON.parse(output) as { items: View[] }).items.map(({ id }) => id)).toEqual([installed.id]);
  });
});
