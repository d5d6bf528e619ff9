import { subjectOf } from '../callInputs.ts';
import type { Ways } from '../flowLines.ts';
import { wizard } from '../setup.ts';
import { reportedOutcome } from './reportedOutcome.ts';

/** Everything is checked once more. Nothing is touched before `install`, which may be said while the checks still run. */
export function ready({ install }: Ways['ready']) {
  return wizard.createStateConfig({
    id: 'ready',
    meta: { screen: 'ready' },
    entry: [{ type: 'enterScreen', params: { screen: 'ready' } }, 'clearProblems'],
    on: { report: reportedOutcome },
    initial: 'checking',
    states: {
      checking: {
        invoke: {
          id: 'ready',
          src: 'checkEverything',
          input: ({ context }) => subjectOf(context),
          onDone: [
            {
              guard: { type: 'mayInstallAtOnce', params: ({ event }) => ({ results: event.output }) },
              target: `#${install}`,
              actions: [{ type: 'keepResults', params: ({ event }) => ({ results: event.output }) }, 'beginAttempt'],
            },
            {
              target: 'reviewing',
              actions: [{ type: 'keepResults', params: ({ event }) => ({ results: event.output }) }, 'forgetInstall'],
            },
          ],
          onError: {
            target: 'reviewing',
            actions: [{ type: 'noteError', params: ({ event }) => ({ error: event.error }) }, 'forgetInstall'],
          },
        },
        on: { install: { guard: 'runsHere', actions: 'rememberInstall' } },
      },
      reviewing: {
        on: {
          install: { guard: 'nothingHoldsBack', target: `#${install}`, actions: 'beginAttempt' },
          recheck: { target: 'checking', actions: 'clearProblems' },
          override: {
            guard: { type: 'mayOverride', params: ({ event }) => ({ check: event.check }) },
            actions: 'overrideCheck',
          },
        },
      },
    },
  });
}
