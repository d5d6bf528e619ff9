import type { Check } from '../api/view.ts';

const order: readonly Check['status'][] = ['failed', 'pending', 'overridden', 'warning', 'skipped', 'passed'];
const said: Readonly<Record<Check['status'], string>> = {
  failed: 'failed',
  pending: 'running',
  overridden: 'overridden',
  warning: 'with a warning',
  skipped: 'waiting',
  passed: 'passed',
};

/** "1 failed, 8 passed". */
export function summaryOf(checks: readonly Check[]): string {
  return order
    .map((status) => ({ status, count: checks.filter((check) => check.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${said[status]}`)
    .join(', ');
}

/** What asks for something first. */
export function bySeverity(one: Check, other: Check): number {
  return order.indexOf(one.status) - order.indexOf(other.status);
}
