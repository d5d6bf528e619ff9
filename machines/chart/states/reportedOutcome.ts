import type { InstallOutcome } from '../../ports/installer.ts';
import { flow } from '../flow.ts';

const { succeeded, otherwise } = flow.installation.installing.ways;

/** Where the outcome of an installer that ran elsewhere leads: where it would have led here. */
export const reportedOutcome = [
  {
    guard: {
      type: 'hasSucceeded' as const,
      params: ({ event }: { event: { outcome: InstallOutcome } }) => ({ outcome: event.outcome }),
    },
    target: `#${succeeded}`,
    actions: 'keepReport' as const,
  },
  { target: `#${otherwise}`, actions: 'keepReport' as const },
];

/** The same for a report that corrects an earlier one. What the installer did here, no report can correct. */
export const correctedOutcome = [
  {
    guard: {
      type: 'correctsToSuccess' as const,
      params: ({ event }: { event: { outcome: InstallOutcome } }) => ({ outcome: event.outcome }),
    },
    target: `#${succeeded}`,
    actions: 'keepReport' as const,
  },
  { guard: 'wasReported' as const, target: `#${otherwise}`, actions: 'keepReport' as const },
];
