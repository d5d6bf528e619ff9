import type { Status, View } from '../api/view.ts';
import { say } from '../language/say.ts';

/** "3 installations: 2 finished, 1 failed.": the most common first. */
export function summaryOf(views: readonly View[]): string {
  const standings = [...Map.groupBy(views, ({ status }) => said[status])].sort(([, one], [, other]) => other.length - one.length);
  return say('{count, plural, one {# installation} other {# installations}}: {standings}.', {
    count: views.length,
    standings: standings.map(([counted, { length }]) => counted(length)).join(', '),
  });
}

const inProgress = (count: number) => say('{count} in progress', { count });

const said: Readonly<Record<Status, (count: number) => string>> = {
  asking: inProgress,
  checking: (count) => say('{count} checking', { count }),
  warning: inProgress,
  error: inProgress,
  ready: (count) => say('{count} ready to install', { count }),
  installing: (count) => say('{count} installing', { count }),
  failed: (count) => say('{count} failed', { count }),
  postInstallation: (count) => say('{count} with closing tasks', { count }),
  finished: (count) => say('{count} finished', { count }),
  cancelled: (count) => say('{count} cancelled', { count }),
};
