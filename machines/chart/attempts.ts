import type { InstallOutcome } from '../ports/installer.ts';
import type { WizardContext } from './context.ts';
import { countFailure } from './failures.ts';

type Change = Partial<WizardContext>;

/** Counts one more run of the installer, and forgets how the last one ended. */
export function beginAttempt(context: WizardContext): Change {
  return {
    attempt: context.attempt + 1,
    wantsInstall: false,
    wantsStop: false,
    outcome: null,
    wasReported: false,
    problems: [],
  };
}

/** A report is an attempt of its own. One that corrects another leaves nothing of what followed from that. */
export function keepReport(context: WizardContext, outcome: InstallOutcome): Change {
  return { ...beginAttempt(context), ...keepOutcome(context, outcome), wasReported: true, tasks: {} };
}

/**
 * Takes how the installer ended. Unless it succeeded, or was stopped by the user, that is a problem: its causes with their remedies,
 * and in its detail the lines of the log that matter.
 */
export function keepOutcome(context: WizardContext, outcome: InstallOutcome): Change {
  if (outcome.result === 'succeeded' || (outcome.result === 'cancelled' && context.wantsStop)) return { outcome, problems: [] };
  const code = outcome.result === 'interrupted' ? 'installer-interrupted' : 'installer-failed';
  return {
    outcome,
    failures: countFailure(context.failures, 'installer'),
    problems: [
      {
        code,
        message: [outcome.message, ...causesOf(outcome)].join(' '),
        ...detailOf(outcome),
      },
    ],
  };
}

/** The cause with its remedy; where it may be one of several, each of them. */
function causesOf({ failure }: InstallOutcome): string[] {
  const causes = [failure?.cause ?? [], failure?.otherCauses ?? []].flat();
  return causes.map(({ title, remedy }, at) => {
    const sentence = `${title.replace(/\.$/, '')}. ${remedy}`;
    return causes.length === 1 ? sentence : `${at === 0 ? 'It may be that' : 'Or'}: ${sentence}`;
  });
}

function detailOf({ failure }: InstallOutcome): { detail?: string } {
  return failure?.lines.length ? { detail: failure.lines.join('\n') } : {};
}
