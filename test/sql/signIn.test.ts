import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aliasIn } from '../../services/sql/alias.ts';
import type { RunPowerShell } from '../../services/sql/runPowerShell.ts';
import { type Authority, makeAuthority } from '../peers/directory/certificates.ts';
import { serviceDatabase } from '../peers/sql/contosoSql.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { ask, password, startWorld } from './asking.ts';

const world = { version: [15, 0, 4322], sysadmins: ['sa', 'CONTOSO\\installer'], databases: { Old: serviceDatabase } } as const;
// NT hash of Passw0rd!Win1
const windowsAccounts = { 'contoso\\installer': '1a29fe437c282c3eb898f92a6ab1a70d' };

describe('encryption', () => {
  let folder: string;
  let authority: Authority;
  let server: SqlServerPeer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mim-setup-sql-'));
    authority = await makeAuthority(folder);
    server = await startWorld(world, { identity: await authority.issue('localhost', 'DNS:localhost'), windowsAccounts });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  test('a server with a certificate of a trusted authority passes', async () => {
    const { of } = await ask({ server: `localhost,${server.port}`, name: 'Old', whenExists: 'reuse' }, { ca: authority.cert });
    expect(of('database-encryption')).toMatchObject({ status: 'passed' });
    expect(of('database-encryption').message).toContain('proved who it is');
    expect(of('database-kind')).toMatchObject({ status: 'passed' });
  });

  test('a certificate of nobody who is trusted is a warning, and the checks go on', async () => {
    const { of } = await ask({ server: `localhost,${server.port}` });
    expect(of('database-encryption')).toMatchObject({ status: 'warning', code: 'database-unsuitable' });
    expect(of('database-presence')).toMatchObject({ status: 'passed' });
  });

  test('a certificate for another name is a warning', async () => {
    const { of } = await ask({ server: `127.0.0.1,${server.port}` }, { ca: authority.cert });
    expect(of('database-encryption')).toMatchObject({ status: 'warning' });
    expect(of('database-sign-in')).toMatchObject({ status: 'passed' });
  });

  test('a Windows account signs in by NTLM over the encrypted connection', async () => {
    const checkAs = { method: 'ntlm', user: 'installer', domain: 'CONTOSO', password: 'Passw0rd!Win1' } as const;
    const { of } = await ask({ server: `localhost,${server.port}`, checkAs }, { ca: authority.cert });
    expect(of('database-sign-in')).toMatchObject({ status: 'passed', message: 'Signed in as CONTOSO\\installer.' });
  });
});

describe('a Windows account by NTLM', () => {
  let server: SqlServerPeer;
  beforeAll(async () => {
    server = await startWorld(world, { windowsAccounts });
  });
  afterAll(() => server.close());

  const accounts = [
    { user: 'installer', domain: 'CONTOSO' },
    { user: 'installer', domain: 'contoso' },
    { user: 'CONTOSO\\installer' },
  ];
  test.each(accounts)('%j signs in with its password', async (account) => {
    const checkAs = { method: 'ntlm', password: 'Passw0rd!Win1', ...account } as const;
    const { of } = await ask({ server: `127.0.0.1,${server.port}`, checkAs });
    expect(of('database-sign-in')).toMatchObject({ status: 'passed', message: 'Signed in as CONTOSO\\installer.' });
  });

  test('with a wrong password it is refused, and the password shows nowhere', async () => {
    const checkAs = { method: 'ntlm', user: 'installer', domain: 'CONTOSO', password: 'Wr0ng!Win' } as const;
    const { of, results, told } = await ask({ server: `127.0.0.1,${server.port}`, checkAs });
    expect(of('database-sign-in')).toMatchObject({ status: 'failed', code: 'database-sign-in-failed', field: 'checkAs' });
    expect(JSON.stringify([results, told])).not.toContain('Wr0ng');
  });
});

describe('on Windows, without an account', () => {
  let server: SqlServerPeer;
  beforeAll(async () => {
    server = await startWorld(world);
  });
  afterAll(() => server.close());

  const ask$ = (powerShell: RunPowerShell) =>
    ask(
      { server: `127.0.0.1,${server.port}`, name: 'Old', whenExists: 'reuse', checkAs: undefined },
      { platform: 'win32', powerShell, alias: async () => null },
    );

  test('the current user signs in by PowerShell', async () => {
    const facts = { login: 'CONTOSO\\me', version: '15.0.4322.2', engine: 2, fullText: 1, sysadmin: 1, mayCreate: 1, seesAll: 1 };
    const database = { databaseId: 7, databaseStatus: 'ONLINE', mayOpen: 1, controls: 1 };
    const kind = { objects: 1, types: 2, versions: 3 };
    const { of } = await ask$(async (script) => {
      expect(script).not.toContain(password);
      const { question } = JSON.parse(Buffer.from(/FromBase64String\('(.*?)'\)/.exec(script)![1]!, 'base64').toString()) as {
        question: string;
      };
      if (question.includes('BinaryVersion')) return JSON.stringify({ row: { version: '4.6.34.0' } });
      return JSON.stringify({ row: question.includes('SUSER_SNAME') ? { ...facts, ...database } : kind });
    });
    expect(of('database-sign-in')).toMatchObject({ status: 'passed', message: 'Signed in as CONTOSO\\me.' });
    expect(of('database-kind')).toMatchObject({ status: 'passed' });
  });

  test('a refusal of SQL Server fails the sign-in with its words', async () => {
    const { of } = await ask$(async () =>
      JSON.stringify({ error: { number: 18456, message: "Login failed for user 'CONTOSO\\me'." } }),
    );
    expect(of('database-sign-in')).toMatchObject({ status: 'failed', code: 'database-sign-in-failed' });
    expect(of('database-sign-in').detail).toContain('Login failed');
  });

  test.each(['', 'The term is not recognized', '{}'])(
    'a PowerShell that says %j makes it a warning, not a pass',
    async (output) => {
      const { of } = await ask$(async () => output);
      expect(of('database-sign-in')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
      expect(of('database-presence')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
    },
  );

  test('where there is no PowerShell it is a warning', async () => {
    const { of } = await ask$(() => Promise.reject(new Error('spawn powershell ENOENT')));
    expect(of('database-sign-in')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
  });

  test('a SQL alias leads to the server and the port that it stands for', async () => {
    const alias = async (name: string) => (name === 'MIMSQL' ? { host: '127.0.0.1', port: server.port } : null);
    const { of } = await ask({ server: 'MIMSQL' }, { platform: 'win32', alias });
    expect(of('database-reachable')).toMatchObject({ status: 'passed' });
    expect(of('database-port')).toMatchObject({ status: 'passed' });
    expect(of('database-sign-in')).toMatchObject({ status: 'passed' });
  });
});

test('an alias is read as the registry keeps it', () => {
  const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\MSSQLServer\\Client\\ConnectTo';
  const saying = (value: string) => `\r\n${key}\r\n    MIMSQL    REG_SZ    ${value}\r\n\r\n`;
  expect(aliasIn(saying('DBMSSOCN,sql01.contoso.com,49172'))).toEqual({ host: 'sql01.contoso.com', port: 49172 });
  expect(aliasIn(saying('DBMSSOCN,sql01\\MIM'))).toEqual({ host: 'sql01', instance: 'MIM' });
  expect(aliasIn(saying('DBNMPNTW,\\\\sql01\\pipe\\sql\\query'))).toBeNull();
});
