import type { View } from '../api/view.ts';
import { say } from '../language/say.ts';

/** What can be done with an installation without looking at its pages. */
export type WayOn = 'retry' | 'install' | 'recheck';

/** What its button says. */
export const wayWords: Readonly<Record<WayOn, string>> = {
  retry: say('Retry'),
  install: say('Install'),
  recheck: say('Check again'),
};

/** The same, of so many. */
export const forAll: Readonly<Record<WayOn, (count: number) => string>> = {
  retry: (count) => say('Retry all {count}', { count }),
  install: (count) => say('Install all {count}', { count }),
  recheck: (count) => say('Check all {count} again', { count }),
};

/** The one that leads on from where it stands; nothing where somebody has to answer, or nothing is left to do. */
export function wayOn({ status, can, problems, checks }: View): WayOn | null {
  if (status === 'failed' && can.includes('retry')) return 'retry';
  const hindered = checks.some((check) => check.status === 'failed' || check.status === 'pending');
  if (status === 'ready' && can.includes('install') && !hindered) return 'install';
  return status === 'asking' && problems.length > 0 && can.includes('recheck') ? 'recheck' : null;
}

/** Why it stands where it does, in a sentence; nothing where that is as it should be. */
export function why({ status, waitsFor, outcome, problems, stopped, checks, page }: View): string {
  if (waitsFor) return waitsFor.message;
  if (status === 'failed' && outcome) return [outcome.failure?.cause?.title, outcome.message].filter(Boolean).join(' ');
  const [problem] = problems;
  if (problem) return problem.detail;
  if (status === 'ready') return checks.find((check) => check.status === 'failed')?.message ?? '';
  if (stopped) return stopped.problems[0]?.message ?? say('Waiting for answers: {page}', { page: page.title });
  return '';
}
