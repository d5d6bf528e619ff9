import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Api } from '../../server/cli/api.ts';
import { type Connection, withService } from '../../server/cli/connection.ts';
import { Left } from '../../server/cli/surroundings.ts';
import type { View } from '../../server/view/view.ts';
import { type Served, serve } from '../http/service.ts';
import { mimSetupHere, surroundings, Written } from './here.ts';
import { emptyFolder, examples } from './mimSetup.ts';

const token = 'a-token-for-the-test';
const optionE = join(examples, 'option-e.yaml');

describe('With a service that runs', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ token });
  });
  afterAll(() => served[Symbol.asyncDispose]());

  test('run, list, show, plan and resume end as they do by themselves, and its folder is not opened', async () => {
    const there = (...args: string[]) =>
      mimSetupHere(served.folder, [...args, '--url', served.url], { environment: { MIM_SETUP_TOKEN: token } });
    const ran = await there('run', optionE, '--json', '--pace', '1');
    expect(ran.code).toBe(0);
    const view = JSON.parse(ran.output) as View;
    const alone = await mimSetupHere(emptyFolder(), ['run', optionE, '--json', '--pace', '1']);
    const told = ({ status, page, trail, option, can, checks }: View) => {
      return { status, page, trail, option, can, checks: checks.map(({ id, status: how }) => [id, how]) };
    };
    expect(told(view)).toEqual(told(JSON.parse(alone.output)));
    expect((await there('list')).output).toContain(view.id);
    expect(JSON.parse((await there('show', view.id, '--json')).output)).toMatchObject({ id: view.id, status: 'ready' });
    expect((await there('plan', view.id, '--format', 'ps1')).output).toContain('msiexec');
    const resumed = await there('resume', view.id);
    expect([resumed.code, resumed.output]).toEqual([
      0,
      expect.stringContaining(`mim-setup resume ${view.id} --install --url ${served.url}\n`),
    ]);
  });

  test('it is found by the environment, and then not named again; its token comes by the environment, an option or a file', async () => {
    const { id } = await served.client.begin();
    const tokenFile = join(emptyFolder(), 'tokens');
    writeFileSync(tokenFile, `admin: ${token}\n`);
    const ways = [
      [['show', id], { MIM_SETUP_TOKEN: token }],
      [['show', id, '--token', token], {}],
      [['show', id, '--token-file', tokenFile], {}],
      [['show', id], { MIM_SETUP_TOKEN_FILE: tokenFile }],
    ] as const;
    for (const [args, environment] of ways) {
      const shown = await mimSetupHere(emptyFolder(), args, { environment: { ...environment, MIM_SETUP_URL: `${served.url}/` } });
      expect(shown).toMatchObject({ code: 0, output: expect.stringMatching(new RegExp(`mim-setup resume ${id}\\n`)) });
    }
  });

  test('a token that is not known is refused with 2', async () => {
    for (const wrong of [{}, { MIM_SETUP_TOKEN: 'another-token-of-sorts' }]) {
      const { code, output, errors } = await mimSetupHere(emptyFolder(), ['list', '--url', served.url], { environment: wrong });
      expect([code, output]).toEqual([2, '']);
      expect(errors).toMatch(/token/);
    }
  });

  test('a data folder that it owns is not opened by another', async () => {
    const { code, errors } = await mimSetupHere(served.folder, ['list']);
    expect(code).toBe(2);
    expect(errors).toContain('is in use by another mim-setup. Talk to that one with --url');
  });

  test('something else that answers at an address is no service', async () => {
    const other = createServer((_, response) => void response.writeHead(404, { 'Content-Type': 'text/html' }).end('Not here'));
    await once(other.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void other.close());
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const { code, errors } = await mimSetupHere(emptyFolder(), ['list', '--url', url]);
    expect([code, errors]).toEqual([2, expect.stringContaining(`No mim-setup service answers at ${url}.`)]);
  });
});

describe('By itself', () => {
  test('it is there for as long as is talked, listens to nobody else, and logs to a file of its own, in a folder for its owner alone', async () => {
    const folder = join(emptyFolder(), 'data');
    let api: Api | undefined;
    const ending = await talk({ data: folder }, async (connection) => {
      api = connection.api;
      expect(await api.list({})).toEqual({ items: [] });
      return 'stopped';
    });
    expect(ending).toBe('stopped');
    await expect(api!.list({})).rejects.toThrow('No mim-setup service answers');
    expect(readFileSync(join(folder, 'mim-setup.log'), 'utf8')).not.toBe('');
    const modes = [folder, join(folder, 'mim-setup.log')].map((path) => statSync(path).mode & 0o777);
    if (process.platform !== 'win32') expect(modes).toEqual([0o700, 0o600]);
  });

  test.each([
    ['data', (path: string) => path],
    ['C-1_2.d', (path: string) => path],
    ['my data', (path: string) => `"${path}"`],
    ['a&b', (path: string) => `"${path}"`],
  ])('the folder "%s" is told as the shell takes it, so that it leads to the same installations again', async (name, asTold) => {
    const folder = emptyFolder();
    const data = join(folder, name);
    const config = join(folder, 'mim-setup.yaml');
    writeFileSync(config, '{}');
    expect(await againAt({})).toBe('mim-setup list');
    expect(await againAt({ data })).toBe(`mim-setup list --data ${asTold(data)}`);
    expect(await againAt({ data, config })).toBe(`mim-setup list --data ${asTold(data)} --config ${config}`);
  });
});

test('serve runs until Ctrl-C, and tells its address', async () => {
  const leaving = new AbortController();
  const output = new Written();
  const serving = mimSetupHere(emptyFolder(), ['serve', '--port', '0', '--json', '--log-level', 'silent'], {
    leave: leaving.signal,
    output,
  });
  await expect.poll(() => output.text, { message: 'the address that serve tells' }).toContain('"url"');
  const { url } = JSON.parse(output.text) as { url: string };
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  leaving.abort(new Left());
  expect(await serving).toMatchObject({ code: 0 });
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

type Settings = Parameters<typeof withService>[0];

function talk(settings: Settings, say: Parameters<typeof withService>[2]) {
  return withService(settings, surroundings(emptyFolder()), say);
}

async function againAt(settings: Settings): Promise<string> {
  const connections: Connection[] = [];
  await talk(settings, async (connection) => {
    connections.push(connection);
    return 'done';
  });
  return connections[0]!.again('list');
}
