import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serviceDatabase } from '../peers/sql/contosoSql.ts';
import type { SqlServerPeer, Trouble } from '../peers/sql/sqlServer.ts';
import { ask, startWorld } from './asking.ts';

let server: SqlServerPeer;

beforeEach(async () => {
  server = await startWorld({ version: [15, 0, 2000], sysadmins: ['sa'], databases: { FIMService: serviceDatabase } });
});
afterEach(() => server.close());

const reuse = { name: 'FIMService', whenExists: 'reuse' } as const;
const at = () => ({ server: `127.0.0.1,${server.port}`, ...reuse });
const tables = /fim\.Objects/;

describe('a server that misbehaves in the middle of a check', () => {
  const cases: readonly (readonly [Trouble, string, string])[] = [
    [{ at: 'prelogin', how: 'hangs' }, 'database-reachable', 'timed-out'],
    [{ at: 'prelogin', how: 'talks nonsense' }, 'database-reachable', 'database-unsuitable'],
    [{ at: 'prelogin', how: 'hangs up' }, 'database-reachable', 'host-unreachable'],
    [{ at: 'login', how: 'hangs' }, 'database-sign-in', 'timed-out'],
    [{ at: 'prelogin', how: 'replies garbage' }, 'database-reachable', 'database-unsuitable'],
    // It reads as the head of a long packet, of which the rest never comes.
    [{ at: 'login', how: 'talks nonsense' }, 'database-sign-in', 'timed-out'],
    [{ at: 'login', how: 'replies garbage' }, 'database-sign-in', 'host-unreachable'],
    [{ at: 'login', how: 'hangs up' }, 'database-sign-in', 'host-unreachable'],
    [{ at: 'question', how: 'hangs', matching: /SUSER_SNAME/ }, 'database-sign-in', 'timed-out'],
    [{ at: 'question', how: 'talks nonsense', matching: /SUSER_SNAME/ }, 'database-sign-in', 'timed-out'],
    [{ at: 'question', how: 'replies garbage', matching: /SUSER_SNAME/ }, 'database-sign-in', 'host-unreachable'],
    [{ at: 'question', how: 'hangs up', matching: /SUSER_SNAME/ }, 'database-sign-in', 'host-unreachable'],
    [{ at: 'question', how: 'hangs', matching: tables }, 'database-kind', 'timed-out'],
    [{ at: 'question', how: 'talks nonsense', matching: tables }, 'database-kind', 'timed-out'],
    [{ at: 'question', how: 'replies garbage', matching: tables }, 'database-kind', 'host-unreachable'],
    [{ at: 'question', how: 'hangs up', matching: tables }, 'database-kind', 'host-unreachable'],
  ];

  test.each(cases)('%j ends %s as %s, and no other check fails', async (trouble, id, code) => {
    server.trouble = trouble;
    const { results } = await ask(at(), { timeout: 1_000 });
    expect(results.filter(({ status }) => status === 'failed')).toMatchObject([{ id, code }]);
    expect(results).toHaveLength(9);
  });

  test.each(cases)('%j is over when it is over: repeated, the check passes', async (trouble) => {
    server.trouble = trouble;
    await ask(at(), { timeout: 500 });
    server.trouble = null;
    const { results } = await ask(at());
    expect(results.filter(({ status }) => status === 'failed')).toEqual([]);
  });

  test('a server that refuses our question is not asked again and again', async () => {
    server.trouble = { at: 'question', how: 'hangs up' };
    await ask(at(), { timeout: 1_000 });
    expect(server.heard.filter((heard) => heard.startsWith('login ')).length).toBeLessThan(4);
  });
});

test('a server that is stopped fails as host-unreachable, with the port to look at', async () => {
  const { port } = server;
  await server.close();
  const { of } = await ask({ server: `127.0.0.1,${port}` });
  expect(of('database-reachable')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  expect(of('database-reachable').message).toContain(`TCP port ${port}`);
});

test('a named instance whose SQL Server Browser is stopped fails as host-unreachable', async () => {
  const { of } = await ask({ server: '127.0.0.1\\MIM' }, { browserPort: server.port });
  expect(of('database-reachable')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
});

test('a check that is called off throws, and leaves no connection behind', async () => {
  server.trouble = { at: 'login', how: 'hangs' };
  const asking = new AbortController();
  const asked = ask(at(), {}, asking.signal);
  setTimeout(() => asking.abort(new Error('called off')), 100);
  await expect(asked).rejects.toThrow('called off');
});
