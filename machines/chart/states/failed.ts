import type { Ways } from '../flowLines.ts';
import { wizard } from '../setup.ts';
import { reportedOutcome } from './reportedOutcome.ts';
import { waysBack } from './waysBack.ts';

/** The installer has failed. Nothing is lost: it is tried again, some answers are changed, or the user gives up. */
export function failed({ retry, back, replay, cancel }: Ways['failed']) {
  return wizard.createStateConfig({
    id: 'failed',
    meta: { screen: 'failed' },
    on: {
      retry: { guard: 'runsHere', target: `#${retry}` },
      report: reportedOutcome,
      back: `#${back}`,
      revisit: waysBack,
      replay: { target: `#${replay}`, actions: 'proposeAnswers' },
      cancel: `#${cancel}`,
    },
  });
}
