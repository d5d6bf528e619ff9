import { mayBeOverridden } from '../../machines/chart/failures.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { AnyCheckId, CheckResult } from '../../machines/ports/checks.ts';
import { unavailable } from '../checks/finding.ts';
import { faultBehind, makeCheck } from '../checks/makeCheck.ts';

/** Checks that belong together. */
export interface CheckGroup {
  /** The page that they are listed under. */
  readonly page: CheckResult['page'];
  /** Every check that the makers may give a result for. */
  readonly ids: readonly AnyCheckId[];
  /** Each makes some of the checks, and tells their results as they come. */
  readonly makers: readonly ((call: Call) => Promise<readonly CheckResult[]>)[];
}

/**
 * Makes checks side by side; all are pending from the beginning on. A maker that throws takes no result of the others with it, nor
 * those that it had told: only what it leaves open has failed, or is a warning where nobody may override it.
 *
 * @param report is told each fault: what a maker threw, and what stands behind a result (`faultBehind`).
 * @throws the reason of `call.signal`, once that aborts; nothing else.
 *
 * @example
 * const makers = [(call) => checkDatabase(subject, call)];
 * const results = await makeGroup({ page: 'database', ids: ['database-reachable', 'database-sign-in'], makers }, call, report);
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
