import { mayBeOverridden } from '../../machines/chart/failures.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { AnyCheckId, CheckResult } from '../../machines/ports/checks.ts';
import { unavailable } from '../checks/finding.ts';
import { faultBehind, makeCheck } from '../checks/makeCheck.ts';

/** Checks that belong together, by their ids, and how they are made. */
export interface CheckGroup {
  readonly page: CheckResult['page'];
  readonly ids: readonly AnyCheckId[];
  readonly makers: readonly ((call: Call) => Promise<readonly CheckResult[]>)[];
}

/**
 * Makes checks side by side; all are pending from the beginning on. A maker that breaks off takes no result of the others with
 * it, nor those that it had come to: only what it leaves open has failed. Each fault is reported. Only being called off throws.
 */
export async function makeGroup(
  { page, ids, makers }: CheckGroup,
  call: Call,
  report: (fault: unknown) => void,
): Promise<readonly CheckResult[]> {
  const told = new Map<AnyCheckId, CheckResult>();
  const listening: Call = {
    signal: call.signal,
    progress({ checks = [], ...news }) {
      const ended = checks.filter((one): one is CheckResult => one.status !== 'pending');
      for (const one of ended) told.set(one.id, one);
      const more = checks.filter(({ id, status }) => status !== 'pending' || !ids.includes(id));
      if (more.length > 0 || Object.keys(news).length > 0) call.progress({ ...news, ...(more.length > 0 && { checks: more }) });
    },
  };
  call.progress({ checks: ids.map((id) => ({ id, status: 'pending' })) });
  const made = await Promise.allSettled(makers.map(async (make) => make(listening)));
  call.signal.throwIfAborted();
  const results = new Map(told);
  for (const one of made) {
    if (one.status === 'rejected') report(one.reason);
    else for (const result of one.value) results.set(result.id, result);
  }
  for (const result of results.values()) if (faultBehind(result) !== undefined) report(faultBehind(result));
  const broken = made.find((one) => one.status === 'rejected');
  if (!broken) return [...results.values()];
  const open = ids.filter((id) => !results.has(id));
  return [...results.values(), ...(await Promise.all(open.map((id) => brokenOff(id, page, call, broken.reason))))];
}

/** One that nobody may override is not left failed: that would hold the installation back for a fault of ours. */
function brokenOff(id: AnyCheckId, page: CheckResult['page'], call: Call, fault: unknown): Promise<CheckResult> {
  return makeCheck({ id, page, timeout: 1_000 }, call, async () => {
    if (mayBeOverridden(id)) throw fault;
    return unavailable(
      'The check itself went wrong. Repeat it, or look by hand: the installer will refuse if it is not as chosen.',
    );
  });
}
