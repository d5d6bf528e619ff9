import { expect, it } from 'vitest';
import { type Plan, planOf } from '../../machines/plan/plan.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';

/** What is missing of a page that still is to come, where these answers are proposed for it. */
function missingOf(page: 'mailServer' | 'cloud', proposed?: Readonly<Record<string, unknown>>): string[] {
  const walk = new Walk();
  walk.to('database', answersFor('C'));
  const proposals = proposed ? { [page]: proposed } : {};
  const context = { ...walk.context, proposals } as typeof walk.context;
  return planOf(context, 'database', {})
    .missing.filter((one: Plan['missing'][number]) => one.page === page)
    .map(({ field }) => field);
}

it('Of a page nothing is missing once it is answered', () => {
  expect(missingOf('cloud')).toEqual([]);
});

it.each<[string, string[]]>([
  ['exchange', ['type', 'host', 'authentication', 'managedServiceAccount']],
  ['office365', ['type', 'authentication', 'managedServiceAccount']],
  ['office365Government', ['type', 'authentication', 'managedServiceAccount']],
  ['none', ['type', 'managedServiceAccount']],
])('Of a page to come for which %s is proposed, what may not be left out by that is missing: %j', (type, fields) => {
  expect(missingOf('mailServer', { type })).toEqual(fields);
});

it('Of a page to come for which nothing is proposed, what is always asked is missing', () => {
  expect(missingOf('mailServer')).toEqual(['type', 'managedServiceAccount']);
});
