import { SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../server/host/transition.ts';
import type { Claimed } from '../../server/store/effects.ts';

const id = '0192f3a1-7c4b-4d2e-8f60-a1b2c3d4e5f6';
const claimed = { installation: id, id: 'database', effect: { service: 'checkPage' }, again: true } as unknown as Claimed;

interface Seen {
  readonly name: string;
  readonly kind: SpanKind | undefined;
  readonly attributes: object | undefined;
  readonly parent: object | undefined;
  readonly happened: unknown[];
}

const spans: Seen[] = [];
const { traceStep, tracedCall } = await heard();
beforeEach(() => void spans.splice(0));

describe('A trace', () => {
  it('is that of the installation, whose id it has', () => {
    traceStep({ ...news, installation: id });
    expect(spans[0]?.parent).toMatchObject({
      traceId: '0192f3a17c4b4d2e8f60a1b2c3d4e5f6',
      spanId: '0192f3a17c4b4d2e',
      traceFlags: 1,
      isRemote: true,
    });
  });

  it('tells a step by its event, where it led and nothing that was answered', () => {
    traceStep({ ...news, installation: id });
    expect(spans).toMatchObject([{ name: 'step submit', happened: ['end'] }]);
    expect(spans[0]?.attributes).toEqual({
      'mim_setup.installation': id,
      'mim_setup.revision': 7,
      'mim_setup.status': 'asking',
      'mim_setup.page': 'database',
    });
  });

  it('tells a call by its service, from its beginning to its outcome, which is handed on', async () => {
    const outcome: Outcome = { type: 'xstate.done.actor.database', output: ['an answer'] };
    const atThatTime: unknown[] = [];
    const given = await tracedCall(claimed, async () => {
      atThatTime.push(...spans[0]!.happened);
      return outcome;
    });
    expect([given, atThatTime]).toEqual([outcome, []]);
    expect(spans).toMatchObject([{ name: 'call checkPage', kind: SpanKind.CLIENT, happened: ['end'] }]);
    expect(spans[0]?.attributes).toEqual({
      'mim_setup.installation': id,
      'mim_setup.call': 'database',
      'mim_setup.again': true,
    });
  });

  it('tells a call that has failed as such', async () => {
    const error = { code: 'unexpected', message: 'A fault.' } as const;
    await tracedCall(claimed, async () => ({ type: 'xstate.error.actor.database', error }));
    expect(spans[0]?.happened).toEqual([{ code: SpanStatusCode.ERROR }, 'end']);
  });

  it('tells of a call without an outcome that it was called off, or is made again', async () => {
    await tracedCall(claimed, async () => undefined);
    expect(spans[0]?.happened).toEqual(['called off, or to be made again', 'end']);
  });

  it('ends with a call that throws, whose error goes on its way', async () => {
    await expect(tracedCall(claimed, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(spans[0]?.happened).toEqual([{ code: SpanStatusCode.ERROR }, 'end']);
  });
});

const news = {
  revision: 7,
  event: 'submit',
  who: 'ann',
  status: 'asking',
  page: 'database',
  checks: [],
  installer: null,
  installs: false,
};

/** The module once more, with a tracer of the test's own: that of the process is none of its business. */
async function heard(): Promise<typeof import('../../server/host/tracing.ts')> {
  const spy = vi.spyOn(trace, 'getTracer').mockReturnValue(tracer());
  const again = '../../server/host/tracing.ts?heard';
  return await import(again).finally(() => spy.mockRestore());
}

/** Keeps what happens to its spans. */
function tracer(): Tracer {
  const startSpan = (name: string, options: { kind?: SpanKind; attributes?: object } = {}, context?: object) => {
    const parent = trace.getSpanContext(context as never);
    const happened: unknown[] = [];
    spans.push({ name, kind: options.kind, attributes: options.attributes, parent, happened });
    const note = (what: unknown) => void happened.push(what);
    return { setStatus: note, addEvent: note, end: () => note('end') };
  };
  return { startSpan } as unknown as Tracer;
}
