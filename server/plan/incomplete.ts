import type { Plan } from '../../machines/plan/plan.ts';

/** Why a script of this plan does not run, and what to do about it. */
export function incomplete({ missing }: Pick<Plan, 'missing'>): string {
  const what = missing.length === 0 ? 'its last checks' : missing.map(({ page, field }) => `${page}.${field}`).join(', ');
  return `This plan is not complete yet. What is missing: ${what}. Go on to the page ready, then fetch the plan anew.`;
}
