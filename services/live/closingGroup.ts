import { type ClosingCheckId, closingIds } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import type { Finding } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import type { ClosingProbes } from '../closingTasks/closingProbes.ts';
import type { CheckGroup } from './checkGroup.ts';

/** The checks of what was installed: that the MIM Service runs, and the portal answers, as far as they belong to it. */
export function closingGroup({ answers }: Subject, timeout: number, { checkService, checkPortal }: ClosingProbes): CheckGroup {
  const probes: { readonly [Id in ClosingCheckId]: (signal: AbortSignal) => Promise<Finding> } = {
    'service-runs': (signal) => checkService(answers.serviceAddress?.host ?? 'localhost', signal),
    // The portal is not installed before its site was named.
    'portal-answers': (signal) => checkPortal(answers.sharePointSite!.url, signal),
  };
  const page = 'postInstallation';
  const ids = closingIds(answers);
  return {
    page,
    ids,
    makers: ids.map((id) => async (call) => [await makeCheck({ id, page, timeout }, call, probes[id])]),
  };
}
