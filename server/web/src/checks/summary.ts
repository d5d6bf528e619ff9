import type { Check } from '../api/view.ts';
import { say } from '../language/say.ts';

const order: readonly Check['status'][] = ['failed', 'pending', 'overridden', 'warning', 'skipped', 'passed'];
const said: Readonly<Record<Check['status'], (count: number) => string>> = {
  failed: (count) => say('{count} failed', { count }),
  pending: (count) => say('{count} running', { count }),
  overridden: (count) => say('{count} overridden', { count }),
  warning: (count) => say('{count} with a warning', { count }),
  skipped: (count) => say('{count} waiting', { count }),
  passed: (count) => say('{count} passed', { count }),
};

/** "1 failed, 8 passed". */
export function summaryOf(checks: readonly Check[]): string {
  return order
    .map((status) => ({ status, count: checks.filter((check) => check.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => said[status](count))
    .join(', ');
}

/** What asks for something first. */
export function bySeverity(one: Check, other: Check): number {
  return order.indexOf(one.status) - order.indexOf(other.status);
}
