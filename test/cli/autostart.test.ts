import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { runCommandLine } from '../../server/cli/program.ts';
import type { Autostart, Entry, Kind } from '../../services/autostart/autostart.ts';
import { CannotAutostart } from '../../services/autostart/cannotAutostart.ts';
import { surroundings } from './here.ts';
import { emptyFolder, program } from './mimSetup.ts';

/** A computer that keeps what is installed on it. */
class Computer implements Autostart {
  readonly entries = new Map<Kind, Entry>();
  obstacles: string[] = [];

  async install(entry: Entry) {
    if (entry.account === 'nobody') throw new CannotAutostart('There is no user nobody on this computer.');
    this.entries.set(entry.kind, entry);
    return ['It starts with this computer from now on.'];
  }

  async find(kind: Kind) {
    const entry = this.entries.get(kind);
    return entry ? { ...entry, where: `the entry ${kind}`, obstacles: this.obstacles, remarks: [] } : null;
  }

  async remove(kind: Kind) {
    return this.entries.delete(kind);
  }
}

async function mimSetupOn(computer: Computer, folder: string, args: readonly string[], environment: Record<string, string> = {}) {
  const around = surroundings(folder, { environment });
  const code = await runCommandLine(['autostart', ...args], { ...around, autostart: computer });
  return { code, output: around.output.text, errors: around.errors.text };
}

it('`autostart install` keeps what the options and the environment say, every path whole, and starts the command line', async () => {
  const [computer, folder] = [new Computer(), emptyFolder()];
  const [tokens, config] = [join(folder, 'tokens'), join(folder, 'mim.yaml')];
  writeFileSync(tokens, 'ann: 0123456789abcdef\n');
  writeFileSync(config, 'port: 5781\n');
  const environment = {
    MIM_SETUP_TOKEN_FILE: tokens,
    MIM_SETUP_CONFIG: config,
    MIM_SETUP_LOG_LEVEL: 'warn',
    NODE_EXTRA_CA_CERTS: 'ca.pem',
    https_proxy: 'http://proxy.contoso.com:3128',
    no_proxy: '',
  };
  const ended = await mimSetupOn(computer, folder, ['install', 'service', '--account', 'mim', '--host', '0.0.0.0'], environment);
  expect(ended, ended.errors).toMatchObject({
    code: 0,
    output: expect.stringContaining('from now on'),
    errors: expect.stringMatching(/at start-up only where .*: NODE_EXTRA_CA_CERTS, https_proxy\.$/m),
  });
  const { command, account, data } = computer.entries.get('service')!;
  const at = command.indexOf(program);
  expect({ account, data, node: command[0], at: at > 0 }).toEqual({
    account: 'mim',
    data: folder,
    node: process.execPath,
    at: true,
  });
  const [word, ...rest] = command.slice(at + 1);
  const told = Object.fromEntries(rest.flatMap((name, n) => (n % 2 === 0 ? [[name, rest[n + 1]]] : [])));
  expect([word, told]).toEqual([
    'serve',
    { '--config': config, '--host': '0.0.0.0', '--data': folder, '--token-file': tokens, '--log-level': 'warn' },
  ]);
});

it('`autostart install runner` names its service and its token, and `status` and `remove` go by it', async () => {
  const [computer, folder] = [new Computer(), emptyFolder()];
  const where = ['--url', 'https://setup.contoso.com:5780', '--token-file', join(folder, 'mim01.token')];
  expect((await mimSetupOn(computer, folder, ['status'])).code).toBe(1);
  const proxied = { HTTPS_PROXY: 'http://proxy.contoso.com:3128' };
  const ended = await mimSetupOn(computer, folder, ['install', 'runner', '--account', 'mim', ...where], proxied);
  expect(ended).toMatchObject({ code: 0, errors: expect.stringMatching(/at start-up only where .*: HTTPS_PROXY\.$/m) });
  expect(computer.entries.get('runner')?.command.join(' ')).toContain(`main.ts runner ${where.slice(0, 2).join(' ')}`);
  expect(computer.entries.get('runner')?.command).toContain(join(folder, 'mim01.token'));
  expect(await mimSetupOn(computer, folder, ['status'])).toMatchObject({
    code: 0,
    output: expect.stringMatching(/The service would not come back[\s\S]*The runner comes back after a restart, as mim\./),
  });
  computer.obstacles = ['The unit is disabled.'];
  const hindered = await mimSetupOn(computer, folder, ['status', 'runner', '--json']);
  expect(hindered.code).toBe(1);
  expect(JSON.parse(hindered.output)).toMatchObject({
    items: [{ kind: 'runner', comesBack: false, reasons: ['The unit is disabled.'] }],
  });
  expect(await mimSetupOn(computer, folder, ['remove', 'runner'])).toMatchObject({
    code: 0,
    output: expect.stringContaining('no longer starts'),
  });
  expect(await mimSetupOn(computer, folder, ['remove', 'runner'])).toMatchObject({
    code: 0,
    output: expect.stringContaining('Nothing started'),
  });
});

