import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { encryptByOpenSsl, missingOpenSsl, type OldTls, oldIdentity } from '../peers/sql/oldTls.ts';
import { ask, service } from './asking.ts';

const missing = await missingOpenSsl();
// Where it is missing the suite is skipped by name; in CI that is a failure.
const skipped = missing !== null && !process.env['CI'];

test.skipIf(skipped)(
  `A directory whose certificate is too weak is told so, and sent nothing${skipped ? `, ${missing}` : ''}`,
  async () => {
    const identity = await oldIdentity(1024, 'sha256', 'authority');
    const found = await askOver(identity, identity.ca);
    expect(found).toMatchObject({ status: 'failed', code: 'host-unreachable', detail: 'EE certificate key too weak' });
    expect(found.message).toContain('too weak');
    expect(found.message).toContain('no password is sent');
  },
);

test.skipIf(skipped)(`A directory that speaks TLS 1.1 alone is told so${skipped ? `, ${missing}` : ''}`, async () => {
  const identity = await oldIdentity(2048, 'sha256', 'authority');
  const found = await askOver({ ...identity, options: ['-tls1_1'] }, identity.ca);
  expect(found).toMatchObject({ status: 'failed', code: 'host-unreachable' });
  expect(found.message).toContain('TLS 1.2');
});

/** The check of an account, over a server that encrypts like this and never says anything. */
async function askOver(tls: OldTls, ca: string) {
  const encrypter = await encryptByOpenSsl(tls);
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.pipe(encrypter.wire).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const settings = { url: `ldaps://localhost:${port}`, ca, user: 'CONTOSO\\reader', password: 'Reader@word1', timeout: 10_000 };
    const { of } = await ask('serviceAccount', service('svcMIMService'), settings);
    return of('service-account');
  } finally {
    server.close();
    encrypter.close();
  }
}
