import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { trace } from '@opentelemetry/api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTraces } from '../../server/service/traces.ts';
import { answersFor } from '../answers.ts';
import { serve } from './service.ts';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

describe('Traces', () => {
  it('tell every step and every call of an installation as one trace, whose id is its own, and never an answer', async () => {
    const bodies: unknown[] = [];
    const collector = createServer((request, response) => {
      void json(request).then((body) => bodies.push(body) && response.end('{}'));
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const stop = await startTraces(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/v1/traces`);
    let id: string;
    {
      await using served = await serve();
      const { view } = await served.client.walk(await served.client.begin(), answersFor('E', ['service']));
      id = view.id;
    }
    await stop();
    collector.close();
    const all = bodies as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }[];
    const spans = all.flatMap((body) => body.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([id.replaceAll('-', '')]));
    const names = spans.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'step begin',
        'step submit',
        'call checkPage',
        'step xstate.done.actor.signIn',
        'call checkEverything',
      ]),
    );
    expect(names.filter((name) => name === 'step begin')).toHaveLength(1);
    const calls = spans.filter(({ name }) => name.startsWith('call '));
    for (const { startTimeUnixNano, endTimeUnixNano } of calls)
      expect(BigInt(endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(startTimeUnixNano));
    expect(JSON.stringify(bodies)).not.toMatch(/contoso|svcMIM|Pass@word|Sign@in1|local/);
  });

  it('are none unless they are switched on', () => {
    expect(trace.getTracer('mim-setup').startSpan('any').isRecording()).toBe(false);
  });

  it('keep nobody from stopping where there is no collector', async () => {
    const stop = await startTraces('http://127.0.0.1:1/v1/traces');
    trace.getTracer('mim-setup').startSpan('any').end();
    await expect(stop()).resolves.toBeUndefined();
  });

  it('keep nobody from stopping where the collector takes them and never answers', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => silent.closeAllConnections());
    onTestFinished(() => void silent.close());
    await once(silent, 'listening');
    const asked = once(silent, 'request');
    const stop = await startTraces(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/v1/traces`);
    trace.getTracer('mim-setup').startSpan('any').end();
    await stop();
    const [, answer] = (await asked) as [unknown, ServerResponse];
    expect(answer.headersSent).toBe(false);
  });
});