it('`autostart install runner` tells it nothing of a configuration file that only a service takes as an option', async () => {
  const [computer, folder] = [new Computer(), emptyFolder()];
  const [key, config, token] = ['key', 'mim.yaml', 'mim01.token'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(key, '00'.repeat(32));
  writeFileSync(config, `keyFile: ${key}\nlogLevel: warn\nlogFile: ${join(folder, 'runner.log')}\n`);
  const where = ['--url', 'https://setup.contoso.com:5780', '--token-file', token, '--config', config];
  const ended = await mimSetupOn(computer, folder, ['install', 'runner', '--account', 'mim', ...where]);
  expect(ended, ended.errors).toMatchObject({ code: 0 });
  const { command } = computer.entries.get('runner')!;
  expect(command.slice(command.indexOf('runner') + 1).toSorted()).toEqual(
    [...where, '--data', folder, '--log-file', join(folder, 'runner.log')].toSorted(),
  );
});

it.each([
  ['no account', ['install', 'service'], {}, /Name the account/],
  ['neither the service nor the runner', ['install', '--account', 'mim'], {}, /Say which/],
  ['no service to dial', ['install', 'runner', '--account', 'mim'], {}, /Say where the service is/],
  [
    'a token in the environment',
    ['install', 'service', '--account', 'mim'],
    { MIM_SETUP_TOKEN: '0123456789abcdef' },
    /MIM_SETUP_TOKEN is a secret.*--token-file/s,
  ],
  [
    'a token among the options',
    ['--token', '0123456789abcdef', 'install', 'service', '--account', 'mim'],
    {},
    /MIM_SETUP_TOKEN is a secret/,
  ],
  [
    'a master key in the environment',
    ['install', 'service', '--account', 'mim'],
    { MIM_SETUP_KEY: '00'.repeat(32) },
    /MIM_SETUP_KEY is a secret.*--key-file/s,
  ],
  [
    'a database with its password',
    ['install', 'service', '--account', 'mim'],
    { MIM_SETUP_DATABASE: 'postgres://a:b@h/d' },
    /configuration file/,
  ],
  ['a setting that is not valid', ['install', 'service', '--account', 'mim', '--port', 'x'], {}, /MIM_SETUP_PORT/],
  ['an account that is not there', ['install', 'service', '--account', 'nobody'], {}, /There is no user nobody/],
])('`autostart` does not begin with %s', async (_, args, environment, why) => {
  const computer = new Computer();
  const ended = await mimSetupOn(computer, emptyFolder(), args, environment as Record<string, string>);
  expect(ended).toMatchObject({ code: 2, errors: expect.stringMatching(why) });
  expect(computer.entries.size).toBe(0);
});

it('a path in the configuration file has to be whole', async () => {
  const folder = emptyFolder();
  const config = join(folder, 'mim.yaml');
  const password = join(folder, 'password');
  writeFileSync(password, 'Open-Sesame-1');
  writeFileSync(config, `directory:\n  url: ldaps://dc\n  user: a\n  passwordFile: ${relative('.', password)}\n`);
  const ended = await mimSetupOn(new Computer(), folder, ['install', 'service', '--account', 'mim', '--config', config]);
  expect(ended).toMatchObject({ code: 2, errors: expect.stringMatching(/Give the whole path in .*directory\.passwordFile/) });
});
