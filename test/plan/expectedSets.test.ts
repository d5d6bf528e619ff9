import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../machines/plan/plan.ts';
import { choices, type Expected, expectedSet, type Feature, type Option, options } from './expected/derivation.ts';
import { answersOf, planned, valuesOf } from './planned.ts';

interface ExpectedFile {
  readonly option: Option;
  readonly sets: readonly { readonly features: Feature[]; readonly properties: Readonly<Record<string, Expected>> }[];
}

const files = (Object.keys(options) as Option[]).map((option): ExpectedFile => {
  return JSON.parse(readFileSync(new URL(`./expected/option-${option.toLowerCase()}.json`, import.meta.url), 'utf8'));
});

describe.each(files)('option $option', ({ option, sets }) => {
  it.each(sets.map(({ features, properties }) => [features.join(', '), features, properties] as const))(
    'with %s has exactly the properties that were derived by hand',
    (_, features, properties) => {
      const plan = planned(answersOf(option, features));
      expect(asExpected(plan)).toEqual(properties);
      expect(plan).toMatchObject({ complete: true, missing: [], option: features.includes('service') ? option : null });
      expect(plan.features.join(',')).toBe(properties['ADDLOCAL']?.[0]);
    },
  );
});

describe('the expected sets', () => {
  it('are those of every choice of components: 23, reporting only with the service', () => {
    expect(choices).toHaveLength(23);
    expect(new Set(choices.map(String)).size).toBe(23);
    expect(choices.every((features) => !features.includes('reporting') || features.includes('service'))).toBe(true);
    expect(files.map(({ option }) => option).join('')).toBe('ABCDEFGHI');
  });

  it('follow from the derivation that stands beside them', () => {
    for (const { option, sets } of files) {
      expect(sets).toEqual(choices.map((features) => ({ features, properties: expectedSet(option, features) })));
    }
  });

  it('are derived without the code that they judge', () => {
    const derivation = readFileSync(new URL('./expected/derivation.ts', import.meta.url), 'utf8');
    expect(derivation).not.toMatch(/^import\b|\bimport\(|\brequire\(/m);
  });
});

describe('an answer', () => {
  const everything: Feature[] = ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'];
  const reuse = { database: { server: 'sql01\\MIM', name: 'FIM Service', whenExists: 'reuse' } };
  const mail = (mailServer: object) => ({ mailServer: { managedServiceAccount: false, ...mailServer } });

  it.each([
    [
      'the database is used again',
      'E',
      reuse,
      { SQLSERVER_SERVER: 'sql01\\MIM', SQLSERVER_DATABASE: 'FIM Service', EXISTINGDATABASE: '1' },
    ],
    [
      'the certificate is one of the store',
      'E',
      { certificate: { source: 'store', subject: 'mim.contoso.com' } },
      { CERTIFICATE_NAME: 'mim.contoso.com' },
    ],
    [
      'the mailbox is with 21Vianet',
      'C',
      mail({ type: 'office365China', authentication: 'applicationContext' }),
      { MAIL_SERVER: 'partner.outlook.cn' },
    ],
    [
      'the mailbox is with GCC High',
      'C',
      mail({ type: 'office365Government', authentication: 'applicationContext' }),
      { MAIL_SERVER: 'outlook.office365.us', 'mailServer.cloud': 'gccHigh' },
    ],
    [
      'the mailbox is with DoD',
      'B',
      mail({ type: 'office365Government', authentication: 'basic', governmentCloud: 'dod' }),
      { MAIL_SERVER: 'outlook-dod.office365.us', 'mailServer.cloud': 'dod' },
    ],
    [
      'the folder is another one',
      'I',
      { components: { features: everything, installDirectory: 'D:\\Program Files\\MIM\\' } },
      { INSTALLDIR: 'D:\\Program Files\\MIM\\' },
    ],
    [
      'nothing is opened or granted',
      'A',
      { firewall: { openServicePorts: false, grantPortalAccess: true } },
      { FIREWALL_CONF: '0', SHAREPOINTUSERS_CONF: '1' },
    ],
  ] as const)('counts: %s', (_, option, changed, expected) => {
    expect(valuesOf(planned(answersOf(option, everything, changed)))).toMatchObject(expected);
  });

  it.each([
    ['no certificate is named where a new one is issued', 'A', {}, 'CERTIFICATE_NAME'],
    ['no registration portal is linked to', 'A', { registrationPortalUrl: {} }, 'REGISTRATION_PORTAL_URL'],
    ['no folder is named', 'A', {}, 'INSTALLDIR'],
    ['the pool account is managed', 'A', {}, 'RESET_ACCOUNT_PASSWORD'],
    ['the service account is regular', 'A', {}, 'USE_MANAGED_ACCOUNT_FOR_SERVICE'],
  ] as const)('leaves a property out where %s', (_, option, changed, name) => {
    expect(valuesOf(planned(answersOf(option, everything, changed)))).not.toHaveProperty(name);
  });

  it('of which the value alone is in doubt makes its property disputed, with what is doubtful', () => {
    const store = { source: 'store', subject: 'mim.contoso.com', thumbprint: 'ab'.repeat(20) };
    const { properties, uncertain } = planned(answersOf('E', everything, { certificate: store }));
    expect(uncertain).toContain('CERTIFICATE_NAME');
    expect(properties.find(({ name }) => name === 'CERTIFICATE_NAME')).toMatchObject({
      provenance: 'disputed',
      note: expect.stringContaining('thumbprint'),
    });
  });

  it('are in no doubt about a certificate that is named by its subject alone', () => {
    const store = { source: 'store', subject: 'mim.contoso.com' };
    expect(planned(answersOf('E', everything, { certificate: store })).uncertain).not.toContain('CERTIFICATE_NAME');
  });
});

function asExpected({ properties }: Plan): Record<string, Expected> {
  return Object.fromEntries(
    properties.map(({ name, value, secret, page, field, provenance }) => {
      expect(secret).toBe(value === null);
      return [name, [value, `${page}.${field}`, provenance]];
    }),
  );
}
