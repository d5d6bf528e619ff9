import type { Call, CheckProgress } from '../../../machines/ports/call.ts';
import { heldInGerman } from '../../language/heldInGerman.ts';

/** A call as the host makes it, and what was told of its checks meanwhile. */
export function makeCall(signal: AbortSignal = new AbortController().signal): Call & { readonly told: CheckProgress[] } {
  const told: CheckProgress[] = [];
  return { signal, told, progress: ({ checks = [] }) => void told.push(...heldInGerman(checks)) };
}
