import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './service.ts';

describe('What is read', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served[Symbol.asyncDispose]());

  it('is 304 while it is as it was, and anew once it has changed', async () => {
    const { id } = await served.client.begin();
    const self = `/api/v1/installations/${id}`;
    const paths = [self, `${self}/history`, '/api/v1/installations'];
    const tags = await Promise.all(paths.map(async (path) => (await served.api.get(path).expect(200)).headers['etag'] as string));
    expect(tags[0]).toBe('"1"');
    for (const [at, path] of paths.entries()) await served.api.get(path).set('If-None-Match', tags[at]!).expect(304);
    await served.client.event(id, { type: 'submit', page: 'welcome', answers: {} });
    for (const [at, path] of paths.entries()) await served.api.get(path).set('If-None-Match', tags[at]!).expect(200);
    for (const path of [
      `${self}/answers`,
      `${self}/checks`,
      '/api/v1/pages',
      '/api/v1/openapi.json',
      '/api/v1/answers.schema.json',
      '/api/v1/chart',
    ]) {
      const { headers } = await served.api.get(path).expect(200);
      await served.api
        .get(path)
        .set('If-None-Match', headers['etag'] as string)
        .expect(304);
    }
  });

  it('comes compressed to whoever takes that, and whole to whoever does not', async () => {
    const compressed = await raw(`${served.url}/api/v1/pages`, 'gzip');
    const whole = await raw(`${served.url}/api/v1/pages`, 'identity');
    expect([compressed.encoding, whole.encoding]).toEqual(['gzip', undefined]);
    expect(compressed.bytes).toBeLessThan(whole.bytes / 4);
  });

  it('is never compressed where it is a stream of events: each is told at once', async () => {
    const { id } = await served.client.begin();
    const address = `${served.url}/api/v1/installations/${id}/stream`;
    const begun = await new Promise<{ encoding: string | undefined; text: string }>((resolve, reject) => {
      const sent = request(address, { headers: { 'accept-encoding': 'gzip' }, agent: false }, (reply) => {
        reply.once('data', (chunk: Buffer) => {
          resolve({ encoding: reply.headers['content-encoding'], text: chunk.toString() });
          sent.destroy();
        });
      });
      sent.on('error', reject).end();
    });
    expect(begun.encoding).toBeUndefined();
    expect(begun.text).toMatch(/^id: 1\nevent: view\n/);
  });
});

function raw(url: string, encoding: string): Promise<{ readonly encoding: string | undefined; readonly bytes: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { 'accept-encoding': encoding } }, (reply) => {
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => (bytes += chunk.length));
      reply.on('end', () => resolve({ encoding: reply.headers['content-encoding'], bytes }));
    });
    sent.on('error', reject).end();
  });
}
