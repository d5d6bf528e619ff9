import type { AnyCheckId, CheckResult } from './checks.ts';

/** What a running call may use: when to give up, and how to tell how far it is. Progress is no step of the chart. */
export interface Call {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** How far a running call is. It goes to the stream and is forgotten with the call. */
export interface Progress {
  /** Checks that have begun or ended while the call as a whole still runs. */
  readonly checks?: readonly CheckProgress[];
  readonly signIn?: SignInPrompt;
  readonly installer?: InstallerProgress;
  /** New lines of the installer's log, already redacted. */
  readonly log?: readonly string[];
}

/** A check that runs, or how it ended. */
export type CheckProgress = CheckResult | { readonly id: AnyCheckId; readonly status: 'pending' };

/** What the user has to do to sign in with a device code. */
export interface SignInPrompt {
  readonly userCode: string;
  readonly verificationUri: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** What else the user should know of it: that it takes the place of an earlier one, say. */
  readonly note?: string;
}

/** How far the installer is. */
export interface InstallerProgress {
  /** The installer's own name of what it does. */
  readonly action: string;
  /** The stage that it is in, in our words. */
  readonly phase: string;
  /** 0 to 100, never falling within an attempt. */
  readonly percent: number;
  /** Why the installer can't be followed at the moment. It goes on meanwhile, and is followed again as soon as that works. */
  readonly trouble?: string;
}
