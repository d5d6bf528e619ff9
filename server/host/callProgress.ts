import type { CheckProgress, InstallerProgress, Progress, SignInPrompt } from '../../machines/ports/call.ts';

/** How far the service calls of an installation are. It is not kept. */
export interface CallProgress {
  readonly checks: ReadonlyMap<string, CheckProgress>;
  readonly signIn: SignInPrompt | null;
  readonly installer: InstallerProgress | null;
}

/** Where no call has told anything. */
export const noProgress: CallProgress = { checks: new Map(), signIn: null, installer: null };

/** What calls have told so far, put together. */
export function toCallProgress(told: Progress | undefined): CallProgress {
  if (!told) return noProgress;
  const { checks = [], signIn = null, installer = null } = told;
  return { checks: new Map(checks.map((check) => [check.id, check])), signIn, installer };
}
