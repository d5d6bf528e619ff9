import { wholeSubjectOf } from '../callInputs.ts';
import type { Ways } from '../flowLines.ts';
import { wizard } from '../setup.ts';
import { handOut } from './handOut.ts';
import { reportedOutcome } from './reportedOutcome.ts';

/** Everything is checked once more. Nothing is touched before `install`, which may be said while the checks still run. */
export function ready({ install }: Ways['ready']) {
  return wizard.createStateConfig({
    id: 'ready',
    meta: { screen: 'ready' },
    entry: [{ type: 'enterScreen', params: { screen: 'ready' } }, 'clearProblems', 'endChange'],
    on: { report: reportedOutcome, handOut },
    initial: 'checking',
    states: {
      checking: {
        invoke: {
          id: 'ready',
          src: 'checkEverything',
          input: ({ context }) => wholeSubjectOf(context),
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
        on: {
          install: { guard: 'runsHere', actions: 'rememberInstall' },
          list: { target: 'checking', reenter: true, actions: 'keepListing' },
        },
      },
      // What was settled changes the plan: of all checks, only the one that compares it with the package is made again.
      comparing: {
        invoke: {
          id: 'comparing',
          src: 'checkPackage',
          input: ({ context }) => wholeSubjectOf(context),
          onDone: {
            target: 'reviewing',
            actions: { type: 'keepResults', params: ({ event }) => ({ results: event.output }) },
          },
          onError: { target: 'reviewing', actions: { type: 'noteError', params: ({ event }) => ({ error: event.error }) } },
        },
        on: packageEvents,
      },
      reviewing: {
        on: {
          install: { guard: 'nothingHoldsBack', target: `#${install}`, actions: 'beginAttempt' },
          recheck: { target: 'checking', actions: 'clearProblems' },
          ...packageEvents,
          override: {
            guard: { type: 'mayOverride', params: ({ event }) => ({ check: event.check }) },
            actions: 'overrideCheck',
          },
        },
      },
    },
  });
}

const packageEvents = {
  list: { target: 'comparing', reenter: true, actions: 'keepListing' },
  settle: { guard: 'knowsPackage', target: 'comparing', reenter: true, actions: 'keepSettlement' },
} as const;
