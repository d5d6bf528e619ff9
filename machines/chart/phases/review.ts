import { subjectOf } from '../callInputs.ts';
import { wizard } from '../setup.ts';
import { reported } from '../states/reportedOutcome.ts';

/** Guide, Continuation, 11: everything is checked once more, and nothing is touched before `install`. */
export const review = wizard.createStateConfig({
  initial: 'ready',
  states: {
    ready: {
      id: 'ready',
      meta: { screen: 'ready' },
      entry: [{ type: 'enterScreen', params: { screen: 'ready' } }, 'clearProblems'],
      on: { report: reported },
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
                target: '#installing',
                actions: { type: 'keepResults', params: ({ event }) => ({ results: event.output }) },
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
            install: { guard: 'nothingHoldsBack', target: '#installing' },
            recheck: { target: 'checking', actions: 'clearProblems' },
            override: {
              guard: { type: 'mayOverride', params: ({ event }) => ({ check: event.check }) },
              actions: 'overrideCheck',
            },
          },
        },
      },
    },
  },
});
