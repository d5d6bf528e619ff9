import { describe, expect, it } from 'vitest';
import { propertiesOf } from '../../machines/chart/installerProperties.ts';
import type { Answers } from '../../machines/pages/screens.ts';
import { type Settlements, settleProperties } from '../../machines/plan/settledProperties.ts';

const resetPortal = {
  resetPortal: { account: 'contoso\\pool$', host: 'pwreset.contoso.com', port: 80, openPort: false },
} as const satisfies Answers;
const application = {
  mailboxApplication: { applicationId: 'the-application', tenantId: 'the-tenant', clientSecret: { secret: 'sealed' } },
} as const satisfies Answers;

function settle(answers: Answers, settlements: Settlements, chosen: readonly string[] = ['ResetPortal']) {
  return settleProperties(propertiesOf(answers), settlements, chosen);
}

describe('A property that configuration sets', () => {
  const settlements = { RESET_PORT: { set: '81' } };

  it('stands where the answers have it, once', () => {
    const names = settle(resetPortal, {}).map(({ name }) => name);
    const all = settle(resetPortal, settlements);
    expect(all.map(({ name }) => name)).toEqual(names);
    expect(all.find(({ name }) => name === 'RESET_PORT')).toMatchObject({ value: '81', note: 'Settled by configuration.' });
  });

  it('is added where the answers do not have it, with where it would come from', () => {
    expect(settle({}, settlements)).toEqual([
      {
        name: 'RESET_PORT',
        declared: 'RESET_PORT',
        value: '81',
        page: 'resetPortal',
        field: 'port',
        provenance: 'documented',
        note: 'Set by configuration.',
        passed: true,
      },
    ]);
  });

  it('is not added where its page does not belong to what is installed', () => {
    expect(settle({}, settlements, ['Portal'])).toEqual([]);
    expect(settle({}, settlements, [])).toEqual([]);
  });

  it.each<[string, Settlements]>([
    ['is confirmed as it stands', { RESET_PORT: { confirm: true } }],
    ['has its values written otherwise', { RESET_PORT: { values: { 80: '81' } } }],
    ['goes by another name', { RESET_PORT: { rename: 'RESET_PORTAL_PORT' } }],
    ['is left out', { RESET_PORT: { leaveOut: true } }],
  ])('is not one that merely %s: where the answers do not have it, it is not added', (_, other) => {
    expect(settle({}, other)).toEqual([]);
  });

  it('has the value that was answered where it is a secret: settlements hold none', () => {
    const settlement = { rename: 'APP_KEY', set: 'shown' };
    const all = settle(application, { 'mailboxApplication.clientSecret': settlement });
    expect(all.find(({ name }) => name === 'APP_KEY')).toMatchObject({ value: { secret: 'sealed' }, passed: true });
  });
});
