import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { faultsOf } from '../../server/view/auditFaults.ts';
import type { AuditTrail } from '../../server/view/auditTrail.ts';
import { answersFor } from '../answers.ts';
import { expectDocumented } from './documented.ts';
import { type Served, serve } from './service.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-collection-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ofState = ['answers.yaml', 'checks.json', 'installation.json', 'plan.json', 'plan.ps1', 'report.md'];
const always = ['README.txt', 'audit.json', 'configuration.yaml', 'journal.json', 'versions.json'];
const logs = ['logs/attempt-1.txt', 'logs/attempt-2.txt'];

/** The files of the collection, by name. */
async function collected({ url }: Served, id: string, language = 'en'): Promise<Record<string, string>> {
  const path = `/api/v1/installations/${id}/collection`;
  const response = await fetch(`${url}${path}?lang=${language}`);
  const type = response.headers.get('content-type')!;
  expectDocumented({ method: 'GET', path, status: response.status, type, body: '' });
  expect([response.status, type]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** An installation whose installer has failed twice. */
async function failedTwice({ client }: Served): Promise<string> {
  const begun = await client.begin({ mode: 'rehearsal', rehearsal: { pace: 1, failAt: 'InstallFiles', times: 3 } });
  const { view } = await client.walk(begun, answersFor('E', ['service', 'portal']));
  for (const [type, outcome] of [
    ['install', 'failed'],
    ['retry', 'failed'],
  ] as const) {
    await client.event(view.id, { type });
    await client.until(view.id, outcome);
  }
  return view.id;
}

describe('The collection of an installation', () => {
  it('has all that is told of it, as each is told by itself, and the log of every attempt', async () => {
    await using served = await serve({ data: folder, token: 'of-a-reader-who-is-let-in' });
    const id = await failedTwice(served);
    const reply = await fetch(`${served.url}/api/v1/installations/${id}/collection`);
    expect(reply.status).toBe(401);
    // With the token, by the agent that holds it.
    const { body: history } = await served.api.get(`/api/v1/installations/${id}/history`).expect(200);
    const { body: zip, headers } = await served.api
      .get(`/api/v1/installations/${id}/collection`)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      })
      .expect(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="mim-setup-${id.slice(0, 8)}.zip"`);
    const files = Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
    expect(Object.keys(files).sort()).toEqual([...always, ...ofState, ...logs].sort());
    const json = (name: string) => JSON.parse(files[name]!);
    expect(json('journal.json')).toEqual(history);
    expect(faultsOf(json('audit.json') as AuditTrail)).toEqual([]);
    for (const [name, path] of [
      ['installation.json', ''],
      ['checks.json', '/checks'],
      ['plan.json', '/plan'],
    ] as const)
      expect(json(name), name).toEqual((await served.client.request('GET', `/api/v1/installations/${id}${path}`)).body);
    expect(parse(files['answers.yaml']!).pages.database.name).toBe('FIMService');
    expect(files['report.md']).toContain('## Runs of the installer');
    expect(files['logs/attempt-2.txt']).toContain('InstallFiles');
    expect(json('versions.json')).toMatchObject({
      node: process.version,
      runner: null,
      storage: expect.stringMatching(/^SQLite 3/),
    });
    expect(parse(files['configuration.yaml']!)).toMatchObject({ token: '(set)', data: folder });
    for (const name of Object.keys(files).filter((one) => one !== 'README.txt'))
      expect(files['README.txt']).toContain(`  ${name} `);
    expect(files['README.txt']).not.toContain('Could not be had');
  });

  it('is in the language that is asked for where people read it, and the same in each where programs do', async () => {
    await using served = await serve({ data: folder });
    const id = await failedTwice(served);
    const [english, german] = [await collected(served, id), await collected(served, id, 'de')];
    expect(german['README.txt']).toContain('Sammlung von mim-setup für alle, die weiterhelfen');
    expect(german['report.md']).toContain('## Ausführungen des Installationsprogramms');
    expect(Object.keys(german)).toEqual(Object.keys(english));
    const aboutFiles = (text: string) => text.split('\r\n').filter((line) => /^ {2}[\w/.-]+\.\w+ {2}/.test(line));
    const [inEnglish, inGerman] = [english, german].map((files) => aboutFiles(files['README.txt']!));
    expect(inGerman).toHaveLength(Object.keys(english).length - 1);
    for (const line of inGerman!) expect.soft(inEnglish).not.toContain(line);
    const read = ['README.txt', 'report.md', 'audit.json', 'versions.json'];
    for (const name of Object.keys(english)) if (!read.includes(name)) expect.soft(german[name], name).toBe(english[name]);
  });

  it('can be had at any moment, of one that has no plan and no log yet, too', async () => {
    await using served = await serve({ data: folder });
    const { id } = await served.client.begin();
    const files = await collected(served, id);
    expect(Object.keys(files).sort()).toEqual([...always, ...ofState.filter((name) => !name.startsWith('plan.'))].sort());
  });

  it('is asked about without being made, is no other method’s, and is of none that does not exist', async () => {
    await using served = await serve({ data: folder });
    const { id } = await served.client.begin();
    const path = `/api/v1/installations/${id}/collection`;
    const head = (of: string) => fetch(served.url + of, { method: 'HEAD' });
    const { status, headers } = await head(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/zip']);
    await served.api.post(path).expect(405);
    const ofNone = path.replace(id, '48b15b07-ae4a-4e4a-8e4a-8850556d6b76');
    await served.api.get(ofNone).expect(404);
    expect((await head(ofNone)).status).toBe(404);
  });

  it('is cut off, never told as whole, where a log can no longer be read', async () => {
    await using served = await serve({ data: folder });
    const { id } = await served.client.begin();
    // A folder by the name of a log opens, and cannot be read.
    mkdirSync(join(folder, 'jobs', id, '1', 'log.txt'), { recursive: true });
    const reply = await fetch(`${served.url}/api/v1/installations/${id}/collection`);
    await expect(reply.arrayBuffer()).rejects.toThrow();
    expect(served.logged()).toContain('EISDIR');
  });
});

describe('The collection of a damaged installation', () => {
  /** What is collected after its data were damaged, by what one has of it before. */
  async function damagedBy(...sql: string[]): Promise<{ files: Record<string, string>; before: Record<string, string> }> {
    const { id, before } = await (async () => {
      await using served = await serve({ data: folder });
      const installation = await failedTwice(served);
      return { id: installation, before: await collected(served, installation) };
    })();
    const database = new DatabaseSync(join(folder, 'mim-setup.db'));
    for (const statement of sql) database.exec(statement);
    database.close();
    await using served = await serve({ data: folder });
    return { files: await collected(served, id), before };
  }

  it('has everything where its state alone is damaged: that is told as the journal has it', async () => {
    const { files, before } = await damagedBy("update installation set digest = ''");
    expect(Object.keys(files).sort()).toEqual(Object.keys(before).sort());
    for (const name of ['journal.json', 'answers.yaml', 'checks.json', 'plan.json', ...logs])
      expect(files[name], name).toBe(before[name]);
    expect(files['README.txt']).toContain('does not agree with its checksum');
    expect(files['README.txt']).toMatch(/told as its journal has them at revision \d+\./);
    expect(files['README.txt']).not.toContain('Could not be had');
  });

  it('has its logs and its configuration where the journal is damaged as well, and says what it lacks', async () => {
    const { files } = await damagedBy("update installation set digest = ''", "update journal set event = '{', kept = '{'");
    expect(Object.keys(files).sort()).toEqual(['README.txt', 'configuration.yaml', 'versions.json', ...logs].sort());
    expect(files['README.txt']).toMatch(/Could not be had:\r\n\r\n {2}journal\.json {2}.+\r\n {2}audit\.json/);
    expect(files['README.txt']).toContain('no state that can be used');
  });

  it('has its state where the journal alone is damaged', async () => {
    const { files } = await damagedBy("update journal set event = '{'");
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['answers.yaml', 'checks.json', 'plan.json', ...logs]));
    expect(files['README.txt']).toMatch(/Could not be had:.*journal\.json.*audit\.json.*report\.md/s);
  });
});
