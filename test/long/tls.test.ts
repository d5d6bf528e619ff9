import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../http/service.ts';
import { makeAuthority } from '../peers/authority.ts';

const run = promisify(execFile);
const isThere = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'sslscan')));
const skipped = !isThere && !process.env['CI'];
const token = 'a-token-of-enough-characters';

describe('The service with TLS', () => {
  let folder: string;
  let served: Served;
  let ca: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mim-setup-tls-'));
    const authority = await makeAuthority();
    ca = authority.cert;
    const { key, cert } = await authority.issue();
    const [tlsKey, tlsCert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    writeFileSync(tlsKey, key);
    writeFileSync(tlsCert, cert);
    served = await serve({ tlsKey, tlsCert, token });
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(skipped)(`shows a scanner nothing weak${isThere ? '' : ', skipped: sslscan is not installed'}`, async () => {
    const { stdout } = await run('sslscan', ['--no-colour', '--xml=-', new URL(served.url).host]);
    const all = (tag: string) =>
      [...stdout.matchAll(new RegExp(`<${tag} ([^>]*)/>`, 'g'))].map(([, text]) =>
        Object.fromEntries([...text!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!])),
      );
    const enabled = all('protocol').filter((one) => one['enabled'] === '1');
    expect(enabled.map((one) => `${one['type']} ${one['version']}`)).toEqual(['tls 1.2', 'tls 1.3']);
    const ciphers = all('cipher');
    expect(ciphers.length).toBeGreaterThan(3);
    // Each authenticates what it encrypts, with a key that is made for the connection.
    for (const { cipher = '', bits, strength } of ciphers) {
      expect(cipher).toMatch(/^(TLS_(AES|CHACHA20)|ECDHE-.*(GCM|CHACHA20))/);
      expect(Number(bits)).toBeGreaterThanOrEqual(128);
      expect(['strong', 'acceptable']).toContain(strength);
    }
    expect(all('heartbleed').filter((one) => one['vulnerable'] !== '0')).toEqual([]);
    expect(all('compression').filter((one) => one['supported'] !== '0')).toEqual([]);
    expect(all('renegotiation').filter((one) => one['supported'] !== '0' && one['secure'] !== '1')).toEqual([]);
  });

  it('sends a session’s cookie over TLS alone, to no other site, and to no script', async () => {
    const { headers } = await asked('/session', 'POST');
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^mim-setup-session=[\w.-]{80,}; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
    ]);
  });

  it('lets no page of its own be framed by another site', async () => {
    for (const path of ['/', '/api/v1/docs/']) {
      const { headers } = await asked(path, 'GET');
      expect(headers['content-security-policy'], path).toMatch(/frame-ancestors '(none|self)'/);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
    }
  });

  function asked(path: string, method: string) {
    return new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
      get(`${served.url}${path}`, { method, ca, headers: { Authorization: `Bearer ${token}` } }, (reply) => {
        reply.resume();
        resolve(reply);
      }).on('error', reject);
    });
  }
});
