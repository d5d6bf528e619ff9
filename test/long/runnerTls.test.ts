import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, start } from '../cli/mimSetup.ts';
import { type Served, serve } from '../http/service.ts';
import { until } from '../installer/jobs.ts';
import { type Authority, makeAuthority, trustedAuthority, type Wish } from '../peers/authority.ts';
import { connectProxy } from '../peers/web/connectProxy.ts';
import { stateOf } from '../runner/runnerBeside.ts';

const token = 'a-token-of-enough-characters';

/** `mim-setup runner` as a process of its own, that trusts an authority as a server trusts that of its company. */
describe('A runner over TLS', { timeout: 120_000 }, () => {
  it('goes through a proxy, which sees neither its code nor its token; its service is told of none', async () => {
    const { served, code } = await serveTls(await trustedAuthority());
    await using _ = served;
    await using proxy = await connectProxy();
    await using runner = startRunner(served.url, code, await trustedAuthority(), { HTTPS_PROXY: proxy.url });
    await until(async () => (await stateOf(served, 'mim01')) === 'connected', 'it is connected', 60_000);
    expect(new Set(proxy.asked)).toEqual(new Set([new URL(served.url).host]));
    await until(() => /^runner-\S+\n$/.test(runner.secret()), 'the code has given way to its token');
    const through = proxy.sent().toString('latin1');
    expect(through.length).toBeGreaterThan(200);
    for (const secret of [code, runner.secret().trim(), 'Authorization', 'hello']) expect(through).not.toContain(secret);
  });

  it('goes straight where NO_PROXY names its service', async () => {
    const { served, code } = await serveTls(await trustedAuthority());
    await using _ = served;
    await using proxy = await connectProxy();
    await using _runner = startRunner(served.url, code, await trustedAuthority(), {
      HTTPS_PROXY: proxy.url,
      NO_PROXY: '127.0.0.1',
    });
    await until(async () => (await stateOf(served, 'mim01')) === 'connected', 'it is connected', 60_000);
    expect(proxy.asked).toEqual([]);
  });

  it('says so where the proxy opens no way, and shows it nothing', async () => {
    const { served, code } = await serveTls(await trustedAuthority());
    await using _ = served;
    await using proxy = await connectProxy(403);
    await using runner = startRunner(served.url, code, await trustedAuthority(), { HTTPS_PROXY: proxy.url });
    await until(() => /Not connected to https:/.test(runner.said()), 'it says so', 60_000);
    await until(() => proxy.asked.length > 1, 'it tries again', 60_000);
    expect(runner.secret()).toContain(code);
    expect(await stateOf(served, 'mim01')).toBe('invited');
  });

  it.each([
    ['of an authority that it does not know', { flaw: 'unknownIssuer' }, /certificate|issuer/i],
    ['of another name', { flaw: 'otherName' }, /altname|does not match/i],
    ['that has expired', { flaw: 'expired' }, /expired/i],
  ] as [string, Wish, RegExp][])('shows its code to no service with a certificate %s, and says why', async (_, wish, why) => {
    const authority = await makeAuthority();
    await using served = await serveWith(authority, wish);
    await using runner = startRunner(served.url, 'enrol-not-for-everybody', authority);
    await until(() => /Not connected to https:/.test(runner.said()), 'it says so', 60_000);
    expect(runner.said()).toMatch(why);
    expect(served.logged()).not.toMatch(/token was refused|at the door/);
  });
});

async function serveTls(authority: Authority): Promise<{ readonly served: Served; readonly code: string }> {
  const served = await serveWith(authority);
  const { body } = await served.client.request<{ code: string }>('POST', '/api/v1/runners', { name: 'mim01' });
  return { served, code: body.code };
}

async function serveWith(authority: Authority, wish: Wish = {}): Promise<Served> {
  const folder = emptyFolder();
  const { key, cert } = await authority.issue(wish);
  const [tlsKey, tlsCert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  writeFileSync(tlsKey, key);
  writeFileSync(tlsCert, cert);
  return await serve({ tlsKey, tlsCert, token });
}

function startRunner(url: string, secret: string, authority: Authority, environment: Readonly<Record<string, string>> = {}) {
  const folder = emptyFolder();
  const [tokenFile, ca] = [join(folder, 'mim01.token'), join(folder, 'ca.pem')];
  writeFileSync(tokenFile, secret);
  writeFileSync(ca, authority.cert);
  const args = ['runner', '--url', url, '--token-file', tokenFile, '--data', join(folder, 'data')];
  const child = start(folder, args, { NODE_EXTRA_CA_CERTS: ca, ...environment });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return {
    said: () => said,
    secret: () => (existsSync(tokenFile) ? readFileSync(tokenFile, 'utf8') : ''),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
