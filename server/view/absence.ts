import type { RunnerView } from '../runner/runnerView.ts';

/** A runner that is not there to do what an installation waits for. */
export interface Absence {
  readonly runner: string;
  readonly state: RunnerView['state'];
  readonly seenAt: string | null;
  readonly message: string;
}

/** Why an installation waits for its runner; nothing, where that is there. */
export function absenceOf(name: string, runner: RunnerView | undefined): Absence | null {
  if (runner?.state === 'connected') return null;
  if (runner) return { runner: name, state: runner.state, seenAt: runner.seenAt, message: runner.note ?? '' };
  const message = `The runner ${name} was removed. Enroll it again under this name, or give the installation to another one.`;
  return { runner: name, state: 'away', seenAt: null, message };
}
