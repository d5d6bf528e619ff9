import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Installations } from '../host/installations.ts';

/** What the service is doing, in Prometheus' text format. */
export function metrics(installations: Installations): RequestHandler {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const steps = new Counter({
    name: 'mim_setup_steps_total',
    help: 'Steps taken since the service started.',
    registers: [registry],
  });
  installations.events.on('stepped', () => steps.inc());
  new Gauge({
    name: 'mim_setup_installations',
    help: 'Installations by status.',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      const counts = await installations.counts();
      this.reset();
      for (const [status, count] of counts) this.set({ status }, count);
    },
  });
  return async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  };
}
