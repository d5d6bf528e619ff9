import type { Ways } from '../flowLines.ts';
import { installJob } from '../installJob.ts';
import { wizard } from '../setup.ts';

/**
 * The installer at work (guide, Continuation, 11). Asked to stop, it rolls back first: how it ends tells how that went. Every way here
 * begins an attempt, but for the one that only finds out what became of the last one.
 */
export function installing({ succeeded, stopped, otherwise }: Ways['installing']) {
  return wizard.createStateConfig({
    id: 'installing',
    meta: { screen: 'installing' },
    tags: 'installing',
    invoke: {
      id: 'installing',
      src: 'install',
      input: ({ context }) => installJob(context),
      onDone: [
        {
          guard: { type: 'hasSucceeded', params: ({ event }) => ({ outcome: event.output }) },
          target: `#${succeeded}`,
          actions: { type: 'keepOutcome', params: ({ event }) => ({ outcome: event.output }) },
        },
        {
          guard: { type: 'wasStopped', params: ({ event }) => ({ outcome: event.output }) },
          target: `#${stopped}`,
          actions: { type: 'keepOutcome', params: ({ event }) => ({ outcome: event.output }) },
        },
        { target: `#${otherwise}`, actions: { type: 'keepOutcome', params: ({ event }) => ({ outcome: event.output }) } },
      ],
      onError: { target: `#${otherwise}`, actions: { type: 'noteError', params: ({ event }) => ({ error: event.error }) } },
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
  });
}
