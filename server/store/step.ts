import type { Effect, Kept } from '../host/transition.ts';
import type { Row } from './rows.ts';

/** All that one step writes. It is one transaction: after a crash all of it is there, or nothing. */
export interface Step {
  readonly id: string;
  /** The revision that the step was computed from; 0 for the first. */
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly event: object;
  readonly row: Pick<Row, 'name' | 'mode' | 'rehearsal' | 'status' | 'page' | 'option' | 'chart'>;
  readonly from: string | null;
  readonly kept: Kept;
  readonly walk: string | null;
  readonly started: readonly Effect[];
  readonly stopped: readonly string[];
  /** The call whose outcome this is: the step counts only while that very asking is still waited for. */
  readonly ended?: Asked;
  readonly newKey?: Uint8Array;
  readonly sealed: readonly { readonly id: string; readonly sealed: Uint8Array }[];
  readonly destroyed: readonly string[];
  /** The installation has ended: its secrets, and the key that opens them, go. */
  readonly forget: boolean;
  readonly answering?: { readonly scope: string; readonly key: string; readonly digest: string };
}

/** A service call, and the revision that asked for it. */
export interface Asked {
  readonly id: string;
  readonly revision: number;
}

export interface Waiting extends Asked {
  readonly installation: string;
  readonly effect: Effect;
}
