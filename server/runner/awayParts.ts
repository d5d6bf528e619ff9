import type { Call } from '../../machines/ports/call.ts';
import { areaOf, type PartName, type Parts } from '../../services/live/parts.ts';
import { untilCalledOff } from '../../services/waiting/untilCalledOff.ts';

/**
 * The parts of a runner that is not connected to this process: each waits until it is called off, and is asked for anew where the
 * runner comes. Nothing that belongs on its server is ever done on another.
 */
export const awayParts = Object.fromEntries(
  (Object.keys(areaOf) as PartName[]).map((part) => [part, (_input: unknown, { signal }: Call) => untilCalledOff(signal)]),
) as unknown as Parts;
