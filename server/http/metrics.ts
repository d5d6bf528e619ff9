import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Installations } from '../host/installations.ts';
import { type StepNews, stepNews } from '../host/stepNews.ts';

/** What the service is doing, in Prometheus' text format. */
export function metrics(installations: Installations, refusedTokens: { readonly count: number }): RequestHandler {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Counter({
    name: 'mim_setup_refused_tokens_total',
    help: 'Tokens that were refused, or not looked at.',
    registers,
    collect() {
      this.reset();
      this.inc(refusedTokens.count);
    },
  });
  const count = countSteps(registry);
  installations.events.on('stepped', (_id, step) => count(stepNews(step)));
  new Gauge({
    name: 'mim_setup_installations',
    help: 'Installations by status.',
    labelNames: ['status'],
    registers,
    async collect() {
      const counts = await installations.counts();
      this.reset();
      for (const [status, number] of counts) this.set({ status }, number);
    },
  });
  return async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  };
}

/** Counts what steps bring: the steps themselves, the checks that have ended, and runs of the installer. */
function countSteps(registry: Registry): (news: StepNews) => void {
  const registers = [registry];
  const steps = new Counter({
    name: 'mim_setup_steps_total',
    help: 'Steps taken by this process since it started, by event and by the status that each led to.',
    labelNames: ['event', 'status'],
    registers,
  });
  const checks = new Counter({
    name: 'mim_setup_checks_total',
    help: 'Checks that have ended, by name and status.',
    labelNames: ['check', 'status'],
    registers,
  });
  const checkSeconds = new Histogram({
    name: 'mim_setup_check_duration_seconds',
    help: 'How long checks took, by name.',
    labelNames: ['check'],
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30],
    registers,
  });
  const runs = new Counter({
    name: 'mim_setup_installer_runs_total',
    help: 'Runs of the installer that have ended, by result.',
    labelNames: ['result'],
    registers,
  });
  const runSeconds = new Histogram({
    name: 'mim_setup_installer_duration_seconds',
    help: 'How long runs of the installer took that began and ended under this process, by result.',
    labelNames: ['result'],
    buckets: [10, 60, 300, 600, 1200, 1800, 3600],
    registers,
  });
  const begun = new Map<string, number>();
  return ({ installation, event, status, checks: ended, installer, installs }) => {
    steps.inc({ event, status });
    for (const check of ended) {
      checks.inc({ check: check.id, status: check.status });
      checkSeconds.observe({ check: check.id }, check.ms / 1000);
    }
    if (installs) begun.set(installation, performance.now());
    if (!installer) return;
    const { result } = installer;
    const since = begun.get(installation);
    begun.delete(installation);
    runs.inc({ result });
    if (since !== undefined) runSeconds.observe({ result }, (performance.now() - since) / 1000);
  };
}
