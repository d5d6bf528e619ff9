import { describe, expect, it } from 'vitest';
import { mayBeOverridden, openFailures, overridableFailures, standingFailures } from '../../machines/chart/failures.ts';
import type { ScreenId } from '../../machines/pages/screens.ts';
import { result } from './walk.ts';

const checks = [
  result('database-reachable', 'database', 'failed', 'host-unreachable'),
  result('database-presence', 'database', 'failed', 'database-exists'),
  result('database-version', 'database', 'warning'),
  result('mail-reachable', 'mailServer', 'failed', 'host-unreachable'),
  result('host-disk-space', 'ready', 'failed', 'host-unsuitable'),
  result('sign-in', 'signIn', 'passed'),
];
const answeredFor = { check: 'mail-reachable' as const, reason: 'known', who: 'anna', at: '' };
const at = (screen: ScreenId, overrides = [answeredFor]) => ({ trail: ['database' as const, screen], checks, overrides });
const ids = (results: readonly { readonly id: string }[]) => results.map(({ id }) => id);

describe('A failure stands in the way', () => {
  it('of its page, and of everything at ready, unless somebody answers for it', () => {
    expect(ids(standingFailures(at('database')))).toEqual(['database-reachable', 'database-presence']);
    expect(ids(standingFailures(at('mailServer')))).toEqual([]);
    expect(ids(standingFailures(at('mailServer', [])))).toEqual(['mail-reachable']);
    expect(ids(standingFailures(at('ready')))).toEqual(['database-reachable', 'database-presence', 'host-disk-space']);
    expect(ids(standingFailures({ ...at('ready'), trail: [] }))).toEqual([]);
  });

  it('and can be overridden, but for what the installer itself would refuse', () => {
    expect(ids(overridableFailures(at('database')))).toEqual(['database-reachable']);
    expect([mayBeOverridden('database-presence'), mayBeOverridden('database-reachable')]).toEqual([false, true]);
  });

  it('where it failed: a warning and a check that passed do not', () => {
    expect(ids(openFailures({ overrides: [] }, checks))).toHaveLength(4);
  });
});
