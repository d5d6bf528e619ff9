import { describe, expect, it } from 'vitest';
import type { Answers } from '../../machines/pages/screens.ts';
import { openAnswers } from '../../machines/plan/openAnswers.ts';
import type { PackageSettlement } from '../../machines/ports/packageSettlement.ts';
import { control, packageAsking } from './packageAsking.ts';

const answers = {
  cloud: { cloud: 'china' },
  mailboxApplication: { applicationId: 'the-application', tenantId: 'the-tenant', clientSecret: { secret: 'sealed' } },
} as const satisfies Answers;

const settlement: PackageSettlement = {
  property: 'APP_KIND',
  for: 'installation',
  who: 'ada',
  at: '2026-01-01T00:00:00.000Z',
  product: { productName: null, productCode: null, productVersion: null },
};

function open(name: string, settlements: Readonly<Record<string, PackageSettlement>> = {}, packageAsks = packageAsking([])) {
  return openAnswers({ answers, settlements, packageAsks }, {}).find((one) => one.name === name);
}

describe('An open answer', () => {
  it('is told as its page shows it', () => {
    expect(open('cloud.cloud')).toEqual({
      name: 'cloud.cloud',
      page: 'cloud',
      field: 'cloud',
      label: 'Azure cloud',
      value: 'Azure AD China operated by 21Vianet',
      isSecret: false,
      doubt: null,
      candidates: [],
      settled: null,
    });
    expect(open('mailboxApplication.tenantId')).toMatchObject({ value: 'the-tenant', isSecret: false });
  });

  it('that is a secret is not told', () => {
    expect(open('mailboxApplication.clientSecret')).toMatchObject({ label: 'Client Secret', value: null, isSecret: true });
  });

  it('has candidates once the package was looked at', () => {
    const asks = packageAsking([control('TENANT', { label: 'Tenant ID' })]);
    expect(open('mailboxApplication.tenantId', {}, asks)?.candidates).toMatchObject([{ property: 'TENANT', proposed: true }]);
    expect(openAnswers({ answers, settlements: {}, packageAsks: null }, {}).flatMap(({ candidates }) => candidates)).toEqual([]);
  });

  it('stays in the list once it is settled by the package, with what it was settled by', () => {
    expect(open('mailboxApplication.tenantId', { 'mailboxApplication.tenantId': settlement })?.settled).toEqual(settlement);
    expect(open('mailboxApplication.applicationId', { 'mailboxApplication.tenantId': settlement })?.settled).toBeNull();
  });

  it('is open again where it was settled with another answer, for which alone it is known what is written', () => {
    const values = { global: 'WORLD' };
    expect(open('cloud.cloud', { 'cloud.cloud': { ...settlement, values } })).toMatchObject({ settled: null });
    expect(open('cloud.cloud', { 'cloud.cloud': { ...settlement, values: { china: 'CN' } } })?.settled).toMatchObject({
      values: { china: 'CN' },
    });
  });

  it('is open no more where configuration settles it', () => {
    const names = openAnswers({ answers, settlements: {}, packageAsks: null }, { 'cloud.cloud': { rename: 'AZURE_CLOUD' } });
    expect(names.map(({ name }) => name)).toEqual([
      'mailboxApplication.applicationId',
      'mailboxApplication.tenantId',
      'mailboxApplication.clientSecret',
    ]);
  });
});
