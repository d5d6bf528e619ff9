import type { Ways } from '../flowLines.ts';
import { wizard } from '../setup.ts';
import { changesOnceEnded } from './changes.ts';
import { handOut } from './handOut.ts';
import { reportedOutcome } from './reportedOutcome.ts';
import { waysBackOnceEnded } from './waysBack.ts';

/**
 * The installer has failed. Nothing is lost: it is tried again, some answers are changed, or the user gives up. Where it is not known
 * what became of it, that is found out first: nothing is changed and no secret is destroyed while it may still run.
 */
export function failed({ retry, back, replay, cancel }: Ways['failed']) {
  return wizard.createStateConfig({
    id: 'failed',
    meta: { screen: 'failed' },
    on: {
      retry: { guard: 'runsHere', target: `#${retry}`, actions: 'beginAttempt' },
      report: reportedOutcome,
      handOut,
      back: { guard: 'knowsOutcome', target: `#${back}` },
      revisit: waysBackOnceEnded,
      change: changesOnceEnded,
      replay: { guard: 'knowsOutcome', target: `#${replay}`, actions: 'proposeAnswers' },
      cancel: [
        { guard: 'knowsOutcome', target: `#${cancel}` },
        { target: `#${retry}.stopping`, actions: ['clearProblems', 'rememberStop'] },
      ],
    },
  });
}
