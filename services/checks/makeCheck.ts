import type { Call } from '../../machines/ports/call.ts';
import type { AnyCheckId, CheckResult } from '../../machines/ports/checks.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { untilCalledOff } from '../waiting/untilCalledOff.ts';
import { type Finding, failed } from './finding.ts';

/** Which check it is, and how long it may take, milliseconds. */
export interface CheckSubject {
  readonly id: AnyCheckId;
  readonly page: CheckResult['page'];
  readonly timeout: number;
}

/**
 * Makes one check and tells its progress: pending first, then the result. It always ends within its time-out, with a result,
 * whatever the other side does. A `Problem` that `find` throws is a failure with its code and its cause as the detail; anything
 * else is the failure `unexpected`, and kept for `faultBehind`.
 *
 * @param find is to stop when its signal aborts: called off, or out of time. What it does afterwards is not waited for.
 * @throws the reason of `call.signal`, once that aborts; nothing else.
 *
 * @example
 * const result = await makeCheck({ id: 'service-address', page: 'serviceAddress', timeout: 15_000 }, call, async (signal) => {
 *   await tryConnection({ host, addresses, port }, signal);
 *   return passed(`${host} answers on port ${port}.`);
 * });
 */
export async function makeCheck(
  { id, page, timeout }: CheckSubject,
  call: Call,
  find: (signal: AbortSignal) => Promise<Finding>,
): Promise<CheckResult> {
  call.progress({ checks: [{ id, status: 'pending' }] });
  const begun = performance.now();
  const limit = AbortSignal.timeout(timeout);
  const signal = AbortSignal.any([call.signal, limit]);
  const faults: unknown[] = [];
  // A function of its own, so that what `find` throws at once counts as what it throws later.
  const finding = await Promise.race([(async () => find(signal))(), untilCalledOff(signal)]).catch((error: unknown): Finding => {
    call.signal.throwIfAborted();
    if (limit.aborted) return timedOut(timeout);
    if (!(error instanceof Problem)) faults.push(error);
    return failure(error);
  });
  const result: CheckResult = { id, page, ...finding, at: new Date().toISOString(), ms: Math.round(performance.now() - begun) };
  if (faults.length > 0) faultsBehind.set(result, faults[0]);
  call.progress({ checks: [result] });
  return result;
}

/** What a check threw that was no `Problem`, for the service's log; undefined where it threw nothing of the kind. */
export function faultBehind(result: CheckResult): unknown {
  return faultsBehind.get(result);
}

const faultsBehind = new WeakMap<CheckResult, unknown>();

function timedOut(timeout: number): Finding {
  return failed(
    'timed-out',
    `No answer came within ${timeout / 1000} seconds. See that the other side is well and can be reached, then repeat the check.`,
  );
}

function failure(error: unknown): Finding {
  if (error instanceof Problem) return failed(error.code, error.message, detailOf(error.cause));
  return failed(
    'unexpected',
    'The check itself went wrong. Repeat it; if it goes wrong again, report it with the service’s log.',
    detailOf(error),
  );
}

function detailOf(cause: unknown): { detail?: string } {
  return cause instanceof Error ? { detail: cause.message } : {};
}
