import { describe, expect, it } from 'vitest';
import { shows } from '../../machines/chart/branches.ts';
import type { Answers } from '../../machines/pages/screens.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { localLogonAllowed, result } from './walk.ts';

describe('The account of the MIM Service', () => {
  const id = localLogonAllowed.id;
  const regular = { serviceAccount: { name: 'svcMIMService', domain: 'contoso' } };
  const managed = { serviceAccount: { name: 'MIMSrvGMSAsvc$', domain: 'contoso' } };

  it.each<[string, Answers, CheckResult[], boolean]>([
    ['may log on locally where the check has found so', regular, [localLogonAllowed], true],
    ['may not where the check has found that', regular, [result(id, 'serviceAccount', 'passed')], false],
    ['may where the check could not look', regular, [result(id, 'serviceAccount', 'failed')], true],
    ['may where the check was not made', regular, [result(id, 'serviceAccount', 'skipped')], true],
    ['may not where another check has failed', regular, [result('service-account', 'serviceAccount', 'failed')], false],
    ['may where it is a managed one, whatever the check has found', managed, [result(id, 'serviceAccount', 'passed')], true],
    ['may not where no MIM Service is installed, and so there is none', { components: { features: ['portal'] } }, [], false],
  ])('%s', (_, answers, checks, allows) => {
    expect(shows('allowsLocalLogon', { context: { answers, checks } })).toBe(allows);
  });
});

it.each([
  'installsService',
  'installsReporting',
  'installsPortal',
  'installsServiceOrPortal',
  'installsRegistrationPortal',
  'installsResetPortal',
] as const)('%s is answered with no as long as no components are chosen', (question) => {
  expect(shows(question, { context: { answers: {}, checks: [] } })).toBe(false);
});
