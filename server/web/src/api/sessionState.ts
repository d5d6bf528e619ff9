import type { Refused } from './request.ts';
import type { View } from './view.ts';

/** What is known of an installation here and now. */
export interface SessionState {
  readonly view: View | null;
  /** The stream is cut off; what is shown may be old. */
  readonly lost: boolean;
  /** Why there is nothing to show. */
  readonly gone: Refused | null;
  /** An event of this window is on its way. */
  readonly sending: boolean;
  /** Why the last event of this window was refused, and where that is told. */
  readonly refused: Told | null;
  /** Somebody else moved the installation on while this window waited for its user. */
  readonly moved: Moved | null;
  /** Something was typed on this page that has not been sent. */
  readonly isTyping: boolean;
}

/** A refusal, and the screen that it is told on: that of the wizard, or a page behind. */
export interface Told {
  readonly on: string;
  readonly why: Refused;
}

/** What somebody else did to the installation. */
export interface Moved {
  /** The page that this window was at. */
  readonly from: string;
  /** Whose token it was; nothing where there are no tokens. */
  readonly who: string | null;
}

/** As a window begins: nothing has come from the service yet. */
export const nothingKnown: SessionState = {
  view: null,
  lost: false,
  gone: null,
  sending: false,
  refused: null,
  moved: null,
  isTyping: false,
};
