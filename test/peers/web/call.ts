import type { Call, CheckProgress } from '../../../machines/ports/call.ts';
import { heldInGerman } from '../../language/heldInGerman.ts';

/** A call as the host makes it, and what was told of its checks meanwhile. */
export interface ListeningCall extends Call {
  readonly told: CheckProgress[];
}

/** One for the checks of the services: what they find has to be in the German catalogs. */
export function makeCall(signal?: AbortSignal): ListeningCall {
  const call = makeUnheldCall(signal);
  return { ...call, progress: ({ checks = [], ...news }) => call.progress({ ...news, checks: heldInGerman(checks) }) };
}

/** One for findings that a suite has made up. */
export function makeUnheldCall(signal: AbortSignal = new AbortController().signal): ListeningCall {
  const told: CheckProgress[] = [];
  return { signal, told, progress: ({ checks = [] }) => void told.push(...checks) };
}
