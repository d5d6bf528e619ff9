import type { ClosingCheckId } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import type { Finding } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import type { ClosingProbes } from '../closingTasks/closingProbes.ts';
import type { CheckGroup } from './checkGroup.ts';

/** The checks of what was installed: that the MIM Service runs, and the portal answers, as far as they belong to it. */
export function closingGroup({ answers }: Subject, timeout: number, { checkService, checkPortal }: ClosingProbes): CheckGroup {
  const features = answers.components?.features ?? [];
  const url = features.includes('portal') ? answers.sharePointSite?.url : undefined;
  const probes: { readonly [Id in ClosingCheckId]?: (signal: AbortSignal) => Promise<Finding> } = {
    ...(features.includes('service') && {
      'service-runs': (signal: AbortSignal) => checkService(answers.serviceAddress?.host ?? 'localhost', signal),
    }),
    ...(url !== undefined && { 'portal-answers': (signal: AbortSignal) => checkPortal(url, signal) }),
  };
  const page = 'postInstallation';
  return {
    page,
    ids: Object.keys(probes) as ClosingCheckId[],
    makers: (Object.entries(probes) as [ClosingCheckId, (signal: AbortSignal) => Promise<Finding>][]).map(
      ([id, find]) =>
        async (call) => [await makeCheck({ id, page, timeout }, call, find)],
    ),
  };
}
