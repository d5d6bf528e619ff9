import { describe, expect, it } from 'vitest';
import { propertiesOf } from '../../machines/chart/installerProperties.ts';
import type { Answers } from '../../machines/pages/screens.ts';
import { leftOut, settlementsOf } from '../../machines/plan/settled.ts';
import type { PackageSettlement } from '../../machines/ports/packageSettlement.ts';

const answers = {
  cloud: { cloud: 'china' },
  mailboxApplication: { applicationId: 'the-application', tenantId: 'the-tenant', clientSecret: { secret: 'sealed' } },
} as const satisfies Answers;

const tenant = 'mailboxApplication.tenantId';
const product = { productName: 'MIM', productCode: '{1}', productVersion: '4.6.421.0' };
const settlement: PackageSettlement = {
  property: 'APP_TENANT',
  for: 'installation',
  who: 'ada',
  at: '2026-01-02T03:04:05.000Z',
  product,
};

describe('Of several settlements of one property', () => {
  const forInstallation = { [tenant]: settlement };
  const forPackage = { [tenant]: { ...settlement, property: 'KEPT_TENANT', for: 'package' as const } };
  const configured = { [tenant]: { rename: 'CONFIGURED' } };

  it.each([
    ['that of this installation before configuration', forInstallation, configured, 'APP_TENANT'],
    ['configuration before what is kept for the package', forPackage, configured, 'CONFIGURED'],
    ['what is kept for the package where nothing else settles it', forPackage, {}, 'KEPT_TENANT'],
    ['configuration where nobody has settled it', {}, configured, 'CONFIGURED'],
  ])('one counts: %s', (_, own, configuration, name) => {
    expect(settlementsOf(own, configuration)[tenant]?.rename).toBe(name);
  });

  it('none counts where there is none', () => {
    expect(settlementsOf()).toEqual({});
  });
});

describe('What was settled by the package', () => {
  const asked = { dialog: 'MailDlg', control: 'Tenant', type: 'Edit', label: 'Tenant ID' };
  const nameless = { ...product, productName: null };
  const undated = { ...product, productVersion: null };

  it.each<[string, Partial<PackageSettlement>]>([
    ['A property of MIM 4.6.421.0; taken for this installation by ada on 2026-01-02.', {}],
    ['A property of MIM 4.6.421.0; kept for this package by ada on 2026-01-02.', { for: 'package' }],
    ['A property of the package 4.6.421.0; taken for this installation by ada on 2026-01-02.', { product: nameless }],
    ['A property of MIM; taken for this installation by ada on 2026-01-02.', { product: undated }],
    ['Edit “Tenant ID” on MailDlg, of MIM 4.6.421.0; taken for this installation by ada on 2026-01-02.', { asked }],
    [
      'Edit on MailDlg, of MIM 4.6.421.0; taken for this installation by ada on 2026-01-02.',
      { asked: { ...asked, label: null } },
    ],
  ])('says by what of which package, who took it and when: %s', (words, given) => {
    expect(settlementsOf({ [tenant]: { ...settlement, ...given } })[tenant]?.byPackage).toBe(words);
  });
});

describe('What does not go into the command', () => {
  const planned = { features: ['CommonServices'], properties: propertiesOf(answers) };
  const applicationId = 'mailboxApplication.applicationId';
  const secret = 'mailboxApplication.clientSecret';

  it('is all whose property nobody knows, by the names that pages declare', () => {
    expect(leftOut(planned, {})).toEqual(['cloud.cloud', applicationId, tenant, secret]);
  });

  it('is no longer what configuration or the package has given a name', () => {
    const settlements = { [tenant]: settlement };
    expect(leftOut({ ...planned, settlements }, { [secret]: { rename: 'APP_KEY' } })).toEqual(['cloud.cloud', applicationId]);
  });
});
