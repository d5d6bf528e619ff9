import { describe, expect, it } from 'vitest';
import { propertiesOf } from '../../machines/chart/installerProperties.ts';
import type { Answers } from '../../machines/pages/screens.ts';
import { candidatesFor, takenBeside } from '../../machines/plan/candidates.ts';
import { askedBy } from '../../machines/plan/packageMatch.ts';
import { type Settlements, settleProperties } from '../../machines/plan/settledProperties.ts';
import type { PackageAsks } from '../../machines/ports/packageListing.ts';
import { choices, control, packageAsking, plannedOf } from './packageAsking.ts';

const china = { cloud: { cloud: 'china' } } as const satisfies Answers;
const application = {
  mailboxApplication: { applicationId: 'the-application', tenantId: 'the-tenant', clientSecret: { secret: 'sealed' } },
} as const satisfies Answers;
const extranet = {
  registrationPortalService: { serviceAddress: 'mim.contoso.com', access: 'extranet' },
} as const satisfies Answers;
const openPort = {
  registrationPortal: { account: 'contoso\\pool$', host: 'pwreg.contoso.com', port: 80, openPort: true },
} as const satisfies Answers;

const of = (name: string, answers: Answers, asks: PackageAsks, settlements: Settlements = {}) =>
  candidatesFor(plannedOf(name, answers), settleProperties(propertiesOf(answers), settlements, []), asks);
const told = (...given: Parameters<typeof of>) =>
  of(...given).map(({ property, writes, proposed }) => [property, writes, proposed]);

describe('What of the package may carry an answer whose property nobody has published', () => {
  const clouds = choices({ W: 'Azure AD', C: 'Azure AD China', G: 'Microsoft 365 Government - DoD' });

  it('is the control that asks for the same, with all that is known of it', () => {
    const list = control('KIND', { type: 'ComboBox', label: 'Azure Cloud:', choices: clouds });
    expect(of('cloud.cloud', china, packageAsking([list]))).toEqual([
      {
        dialog: 'TheDlg',
        control: 'KINDControl',
        type: 'ComboBox',
        property: 'KIND',
        label: 'Azure Cloud:',
        choices: clouds,
        values: { global: 'W', china: 'C', governmentDod: 'G' },
        writes: 'C',
        grounds: ['It is labelled “Azure Cloud:”, as “Azure cloud” here.', 'It offers what this page offers.'],
        proposed: true,
      },
    ]);
  });

  it('writes nobody knows what for a choice that it does not offer', () => {
    const fewer = control('KIND', { label: 'Azure Cloud:', choices: clouds.filter(({ value }) => value !== 'C') });
    expect(told('cloud.cloud', china, packageAsking([fewer]))).toEqual([['KIND', null, true]]);
  });

  it('writes what was typed as it is, and does not tell a secret', () => {
    const asks = packageAsking([
      control('APP', { label: 'Application ID' }),
      control('KEY', { label: 'Client Secret', password: true }),
    ]);
    expect(told('mailboxApplication.applicationId', application, asks)).toEqual([['APP', 'the-application', true]]);
    expect(told('mailboxApplication.clientSecret', application, asks)).toEqual([['KEY', null, true]]);
  });

  it('has the likeliest first, and none is proposed where two are as likely', () => {
    const [alike, same, again] = [
      control('ALIKE', { label: 'Application' }),
      control('SAME', { label: 'Application ID' }),
      control('AGAIN', { label: 'The application ID' }),
    ];
    const ways = (...dialogs: ReturnType<typeof control>[]) =>
      told('mailboxApplication.applicationId', application, packageAsking(dialogs));
    expect(ways(alike, same)).toEqual([
      ['SAME', 'the-application', true],
      ['ALIKE', 'the-application', false],
    ]);
    expect(ways(alike, same, again).map(([property, , proposed]) => [property, proposed])).toEqual([
      ['SAME', false],
      ['AGAIN', false],
      ['ALIKE', false],
    ]);
  });

  it('carries no other answer: none that any page is known to set, and none that is settled', () => {
    const asks = packageAsking([
      control('RESET_PORT', { label: 'Application ID' }),
      control('TENANT', { label: 'Application ID' }),
      control('OWN', { label: 'Application ID' }),
    ]);
    const settlements = {
      'mailboxApplication.tenantId': { rename: 'TENANT' },
      'mailboxApplication.applicationId': { rename: 'OWN' },
    };
    expect(told('mailboxApplication.applicationId', application, asks, settlements)).toEqual([['OWN', 'the-application', true]]);
  });

  it('is nothing for what no page declares', () => {
    const planned = { ...plannedOf('cloud.cloud', china), name: 'nobodys' };
    const asks = packageAsking([control('KIND', { label: 'Azure Cloud', choices: clouds })]);
    expect(candidatesFor(planned, [], asks)).toEqual([]);
    expect(candidatesFor({ ...planned, provenance: 'disputed' }, [], asks)).toEqual([]);
  });
});

