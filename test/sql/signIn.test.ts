import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aliasIn } from '../../services/sql/sqlAlias.ts';
import { type Authority, makeAuthority } from '../peers/authority.ts';
import { serviceDatabase } from '../peers/sql/contosoSql.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { ask, startWorld } from './asking.ts';

const world = { version: [15, 0, 4322], sysadmins: ['sa', 'CONTOSO\\installer'], databases: { Old: serviceDatabase } } as const;
// NT hash of Passw0rd!Win1
const windowsAccounts = { 'contoso\\installer': '1a29fe437c282c3eb898f92a6ab1a70d' };

describe('encryption', () => {
  let authority: Authority;
  let server: SqlServerPeer;

  beforeAll(async () => {
    authority = await makeAuthority();
    server = await startWorld(world, { identity: await authority.issue({ names: ['localhost'] }), windowsAccounts });
  });
  afterAll(() => server.close());

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
  let folder: string;
  beforeAll(async () => {
    server = await startWorld(world);
    folder = await mkdtemp(join(tmpdir(), 'mim-setup-sql-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** A program in PowerShell's place that gives the first of these answers whose word is in what it is asked. */
  async function powerShellSaying(answers: readonly (readonly [word: string, answer: unknown])[]): Promise<string> {
    const cases = answers.map(([word, answer]) => {
      const said = typeof answer === 'string' ? answer : JSON.stringify(answer);
      return `*${word}*) printf '%s' '${said}';;`;
    });
    const program = join(folder, randomUUID());
    const asked = 'printf %s "$(for last; do :; done; printf %s "$last" | base64 -d)"';
    await writeFile(program, `#!/bin/sh\ncase "$(${asked})" in\n${cases.join('\n')}\nesac\n`, { mode: 0o700 });
    return program;
  }

  const askBy = (powershell: string) =>
    ask({ server: `127.0.0.1,${server.port}`, name: 'Old', whenExists: 'reuse', checkAs: undefined }, { powershell });

  test('the current user signs in by PowerShell', async () => {
    const facts = { login: 'CONTOSO\\me', version: '15.0.4322.2', engine: 2, fullText: 1, sysadmin: 1, mayCreate: 1, seesAll: 1 };
    const database = { databaseId: 7, databaseStatus: 'ONLINE', mayOpen: 1, controls: 1 };
    const { of } = await askBy(
      await powerShellSaying([
        ['SUSER_SNAME', { row: { ...facts, ...database } }],
        ['OBJECT_ID', { row: { objects: 1, types: 2, versions: 3, seesDefinitions: 1 } }],
        ['BinaryVersion', { row: { version: '4.6.34.0' } }],
      ]),
    );
    expect(of('database-sign-in')).toMatchObject({ status: 'passed', message: 'Signed in as CONTOSO\\me.' });
    expect(of('database-kind')).toMatchObject({ status: 'passed' });
    expect(of('database-kind').message).toContain('4.6.34.0');
  });

  test('a refusal of SQL Server fails the sign-in with its words', async () => {
    const refusal = { error: { number: 18456, message: 'Login failed for the user.' } };
    const { of } = await askBy(await powerShellSaying([['SUSER_SNAME', refusal]]));
    expect(of('database-sign-in')).toMatchObject({ status: 'failed', code: 'database-sign-in-failed' });
    expect(of('database-sign-in').detail).toContain('Login failed');
  });

  test.each(['', 'The term is not recognized', {}])('a PowerShell that says %j makes it a warning, not a pass', async (said) => {
    const { of } = await askBy(await powerShellSaying([['SUSER_SNAME', said]]));
    expect(of('database-sign-in')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
    expect(of('database-presence')).toMatchObject({ status: 'skipped' });
  });

  test('where there is no PowerShell it is a warning', async () => {
    const { of } = await askBy(join(tmpdir(), 'no-such-powershell'));
    expect(of('database-sign-in')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
  });

  test('a SQL alias leads to the server and the port that it stands for', async () => {
    const alias = async (name: string) => (name === 'MIMSQL' ? { host: '127.0.0.1', port: server.port } : null);
    const { of } = await ask({ server: 'MIMSQL' }, { alias });
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
