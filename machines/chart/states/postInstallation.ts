import { subjectOf } from '../callInputs.ts';
import type { Ways } from '../flowLines.ts';
import { wizard } from '../setup.ts';
import { handOut } from './handOut.ts';
import { correctedOutcome } from './reportedOutcome.ts';

/** The closing tasks (guide, Post-installation tasks). What can be seen to be done is looked at first, and again on request. */
export function postInstallation({ lastTask }: Ways['postInstallation']) {
  return wizard.createStateConfig({
    id: 'postInstallation',
    meta: { screen: 'postInstallation' },
    initial: 'checking',
    states: {
      checking: {
        invoke: {
          id: 'postInstallation',
          src: 'checkTasks',
          input: ({ context }) => subjectOf(context),
          onDone: { target: 'closing', actions: { type: 'keepResults', params: ({ event }) => ({ results: event.output }) } },
          onError: { target: 'closing', actions: { type: 'noteError', params: ({ event }) => ({ error: event.error }) } },
        },
      },
      closing: { on: { recheck: { target: 'checking', actions: 'clearProblems' } } },
    },
    on: {
      report: correctedOutcome,
      handOut,
      complete: [
        {
          guard: { type: 'endsLastTask', params: ({ event }) => ({ task: event.task, reason: event.reason }) },
          target: `#${lastTask}`,
          actions: 'endTask',
        },
        { guard: { type: 'mayEnd', params: ({ event }) => ({ task: event.task, reason: event.reason }) }, actions: 'endTask' },
      ],
    },
  });
}
