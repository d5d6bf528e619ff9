import { userInfo } from 'node:os';
import type { Kind } from './autostart.ts';
import { autostartOf } from './autostartOf.ts';
import { type Standing, standingOf } from './comesBack.ts';

/**
 * Whether this very process, with its program, its account and its data folder, is what the computer would start after a restart.
 * The promise is rejected where the computer does not tell.
 */
export function whetherThisComesBack(kind: Kind, data: string): (signal: AbortSignal) => Promise<Standing> {
  return async (signal) => {
    const found = await autostartOf(process.platform).find(kind, signal);
    return standingOf(found, { kind, data, account: userInfo().username });
  };
}
