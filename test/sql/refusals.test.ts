import { afterEach, describe, expect, test } from 'vitest';
import { readTcpPort } from '../../services/sql/sqlBrowser.ts';
import { makeAuthority } from '../peers/authority.ts';
import { serviceDatabase } from '../peers/sql/contosoSql.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { SqlError } from '../peers/sql/tokens.ts';
import { ask, password, startWorld } from './asking.ts';

const world = {
  version: [15, 0, 4322],
  sysadmins: ['sa'],
  databases: {
    Old: serviceDatabase,
    Unseen: { ...serviceDatabase, users: ['clerk'], unseeing: ['clerk'] },
  },
} as const;
const clerk = { method: 'sql', user: 'clerk', password: 'clerk' } as const;

let server: SqlServerPeer | undefined;
afterEach(() => server?.close());
const at = () => ({ server: `127.0.0.1,${server?.port}`, name: 'Old', whenExists: 'reuse' as const });

describe('A refused sign-in', () => {
  test.each([
    [18456, "Login failed for user 'sa'.", 'the password'],
    [18452, 'The login is from an untrusted domain.', 'domain that it trusts'],
    [18470, 'Reason: The account is disabled.', 'is disabled'],
    [18486, 'The account is currently locked out.', 'is locked out'],
    [18487, 'The password of the account has expired.', 'has expired'],
    [18488, 'The password of the account must be changed.', 'has to be changed'],
  ])('by error %i is about the account: %s', async (number, words, said) => {
    server = await startWorld(world, { refusal: new SqlError(number, words) });
    const { of } = await ask(at());
    expect(of('database-sign-in')).toMatchObject({ status: 'failed', code: 'database-sign-in-failed', field: 'checkAs' });
    expect(of('database-sign-in').message).toContain(said);
    expect(of('database-sign-in').detail).toContain(words);
  });

  test.each([
    [17809, 'the maximum number of 1 user connections has already been reached', 'takes no more connections'],
    [17142, 'SQL Server service has been paused.', 'is paused'],
    [18461, 'Server is in single user mode.', 'single-user mode'],
  ])('by error %i is about the server, and blames no password: %s', async (number, words, said) => {
    server = await startWorld(world, { refusal: new SqlError(number, words) });
    const { of } = await ask(at());
    expect(of('database-sign-in')).toMatchObject({ status: 'failed', code: 'database-unsuitable' });
    expect(of('database-sign-in').field).toBeUndefined();
    expect(of('database-sign-in').message).toContain(said);
    expect(of('database-sign-in').message).not.toContain('password');
  });
});

describe('What is in a database', () => {
  test('that the account may not see is not told to be something else', async () => {
    server = await startWorld(world);
    const { of } = await ask({ ...at(), name: 'Unseen', checkAs: clerk });
    expect(of('database-kind')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
    expect(of('database-kind').message).toContain('may not see');
  });

  test('whose version the account may not read is not told to have none', async () => {
    const denied = new SqlError(229, "The SELECT permission was denied on the object 'Version'.", 14);
    server = await startWorld(world);
    server.refusing = { matching: /FROM \[Old\]/, error: denied };
    const { of } = await ask(at());
    expect(of('database-kind')).toMatchObject({ status: 'warning', code: 'check-unavailable' });
    expect(of('database-kind').message).toContain('may not read');
  });

  test('is not told to have no version because the connection was lost', async () => {
    server = await startWorld(world);
    server.trouble = { at: 'question', how: 'hangs up', matching: /FROM \[Old\]/ };
    const { of } = await ask(at());
    expect(of('database-kind')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  });
});

test('a server that offered encryption and then offers none is sent no password', async () => {
  const authority = await makeAuthority();
  let greeted = 0;
  server = await startWorld(world, {
    identity: await authority.issue({ names: ['localhost'] }),
    offersEncryption() {
      greeted += 1;
      return greeted < 3;
    },
  });
  const { of, results } = await ask({ ...at(), server: `localhost,${server.port}` }, { ca: authority.cert });
  expect(of('database-encryption')).toMatchObject({ status: 'passed' });
  expect(of('database-sign-in')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  expect(server.heard).toEqual([]);
  expect(JSON.stringify(results)).not.toContain(password);
});

describe('A reply of SQL Server Browser', () => {
  const reply = (text: string) =>
    Buffer.concat([Buffer.from([5, text.length & 0xff, text.length >> 8]), Buffer.from(text, 'latin1')]);
  const one = (name: string, rest: string) => `ServerName;TCP;InstanceName;${name};IsClustered;No;Version;15.0.2000.5;${rest};;`;

  test.each([
    ['the port behind its key', one('MIM', 'tcp;49172;np;\\\\SQL01\\pipe\\sql'), 49172],
    ['of an instance that is called TCP', one('TCP', 'tcp;49173').replaceAll('MIM', 'TCP'), null],
    ['of another instance before', one('OTHER', 'tcp;50000') + one('MIM', 'tcp;49172'), 49172],
    ['without TCP', one('MIM', 'np;\\\\tcp\\pipe\\sql'), null],
    ['with a pipe named as the key', one('MIM', 'np;tcp;tcp;49172'), 49172],
  ])('is read by its keys: %s', (_, text, port) => {
    expect(readTcpPort(reply(text), 'mim')).toBe(port);
  });

  test('is read for an instance that is named as a key is', () => {
    expect(readTcpPort(reply(one('tcp', 'tcp;49173')), 'TCP')).toBe(49173);
  });
});
