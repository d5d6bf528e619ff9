import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api';
import type { Claimed } from '../store/effects.ts';
import type { StepNews } from './stepNews.ts';
import type { Outcome } from './transition.ts';

/**
 * Spans by the standard API of OpenTelemetry. Unless tracing is switched on nobody hears them, and they cost next to nothing. They
 * carry names and numbers alone: no answer, no name of a person, no secret.
 */
const tracer = trace.getTracer('mim-setup');

/** A step that was taken. */
export function traceStep({ installation, revision, event, status, page }: StepNews): void {
  const attributes = { 'mim_setup.installation': installation, 'mim_setup.revision': revision, 'mim_setup.status': status };
  tracer.startSpan(`step ${event}`, { attributes: { ...attributes, 'mim_setup.page': page } }, traceOf(installation)).end();
}

/** Makes a call: the span is as long as that takes. */
export async function tracedCall(
  { installation, id, effect, again }: Claimed,
  make: () => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> {
  const attributes = { 'mim_setup.installation': installation, 'mim_setup.call': id, 'mim_setup.again': again };
  const span = tracer.startSpan(`call ${effect.service}`, { kind: SpanKind.CLIENT, attributes }, traceOf(installation));
  try {
    const outcome = await make();
    if (outcome?.type.startsWith('xstate.error.')) span.setStatus({ code: SpanStatusCode.ERROR });
    else if (!outcome) span.addEvent('called off, or to be made again');
    return outcome;
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** All that happens to an installation, in whichever process and after whatever restart, is one trace: its id is the installation's. */
function traceOf(installation: string) {
  const traceId = installation.replaceAll('-', '');
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId: traceId.slice(0, 16),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  });
}
