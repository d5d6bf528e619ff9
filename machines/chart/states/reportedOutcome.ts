import type { InstallOutcome } from '../../ports/installer.ts';

/** Where the outcome of an installer that ran elsewhere leads: where it would have led here. */
export const reported = [
  {
    guard: {
      type: 'hasSucceeded' as const,
      params: ({ event }: { event: { outcome: InstallOutcome } }) => ({ outcome: event.outcome }),
    },
    target: '#postInstallation',
    actions: 'keepReport' as const,
  },
  { target: '#failed', actions: 'keepReport' as const },
];
