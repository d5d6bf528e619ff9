import { subjectOf } from '../callInputs.ts';
import { installJob } from '../installJob.ts';
import { wizard } from '../setup.ts';
import { reported } from '../states/reportedOutcome.ts';
import { revisits } from '../states/waysBack.ts';

/** Guide, Continuation, 11, and Post-installation tasks. */
export const installation = wizard.createStateConfig({
  initial: 'installing',
  states: {
    installing: {
      id: 'installing',
      meta: { screen: 'installing' },
      entry: 'beginAttempt',
      tags: 'installing',
      invoke: {
        id: 'installing',
        src: 'install',
        input: ({ context }) => installJob(context),
        onDone: [
          {
            guard: { type: 'hasSucceeded', params: ({ event }) => ({ outcome: event.output }) },
            target: 'postInstallation',
            actions: { type: 'keepOutcome', params: ({ event }) => ({ outcome: event.output }) },
          },
          {
            guard: { type: 'wasStopped', params: ({ event }) => ({ outcome: event.output }) },
            target: '#cancelled',
            actions: { type: 'keepOutcome', params: ({ event }) => ({ outcome: event.output }) },
          },
          { target: 'failed', actions: { type: 'keepOutcome', params: ({ event }) => ({ outcome: event.output }) } },
        ],
        onError: { target: 'failed', actions: { type: 'noteError', params: ({ event }) => ({ error: event.error }) } },
      },
      initial: 'running',
      states: {
        running: { on: { cancel: { target: 'stopping', actions: 'rememberStop' } } },
        stopping: {
          invoke: {
            id: 'stopping',
            src: 'stopInstaller',
            input: ({ context }) => ({ installation: context.id, attempt: context.attempt }),
            onError: { target: 'running', actions: { type: 'noteError', params: ({ event }) => ({ error: event.error }) } },
          },
        },
      },
    },
    failed: {
      id: 'failed',
      meta: { screen: 'failed' },
      on: {
        retry: { guard: 'runsHere', target: 'installing' },
        report: reported,
        back: '#ready',
        revisit: revisits,
        replay: { target: '#welcome', actions: 'proposeAnswers' },
        cancel: '#cancelled',
      },
    },
    postInstallation: {
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
        complete: [
          {
            guard: { type: 'endsLastTask', params: ({ event }) => ({ task: event.task }) },
            target: '#finished',
            actions: 'endTask',
          },
          { guard: { type: 'hasTask', params: ({ event }) => ({ task: event.task }) }, actions: 'endTask' },
        ],
      },
    },
  },
});
