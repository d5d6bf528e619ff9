import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../server/configuration/configurationError.ts';
import { readConfiguration, redactConfiguration, tokensOf } from '../../server/configuration/readConfiguration.ts';
import { startInVain } from './serviceProcess.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const token = 'a-token-of-enough-characters';

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function problemsOf(environment: Record<string, string>, flags: Record<string, unknown> = {}): readonly string[] {
  try {
    readConfiguration(environment, flags);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

describe('The configuration', () => {
  it('has the defaults of the contract', () => {
    const config = readConfiguration({});
    const defaults = { host: '127.0.0.1', port: 5780, data: './data', logLevel: 'info', rehearsal: { pace: 300 } };
    expect(config).toMatchObject(defaults);
    expect([config.token, config.tokenFile, config.key, config.package, config.tlsCert]).toEqual(Array(5).fill(undefined));
  });

  it('comes by a file, by the environment and by flags, in rising order', () => {
    const path = file('config.yaml', 'port: 1\ndata: fromFile\nlogLevel: warn\nallowedHosts: [a, b]\nrehearsal:\n  pace: 7\n');
    const environment = { MIM_SETUP_CONFIG: path, MIM_SETUP_PORT: '2', MIM_SETUP_DATA: 'fromEnvironment' };
    expect(readConfiguration(environment, { port: '3' })).toMatchObject({
      port: 3,
      data: 'fromEnvironment',
      logLevel: 'warn',
      allowedHosts: ['a', 'b'],
      rehearsal: { pace: 7 },
    });
    expect(readConfiguration({ MIM_SETUP_ALLOWED_HOSTS: 'a, b,,c' }).allowedHosts).toEqual(['a', 'b', 'c']);
    const origins = 'https://portal.contoso.com, http://localhost:5173';
    expect(readConfiguration({ MIM_SETUP_ALLOWED_ORIGINS: origins }).allowedOrigins).toEqual(origins.split(', '));
    expect(readConfiguration({ MIM_SETUP_PORT: '' }).port).toBe(5780);
    expect(readConfiguration({ MIM_SETUP_PORT: '0' }).port).toBe(0);
  });

  it.each([
    '*',
    'null',
    'https://portal.contoso.com/',
    'https://portal.contoso.com/app',
    'https://Portal.contoso.com',
    'portal.contoso.com',
    'https://portal.contoso.com:443',
    'file:///x',
  ])('takes no origin that a browser would not send: %s', (origin) => {
    expect(problemsOf({ MIM_SETUP_ALLOWED_ORIGINS: origin })).toEqual([expect.stringContaining('MIM_SETUP_ALLOWED_ORIGINS')]);
  });

  it('is refused with every problem at once, each by the name of its setting and of its variable', () => {
    const environment = {
      MIM_SETUP_CONFIG: file('config.yaml', 'prot: 1\nrehearsal:\n  pcae: 7\n'),
      MIM_SETUP_HOST: '0.0.0.0',
      MIM_SETUP_PORT: 'x',
      MIM_SETUP_LOG_LEVEL: 'loud',
      MIM_SETUP_KEY: 'short',
      MIM_SETUP_TLS_CERT: join(folder, 'missing.pem'),
    };
    const problems = problemsOf(environment);
    const about = ['prot', 'rehearsal.pcae', 'MIM_SETUP_HOST', 'MIM_SETUP_PORT', 'MIM_SETUP_LOG_LEVEL', 'MIM_SETUP_KEY'];
    for (const name of [...about, 'MIM_SETUP_TLS_CERT', 'MIM_SETUP_TLS_KEY'])
      expect(
        problems.filter((problem) => problem.includes(name)),
        name,
      ).toHaveLength(1);
    expect(problems).toHaveLength(8);
  });

  it.each(['65536', '-1', '1.5', 'x', '0x10', ' '])('refuses a port that is none: %j', (port) => {
    expect(problemsOf({ MIM_SETUP_PORT: port })).toHaveLength(1);
    expect(problemsOf({}, { config: file('port.yaml', `port: "${port}"\n`) })).toHaveLength(1);
  });

  it.each(['port: true\n', 'port:\n', 'port: ""\n', 'port: [1]\n'])('takes nothing else for a port either: %j', (text) => {
    expect(problemsOf({}, { config: file('port.yaml', text) })).toHaveLength(1);
  });

  it.each([
    ['no list of settings', '- a\n', 'write a name and a value a line'],
    ['no YAML', 'token: "super-secret-token\n', 'cannot be read'],
    ['a folder', undefined, 'EISDIR'],
  ])('refuses a file that is %s, and does not quote it', (_what, text, says) => {
    const path = text === undefined ? folder : file('config.yaml', text);
    const problems = problemsOf({ MIM_SETUP_CONFIG: path });
    expect(problems.join()).toContain(says);
    expect(problems.join()).not.toContain('super-secret');
    expect(problemsOf({ MIM_SETUP_CONFIG: join(folder, 'missing') }).join()).toContain('there is no file');
  });

  it('does not take a variable that happens to be named like a section of the file for that section', () => {
    expect(readConfiguration({ mail: '/var/mail/root', sql: 'x', properties: 'y', directory: 'z' }).mail).toEqual({});
  });

  it('shows each secret only as set', () => {
    const key = 'ab'.repeat(32);
    const shown = JSON.stringify(redactConfiguration(readConfiguration({ MIM_SETUP_TOKEN: token, MIM_SETUP_KEY: key })));
    expect(shown).toContain('"token":"(set)"');
    expect(shown).not.toMatch(new RegExp(`${token}|${key}`));
  });
});

describe('Beyond loopback', () => {
  it('a token is needed', () => {
    for (const host of ['0.0.0.0', '::', '192.168.0.1', 'mim.contoso.com', '127.0.0.1.evil.example'])
      expect(problemsOf({ MIM_SETUP_HOST: host }), host).toHaveLength(1);
    for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) expect(problemsOf({ MIM_SETUP_HOST: host })).toEqual([]);
    expect(problemsOf({ MIM_SETUP_HOST: '0.0.0.0', MIM_SETUP_TOKEN: token })).toEqual([]);
    expect(problemsOf({ MIM_SETUP_HOST: '0.0.0.0', MIM_SETUP_TOKEN: 'short' })).toHaveLength(1);
  });

  it.each([
    ['is empty', ''],
    ['has remarks alone', '# tokens\n\n'],
    ['has a token that is too short', 'ci: short\n'],
    ['has a line that is no token', `ci: ${token} ${token}\n`],
    ['has one such line beside a good one', `ci: ${token}\nother: two words here\n`],
  ])('a file of tokens is refused that %s', (_what, text) => {
    const problems = problemsOf({ MIM_SETUP_HOST: '0.0.0.0', MIM_SETUP_TOKEN_FILE: file('tokens', text) });
    expect(problems.join()).toContain('MIM_SETUP_TOKEN_FILE');
    expect(problems.join()).not.toContain(token);
  });
});

describe('A file of tokens', () => {
  it('holds several, each with a name; the token of the environment counts beside them', () => {
    const path = file('tokens', `# who may\nanna: ${token}1 # she\r\n\nci robot: ${token}2\n${token}3\n`);
    const config = readConfiguration({ MIM_SETUP_TOKEN_FILE: path, MIM_SETUP_TOKEN: token });
    expect(tokensOf(config)).toEqual([
      { name: 'token', token },
      { name: 'anna', token: `${token}1` },
      { name: 'ci robot', token: `${token}2` },
      { name: 'token', token: `${token}3` },
    ]);
  });
});

describe('Files that are named', () => {
  it('have to be there, and to be what they are for', async () => {
    const good = await generate([{ name: 'commonName', value: 'localhost' }]);
    const other = await generate([{ name: 'commonName', value: 'localhost' }]);
    const tls = (cert: string, key: string) =>
      problemsOf({ MIM_SETUP_TLS_CERT: file('cert.pem', cert), MIM_SETUP_TLS_KEY: file('key.pem', key) });
    expect(tls(good.cert, good.private)).toEqual([]);
    expect(tls('no certificate', good.private).join()).toContain('MIM_SETUP_TLS_CERT');
    expect(tls(good.cert, 'no key').join()).toContain('MIM_SETUP_TLS_KEY');
    expect(tls(good.cert, other.private).join()).toContain('MIM_SETUP_TLS_KEY');
    expect(problemsOf({ MIM_SETUP_KEY_FILE: file('key', 'no key') }).join()).toContain('MIM_SETUP_KEY_FILE');
    expect(problemsOf({ MIM_SETUP_KEY_FILE: file('key', `${'0f'.repeat(32)}\n`) })).toEqual([]);
    expect(problemsOf({ MIM_SETUP_KEY_FILE: file('key', Buffer.alloc(32).toString('base64')) })).toEqual([]);
    mkdirSync(join(folder, 'sub'));
    for (const name of ['TOKEN_FILE', 'KEY_FILE', 'TLS_CERT', 'TLS_KEY']) {
      const variable = `MIM_SETUP_${name}`;
      expect(problemsOf({ [variable]: join(folder, 'missing') }).join()).toContain('there is no file');
      expect(problemsOf({ [variable]: join(folder, 'sub') }).join()).toContain('cannot be read');
    }
  });
});

describe('A service that cannot start', () => {
  it('tells every problem at once on standard error, and ends with 2', async () => {
    const { code, output } = await startInVain(['--port', '99999', '--data', folder], { MIM_SETUP_HOST: '0.0.0.0' });
    expect(code).toBe(2);
    expect(output).toContain('MIM_SETUP_PORT');
    expect(output).toContain('MIM_SETUP_HOST');
    expect(output).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['a flag that there is not', ['--prot', '1']],
    ['a flag without its value', ['--port']],
    ['a word too many', ['now']],
  ])('says what is wrong with %s, and ends with 2', async (_what, flags) => {
    const { code, output } = await startInVain([...flags, '--data', folder]);
    expect(code).toBe(2);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('says that its address is taken, or its folder is no folder, and ends with 2', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const one = await startInVain(['--port', String(port), '--data', folder]);
    expect([one.code, one.output.includes(String(port))]).toEqual([2, true]);
    taken.close();
    const two = await startInVain(['--port', '0', '--data', file('no-folder', '')]);
    expect(two.code).toBe(2);
    expect(two.output).not.toMatch(/^\s+at /m);
  });
});
