import { afterEach, describe, expect, test } from 'vitest';
import { serviceDatabase } from '../peers/sql/contosoSql.ts';
import { missingOpenSsl, type OldIdentity, oldIdentity } from '../peers/sql/oldTls.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { ask, password, startWorld } from '../sql/asking.ts';

const missing = await missingOpenSsl();
// Where it is missing the suite is skipped by name; in CI that is a failure.
const skipped = missing !== null && !process.env['CI'];
const world = { version: [11, 0, 7001], sysadmins: ['sa'], databases: { Old: serviceDatabase } } as const;
const reuse = { name: 'Old', whenExists: 'reuse' } as const;

describe.skipIf(skipped)(`A SQL Server that is not new${skipped ? `, skipped: ${missing}` : ''}`, () => {
  let server: SqlServerPeer | undefined;
  afterEach(() => server?.close());

  test.each([
    ['a key of 1024 bits, signed by an authority', 1024, 'sha256', 'authority', 'EE certificate key too weak'],
    ['a key of 1024 bits, signed by itself', 1024, 'sha256', 'itself', 'key too weak'],
    ['a signature by SHA-1 of an authority', 2048, 'sha1', 'authority', 'CA signature digest algorithm too weak'],
  ] as const)('with %s is looked at all the same, and told what to change', async (_, bits, digest, by, words) => {
    const identity = await oldIdentity(bits, digest, by);
    server = await startWorld(world, { oldTls: identity });
    const { of } = await askAt(server, identity);
    expect(of('database-encryption')).toMatchObject({
      status: 'warning',
      code: 'database-unsuitable',
      message: expect.stringContaining('2048 bits or more, signed with SHA-256'),
      detail: expect.stringContaining(words),
    });
    expectLookedAt(of);
  });

  test('that hangs up on whoever takes no SHA-1, as 2012 to 2016 do with the certificate that they make', async () => {
    const identity = await oldIdentity(2048, 'sha1', 'itself');
    server = await startWorld(world, { oldTls: { ...identity, onlySha1: true } });
    const { of } = await askAt(server, identity);
    expect(of('database-encryption')).toMatchObject({
      status: 'warning',
      code: 'database-unsuitable',
      message: expect.stringContaining('signed with SHA-1'),
    });
    expectLookedAt(of);
  });

  test.each([
    ['-tls1', 'TLS 1.0'],
    ['-tls1_1', 'TLS 1.1'],
  ])('that is told %s speaks nothing newer than %s', async (option, name) => {
    const identity = await oldIdentity(2048, 'sha256', 'itself');
    server = await startWorld(world, { oldTls: { ...identity, options: [option] } });
    const { of } = await askAt(server, identity);
    expect(of('database-encryption')).toMatchObject({
      status: 'warning',
      code: 'database-unsuitable',
      message: expect.stringContaining(`nothing newer than ${name}`),
    });
    expectLookedAt(of);
  });

  test('is given no password where no encryption comes about in any way', async () => {
    const identity = await oldIdentity(2048, 'sha256', 'itself');
    server = await startWorld(world, { oldTls: { ...identity, options: ['-tls1_2', '-cipher', 'NULL-MD5'] } });
    const { of } = await askAt(server, identity);
    expect(of('database-encryption')).toMatchObject({ status: 'failed', code: 'host-unreachable' });
    expect(of('database-sign-in')).toMatchObject({ status: 'skipped' });
    expect(server.heard).toEqual([]);
  });

  function askAt({ port }: SqlServerPeer, { ca }: OldIdentity) {
    return ask({ server: `localhost,${port}`, ...reuse }, { ca });
  }

  function expectLookedAt(of: Awaited<ReturnType<typeof ask>>['of']) {
    expect(of('database-sign-in')).toMatchObject({ status: 'passed', message: 'Signed in as sa.' });
    expect(of('database-kind')).toMatchObject({ status: 'passed' });
    expect(server?.heard).toContain('login sa');
  }
});

test('trust is looked at even where nobody signs in by a password', async () => {
  const identity = await oldIdentity(2048, 'sha256', 'authority');
  const server = await startWorld(world, { identity });
  try {
    const at = { server: `localhost,${server.port}`, checkAs: undefined };
    const unknown = await ask(at, { powershell: '/nowhere/powershell' });
    expect(unknown.of('database-encryption')).toMatchObject({ status: 'warning' });
    const known = await ask(at, { powershell: '/nowhere/powershell', ca: identity.ca });
    expect(known.of('database-encryption')).toMatchObject({ status: 'passed' });
    expect(JSON.stringify(known.results)).not.toContain(password);
  } finally {
    await server.close();
  }
});
