import type { Asked, Effect } from './effect.ts';
import type { Row } from './rows.ts';
import type { PersistedSnapshot } from './snapshot.ts';

export type { Asked, Waiting } from './effect.ts';

/** All that one step writes. It is one transaction: after a crash all of it is there, or nothing. */
export interface Step {
  readonly id: string;
  /** The revision that the step was computed from; 0 for the first. */
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly event: object;
  readonly row: Pick<Row, 'name' | 'mode' | 'rehearsal' | 'runner' | 'status' | 'page' | 'option' | 'chart'>;
  readonly from: string | null;
  /** The state that the step was computed from, as it was loaded; the journal keeps only what differs from it. */
  readonly before?: PersistedSnapshot | undefined;
  readonly kept: PersistedSnapshot;
  readonly walk: string | null;
  /** The texts that it is written as, and its seal, where they were made before. Without them its entry has no seal. */
  readonly written?: Written;
  readonly started: readonly Placed[];
  readonly stopped: readonly string[];
  /** The call whose outcome this is: the step counts only while that very asking is still waited for. */
  readonly ended?: Asked;
  readonly newKey?: Uint8Array;
  readonly sealed: readonly { readonly id: string; readonly sealed: Uint8Array }[];
  readonly destroyed: readonly string[];
  /** The installation has ended: its secrets, and the key that opens them, go. */
  readonly forget: boolean;
  /** The request that the step is the answer to. Where its answer is known already, it is kept with the step. */
  readonly answering?: { readonly scope: string; readonly key: string; readonly digest: string; readonly answer?: Answer };
}

/** What a step leaves in the installation's row and in the journal, as texts. */
export interface Written {
  readonly event: string;
  /** The state that the step leads to, and its digest. */
  readonly kept: string;
  readonly digest: string;
  /** What the journal has of it: the whole, or nothing, where `changed` says how it differs from the state before. */
  readonly whole: string;
  readonly changed: string | null;
  /** Ties the entry to the one before; see `seal.ts`. */
  readonly seal: string | null;
}

/**
 * What became of steps: `taken`; `overtaken`, where an installation is at another revision than the step was computed from, or there is
 * none; `unasked`, where the call that it ends is no longer waited for, or not by this claim; `repeated`, where a request with
 * that key was remembered before. But for `taken`, nothing is changed.
 */
export type Committed = 'taken' | 'overtaken' | 'unasked' | 'repeated';

/** A call that a step asks for. */
export interface Placed extends Effect {
  /** Where alone it can be made: the name of a host, or of a runner; anywhere, without it. */
  readonly place?: string | null | undefined;
}

/** What a request was answered; `body` is null where it is the installation's view at `Answered.revision`. */
export interface Answer {
  readonly status: number;
  readonly body: string | null;
  readonly location: string | null;
}

/** A request that was remembered with its step. */
export interface Answered {
  readonly digest: string;
  readonly installation: string;
  /** The revision that its step led to; null where a first release has remembered it. */
  readonly revision: number | null;
  /** Nothing, where it was not answered yet, or its answer was lost to a crash. */
  readonly answer: Answer | undefined;
}
