import type { ClosingCheckId, Subject } from '../../machines/ports.ts';
import type { createAfterwards } from '../afterwards/afterwards.ts';
import { check, type Finding } from '../check.ts';
import type { CheckGroup } from './unbroken.ts';

/** The checks of what was installed: that the MIM Service runs, and the portal answers, as far as they belong to it. */
export function closingGroup(
  { answers }: Subject,
  timeout: number,
  { checkService, checkPortal }: ReturnType<typeof createAfterwards>,
): CheckGroup {
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
        async (call) => [await check({ id, page, timeout }, call, find)],
    ),
  };
}
