import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { startProcess } from '../host/serviceProcess.ts';
import { actionsIn, nextEvent } from '../host/undisturbed.ts';
import { follow } from '../http/follow.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-service-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('The service as a process', () => {
  it('prints where it is and what to try, listens on 127.0.0.1 alone, and port 0 takes a free one', async () => {
    await using service = await startProcess(folder);
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect(service.output()).toContain(`curl -s ${service.url}/api/v1/installations`);
    await using other = await startProcess(join(folder, 'other'));
    expect(other.url).not.toBe(service.url);
  });

  it('logs a line a request, as JSON, without query, header or body', async () => {
    await using service = await startProcess(folder);
    await service.client.request('GET', '/api/v1/installations?cursor=marked-query', undefined, { 'X-Some': 'marked-header' });
    await service.client.request('POST', '/api/v1/installations', { mode: 'rehearsal', name: 'marked-body' });
    await service.client.request('GET', '/healthz');
    await service.stop();
    const lines = service
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'request');
    expect(lines.map(({ method, path, status, who }) => [method, path, status, who])).toEqual([
      ['GET', '/api/v1/installations', 422, 'local'],
      ['POST', '/api/v1/installations', 201, 'local'],
      ['GET', '/healthz', 200, undefined],
    ]);
    for (const { ms, time } of lines) expect([typeof ms, typeof time]).toEqual(['number', 'string']);
    expect(service.output()).not.toContain('marked-');
  });

  it('answers by TLS where it has a certificate', async () => {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
    const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    writeFileSync(certFile, cert);
    writeFileSync(keyFile, key);
    await using service = await startProcess(join(folder, 'data'), {
      environment: { MIM_SETUP_TLS_CERT: certFile, MIM_SETUP_TLS_KEY: keyFile },
    });
    expect(service.url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      get(`${service.url}/readyz`, { ca: cert, checkServerIdentity: () => undefined }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(200);
  });

  it('told to end, ends with 0 in the midst of streams, of waits and of the installer, and goes on when it is started again', async () => {
    const first = await startProcess(folder);
    let view = await first.client.begin({ mode: 'rehearsal', rehearsal: { pace: 300 } });
    view = (await first.client.walk(view, answersFor('F'))).view;
    view = (await first.client.event(view.id, nextEvent(view, answersFor('F'))!, {})).body;
    expect(view.status).toBe('installing');
    await using stream = await follow(`${first.url}/api/v1/installations/${view.id}/stream`);
    await stream.until(({ event }) => event === 'log');
    const headers = { 'If-None-Match': `"${view.revision}"`, Prefer: 'wait=60' };
    const waiting = first.client.request('GET', `/api/v1/installations/${view.id}`, undefined, headers).catch(() => undefined);
    expect(await first.stop()).toBe(0);
    await Promise.all([stream.ended, waiting]);
    expect(first.output()).not.toMatch(/went wrong|Unhandled|\n\s+at /);

    await using second = await startProcess(folder);
    expect(await second.client.view(view.id)).toMatchObject({ status: 'installing', revision: view.revision });
    await second.client.until(view.id, 'postInstallation');
    expect(new Set(actionsIn(folder, view.id).values())).toEqual(new Set([1]));
  });
});
