import type { CheckResult } from '../../machines/ports/checks.ts';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import type { Step } from '../store/step.ts';

/** What a step tells whoever watches over the service: never an answer. */
export interface StepNews {
  readonly installation: string;
  readonly revision: number;
  /** The type of the event. */
  readonly event: string;
  readonly who: string;
  readonly status: string;
  readonly page: string;
  /** Checks that have ended with it. */
  readonly checks: readonly Pick<CheckResult, 'id' | 'status' | 'ms'>[];
  /** How an installer that ran here has ended, by which attempt. */
  readonly installer: (Pick<InstallOutcome, 'result' | 'exitCode'> & { readonly attempt: number }) | null;
  /** Whether an installer was asked to run. */
  readonly installs: boolean;
}

/** What is to be told of a step that was taken. */
export function stepNews({ id, revision, event, who, row, started, kept }: Step): StepNews {
  const { type, output } = event as { readonly type: string; readonly output?: unknown };
  const { outcome, attempt } = kept.context;
  return {
    installation: id,
    revision: revision + 1,
    event: type,
    who,
    status: row.status,
    page: row.page,
    checks: type.startsWith('xstate.done.actor.') && Array.isArray(output) ? output.filter(isCheck) : [],
    installer:
      type === 'xstate.done.actor.installing' && outcome ? { attempt, result: outcome.result, exitCode: outcome.exitCode } : null,
    installs: started.some(({ service }) => service === 'install'),
  };
}

function isCheck(value: unknown): value is CheckResult {
  return typeof value === 'object' && value !== null && 'id' in value && 'status' in value && 'ms' in value;
}
