import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screens } from '../../machines/pages/screens.ts';
import { serviceDatabase } from '../peers/sql/contosoSql.ts';
import { startSqlBrowser } from '../peers/sql/sqlBrowser.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { ask, password, startWorld } from './asking.ts';

describe('a SQL Server 2019 with full-text search, at which sa is sysadmin', () => {
  let server: SqlServerPeer;
  const at = () => ({ server: `127.0.0.1,${server.port}` });

  beforeAll(async () => {
    server = await startWorld({
      version: [15, 0, 4322],
      sysadmins: ['sa'],
      databases: {
        FIMServiceOld: serviceDatabase,
        FIMSynchronizationService: { tables: ['dbo.mms_metaverse'] },
        Unversioned: { tables: ['fim.Objects', 'fim.ObjectTypeInternal'] },
        Sleeping: { status: 'OFFLINE' },
        Owned: { ...serviceDatabase, owner: 'clerk' },
        Readable: { ...serviceDatabase, users: ['clerk'] },
      },
    });
  });
  afterAll(() => server.close());

  test('every check that the page declares has a result, which names the page and says how long it took', async () => {
    const { results } = await ask(at());
    expect(results.map(({ id }) => id).toSorted()).toEqual(Object.keys(screens.database.checks).toSorted());
    for (const { page, ms, at, message } of results) {
      expect(page).toBe('database');
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(new Date(at).toISOString()).toBe(at);
      expect(message).not.toBe('');
    }
  });

  test('a database to create that is absent passes, and so do version, rights and full-text search', async () => {
    const { of } = await ask(at());
    for (const id of ['reachable', 'sign-in', 'version', 'rights', 'full-text', 'presence', 'kind'] as const) {
      expect(of(`database-${id}`)).toMatchObject({ status: 'passed' });
    }
    expect(of('database-sign-in').message).toContain('Signed in as sa');
    expect(of('database-version').message).toContain('SQL Server 2019 (15.0.4322)');
  });

  test('it says that setup signs in with another account than the one that was checked', async () => {
    const { of } = await ask(at());
    expect(of('database-rights').message).toContain('Setup itself signs in with the Windows account that runs it');
  });

  test('a database to create that is present fails as database-exists, at the name', async () => {
    const { of } = await ask({ ...at(), name: 'fimserviceold' });
    expect(of('database-presence')).toMatchObject({ status: 'failed', code: 'database-exists', field: 'name' });
  });

  test('a database to re-use that is absent fails as database-missing, at the name', async () => {
    const { of } = await ask({ ...at(), whenExists: 'reuse' });
    expect(of('database-presence')).toMatchObject({ status: 'failed', code: 'database-missing', field: 'name' });
    expect(of('database-kind')).toMatchObject({ status: 'skipped' });
  });

  test('a database to re-use that the MIM Service has made passes, and its version is told', async () => {
    const { of } = await ask({ ...at(), name: 'FIMServiceOld', whenExists: 'reuse' });
    expect(of('database-presence')).toMatchObject({ status: 'passed' });
    expect(of('database-kind')).toMatchObject({ status: 'passed' });
    expect(of('database-kind').message).toContain('version 4.6.34.0');
  });

  test('a database to re-use that is another one fails', async () => {
    const { of } = await ask({ ...at(), name: 'FIMSynchronizationService', whenExists: 'reuse' });
    expect(of('database-kind')).toMatchObject({ status: 'failed', code: 'database-unsuitable', field: 'name' });
  });

  test('a database of the MIM Service that states no version is a warning', async () => {
    const { of } = await ask({ ...at(), name: 'Unversioned', whenExists: 'reuse' });
    expect(of('database-kind')).toMatchObject({ status: 'warning' });
  });

  test('a database to re-use that is offline fails with its state', async () => {
    const { of } = await ask({ ...at(), name: 'Sleeping', whenExists: 'reuse' });
    expect(of('database-kind')).toMatchObject({ status: 'failed', code: 'database-unsuitable' });
    expect(of('database-kind').message).toContain('OFFLINE');
  });

  test('a name with brackets and quotes in it is looked for as it is', async () => {
    const { of } = await ask({ ...at(), name: "a]b'c; --", whenExists: 'reuse' });
    expect(of('database-presence')).toMatchObject({ code: 'database-missing' });
    expect(of('database-presence').message).toContain("a]b'c; --");
  });

  test('who may not create databases lacks rights', async () => {
    const { of } = await ask({ ...at(), checkAs: { method: 'sql', user: 'clerk', password: 'clerk' } });
    expect(of('database-rights')).toMatchObject({ status: 'failed', code: 'database-rights-missing' });
  });

  test('who owns the existing database has rights enough, and who only reads it has not', async () => {
    const checkAs = { method: 'sql', user: 'clerk', password: 'clerk' } as const;
    const owned = await ask({ ...at(), checkAs, name: 'Owned', whenExists: 'reuse' });
    expect(owned.of('database-rights')).toMatchObject({ status: 'passed' });
    const readable = await ask({ ...at(), checkAs, name: 'Readable', whenExists: 'reuse' });
    expect(readable.of('database-rights')).toMatchObject({ status: 'failed', code: 'database-rights-missing' });
    expect(readable.of('database-kind')).toMatchObject({ status: 'passed' });
  });

  test('a database that the account of the check may not open is a warning, not a pass', async () => {
    const checkAs = { method: 'sql', user: 'clerk', password: 'clerk' } as const;
    const { of } = await ask({ ...at(), checkAs, name: 'FIMServiceOld', whenExists: 'reuse' });
    expect(of('database-kind')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
  });

  test('a wrong password fails the sign-in with the words of the server, and never shows the password', async () => {
    const wrong = 'Wr0ng!Secret';
    const { of, results, told } = await ask({ ...at(), checkAs: { method: 'sql', user: 'sa', password: wrong } });
    expect(of('database-sign-in')).toMatchObject({ status: 'failed', code: 'database-sign-in-failed', field: 'checkAs' });
    expect(of('database-sign-in').detail).toContain("Login failed for user 'sa'");
    expect(of('database-version')).toMatchObject({ status: 'passed' });
    expect(of('database-presence')).toMatchObject({ status: 'skipped' });
    expect(JSON.stringify([results, told])).not.toContain(wrong);
  });

  test('the password of a sign-in that succeeds shows nowhere', async () => {
    const { results, told } = await ask(at());
    expect(JSON.stringify([results, told, server.heard])).not.toContain(password);
  });

  test('a port in the name of the server is a warning that tells how to make an alias', async () => {
    const { of } = await ask(at());
    expect(of('database-port')).toMatchObject({ status: 'warning', code: 'database-unsuitable' });
    expect(of('database-port').message).toContain('alias');
  });

  test('a server that offers no encryption is a warning', async () => {
    const { of } = await ask(at());
    expect(of('database-encryption')).toMatchObject({ status: 'warning', code: 'database-unsuitable' });
    expect(of('database-encryption').message).toContain('plain text');
  });

  test('a named instance is found by SQL Server Browser, without a port in the name', async () => {
    const browser = await startSqlBrowser({ MIM: server.port });
    const { of } = await ask({ server: '127.0.0.1\\MIM' }, { browserPort: browser.port });
    expect(of('database-reachable')).toMatchObject({ status: 'passed' });
    expect(of('database-presence')).toMatchObject({ status: 'passed' });
    expect(of('database-port')).toMatchObject({ status: 'passed' });
    await browser.close();
  });

  test('an instance that SQL Server Browser does not know fails as host-unreachable', async () => {
    const browser = await startSqlBrowser({ MIM: server.port });
    const { of } = await ask({ server: '127.0.0.1\\OTHER' }, { browserPort: browser.port });
    expect(of('database-reachable')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
    expect(of('database-reachable').message).toContain('SQL Server Browser');
    await browser.close();
  });

  test('without an account, away from Windows, what can be seen from outside is checked and the rest waits for the sign-in', async () => {
    const { of } = await ask({ ...at(), checkAs: undefined });
    expect(of('database-reachable')).toMatchObject({ status: 'passed' });
    expect(of('database-version')).toMatchObject({ status: 'passed' });
    expect(of('database-sign-in')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
    for (const id of ['rights', 'full-text', 'presence', 'kind'] as const) {
      expect(of(`database-${id}`)).toMatchObject({ status: 'skipped' });
    }
    expect(of('database-sign-in').message).toContain('Check with another account');
  });

  test('nothing but questions is sent to the server', async () => {
    await ask({ ...at(), name: 'FIMServiceOld', whenExists: 'reuse' });
    const statements = server.heard.filter((heard) => !heard.startsWith('login '));
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) expect(statement).toMatch(/^(select|set) /i);
  });
});

describe('versions', () => {
  const versions = [
    [[10, 50, 6000], 'failed', '2008 R2'],
    [[11, 0, 6020], 'failed', '2012'],
    [[11, 0, 7001], 'passed', '2012'],
    [[12, 0, 2000], 'failed', '2014'],
    [[12, 0, 6024], 'passed', '2014'],
    [[13, 0, 5026], 'failed', '2016'],
    [[13, 0, 6300], 'passed', '2016'],
    [[14, 0, 1000], 'passed', '2017'],
    [[16, 0, 4120], 'warning', '2022'],
    [[17, 0, 1000], 'warning', '2025'],
  ] as const;

  test.each(versions)('%j is %s, signed in or not', async (version, status, name) => {
    const server = await startWorld({ version, sysadmins: ['sa'] });
    const at = { server: `127.0.0.1,${server.port}` };
    for (const answers of [at, { ...at, checkAs: undefined }]) {
      const { of } = await ask(answers);
      expect(of('database-version')).toMatchObject({ status });
      expect(of('database-version').message).toContain(`SQL Server ${name}`);
    }
    await server.close();
  });

  test('a database service in the cloud, whose version says little, is a warning', async () => {
    const server = await startWorld({ version: [12, 0, 2000], engine: 5, sysadmins: ['sa'] });
    const { of } = await ask({ server: `127.0.0.1,${server.port}` });
    expect(of('database-version')).toMatchObject({ status: 'warning' });
    await server.close();
  });
});

test('a server without full-text search fails', async () => {
  const server = await startWorld({ version: [15, 0, 2000], fullText: false, sysadmins: ['sa'] });
  const { of } = await ask({ server: `127.0.0.1,${server.port}` });
  expect(of('database-full-text')).toMatchObject({ status: 'failed', code: 'database-unsuitable' });
  await server.close();
});

test('who may create databases without being a sysadmin has rights enough', async () => {
  const server = await startWorld({ version: [15, 0, 2000], creators: ['clerk'] });
  const { of } = await ask({ server: `127.0.0.1,${server.port}`, checkAs: { method: 'sql', user: 'clerk', password: 'clerk' } });
  expect(of('database-rights')).toMatchObject({ status: 'passed' });
  await server.close();
});

test('that a database is absent is not believed of an account that may not see all of them', async () => {
  const server = await startWorld({ version: [15, 0, 2000], blind: ['clerk'], databases: { FIMService: serviceDatabase } });
  const { of } = await ask({ server: `127.0.0.1,${server.port}`, checkAs: { method: 'sql', user: 'clerk', password: 'clerk' } });
  expect(of('database-presence')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
  await server.close();
});

test('a name that does not resolve fails as host-unreachable, and so says every check that needs it', async () => {
  const { of } = await ask({ server: 'sql01.contoso.invalid' });
  expect(of('database-reachable')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  expect(of('database-reachable').message).toContain('does not resolve');
  expect(of('database-presence')).toMatchObject({ status: 'skipped' });
});
