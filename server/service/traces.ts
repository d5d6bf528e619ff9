import { setTimeout as pause } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';

/** How long the last spans may take to be sent, milliseconds. */
const patience = 2000;

/**
 * Sends spans to a collector from now on, by OTLP over HTTP. What that takes is loaded only here.
 *
 * @param url such as `http://localhost:4318/v1/traces`.
 * @returns what sends the rest and ends it.
 */
export async function startTraces(url: string): Promise<() => Promise<void>> {
  const [{ TracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'mim-setup' }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  trace.setGlobalTracerProvider(provider);
  return async () => {
    trace.disable();
    // A collector that is not there keeps nobody from stopping.
    await Promise.race([provider.shutdown().catch(() => {}), pause(patience, undefined, { ref: false })]);
  };
}
