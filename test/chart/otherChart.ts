import type { WizardContext } from '../../machines/chart/context.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';

/** As a chart would have kept it that had another page more, another one less, and one by another name, each with a check and a warning. */
export function otherPages(kept: PersistedSnapshot): PersistedSnapshot {
  const { cloud: _, sharePointSite, ...answers } = kept.context.answers;
  const trail = kept.context.trail.flatMap((page) =>
    page === 'cloud'
      ? []
      : page === 'sharePointSite'
        ? ['portalSite', 'portalSiteWarning']
        : page === 'database'
          ? ['telemetry', page]
          : [page],
  );
  const checks = [
    ...kept.context.checks,
    { id: 'telemetry-reachable', page: 'telemetry', status: 'failed', message: '', at: '', ms: 1 },
  ];
  const overrides = [{ check: 'telemetry-reachable', reason: 'x', who: 'anna', at: '' }];
  return changed(kept, {
    answers: { ...answers, portalSite: sharePointSite, telemetry: { send: true } },
    trail,
    checks,
    overrides,
    tasks: { sendTelemetry: { outcome: 'done' } },
  } as unknown as Partial<WizardContext>);
}

/** What an older chart has kept of this, in states that this chart does not have. */
export function renamed(kept: PersistedSnapshot): PersistedSnapshot {
  return older(kept, { interview: { chapterOne: { someState: 'asking' } } });
}

export function older(kept: PersistedSnapshot, value: unknown): PersistedSnapshot {
  const old = JSON.parse(JSON.stringify({ ...kept, value })) as PersistedSnapshot;
  return old;
}

export function changed(kept: PersistedSnapshot, context: Partial<WizardContext>): PersistedSnapshot {
  return { ...kept, context: { ...kept.context, ...context } };
}