describe('What of the package may carry an answer on which sources disagree', () => {
  const name = 'IS_REGISTRATION_EXTRANET';
  const { Extranet = '', None = '' } = askedBy(name)!.words;
  const list = (property: string, [extranetValue, noneValue]: readonly [string, string]) =>
    control(property, { type: 'RadioButtonGroup', choices: choices({ [extranetValue]: Extranet, [noneValue]: None }) });

  it('is each reading that the package knows, and none of them is proposed where it tells none from the other', () => {
    expect(of(name, extranet, packageAsking([], { properties: [name] }))).toEqual([
      {
        property: name,
        dialog: null,
        control: null,
        type: null,
        label: null,
        choices: [],
        values: {},
        writes: 'Extranet',
        grounds: ['So the plan has it.'],
        proposed: false,
      },
      expect.objectContaining({ property: name, values: { Extranet: '1', None: '0' }, writes: '1', proposed: false }),
    ]);
  });

  it.each([
    [
      ['Extranet', 'None'],
      ['Extranet', '1'],
    ],
    [
      ['1', '0'],
      ['1', 'Extranet'],
    ],
  ] as const)('is first the reading that its own dialog offers by %j, and that control is told once', (values, written) => {
    const own = list(name, values);
    const candidates = of(name, extranet, packageAsking([own]));
    expect(candidates.map(({ writes, proposed }) => [writes, proposed])).toEqual([
      [written[0], true],
      [written[1], false],
    ]);
    expect(candidates[0]).toMatchObject({ dialog: own.dialog, control: own.control, type: own.type, choices: own.choices });
  });

  it('may be its own control that writes what no source has; the readings stay before it, and none is proposed', () => {
    expect(told(name, extranet, packageAsking([list(name, ['E', 'N'])]))).toEqual([
      [name, 'Extranet', false],
      [name, '1', false],
      [name, 'E', false],
    ]);
  });

  it('may be a control under a name that no source has, where it offers the answer', () => {
    const labelled = control('LABELLED', { label: 'Access to Password Registration Portal' });
    const asks = packageAsking([list('PORTAL_ACCESS', ['Extranet', 'None']), labelled], { properties: [name] });
    expect(told(name, extranet, asks)).toEqual([
      [name, 'Extranet', false],
      [name, '1', false],
      ['PORTAL_ACCESS', 'Extranet', false],
    ]);
  });

  it('may be what is labelled alike where the package knows none of its names, written as the plan has it', () => {
    const labelled = control('LABELLED', { label: 'Access to Password Registration Portal' });
    const asks = packageAsking([labelled, list('PORTAL_ACCESS', ['E', 'N'])]);
    expect(told(name, extranet, packageAsking([labelled]))).toEqual([['LABELLED', 'Extranet', true]]);
    expect(told(name, extranet, asks)).toEqual([
      ['LABELLED', 'Extranet', false],
      ['PORTAL_ACCESS', 'E', false],
    ]);
  });

  it('is no reading whose property carries another answer', () => {
    const firewall = 'REGISTRATION_FIREWALL_CONFIG';
    const asks = packageAsking([], { properties: [firewall, 'REGISTRATION_FIREWALL_CONF'] });
    expect(told(firewall, openPort, asks)).toEqual([
      [firewall, '1', false],
      ['REGISTRATION_FIREWALL_CONF', '1', false],
    ]);
    const settlements = { REGISTRATION_PORT: { rename: 'REGISTRATION_FIREWALL_CONF' } };
    expect(told(firewall, openPort, asks, settlements)).toEqual([[firewall, '1', false]]);
  });

  it('is told by what asks for it where it is a secret, and its value not at all', () => {
    const secret = { ...plannedOf('mailboxApplication.clientSecret', application), name: 'SERVICE_ACCOUNT_PASSWORD' };
    const { label } = askedBy(secret.name)!;
    const asks = packageAsking([control('KEY', { label, password: true })], { properties: [secret.name] });
    expect(candidatesFor({ ...secret, provenance: 'disputed' }, [], asks)).toEqual([
      expect.objectContaining({ property: 'KEY', writes: null, proposed: true }),
    ]);
  });
});

describe('The properties that carry other answers', () => {
  it('are those of the plan that are passed on, and those that any page sets, but never its own', () => {
    const all = settleProperties(propertiesOf(application), { 'mailboxApplication.tenantId': { rename: 'TENANT' } }, []);
    const taken = takenBeside('MAIL_SERVER', all);
    expect(taken).toContain('TENANT');
    expect(taken).toContain('RESET_PORT');
    expect(taken).not.toContain('MAIL_SERVER');
    expect(takenBeside('mailboxApplication.tenantId', all)).not.toContain('TENANT');
  });
});
