import { describe, expect, it } from 'vitest';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { answersFor } from '../answers.ts';
import { Walk } from './walk.ts';

const servers = ['exchange', 'office365', 'office365China', 'office365Government', 'smtp', 'none'] as const;
const authentications = ['integratedWindows', 'basic', 'applicationContext'] as const;
const hosts: Readonly<Record<string, object>> = { exchange: { host: 'mail.contoso.com' }, smtp: { host: 'smtp.contoso.com' } };

/**
 * The guide's "Deployment options": server, authentication, then the letter for a regular and for a group managed service
 * account. A dash is a combination that the guide does not have.
 */
const table = [
  ['exchange', 'integratedWindows', 'A', 'F'],
  ['exchange', 'basic', '-', '-'],
  ['exchange', 'applicationContext', '-', '-'],
  ['office365', 'integratedWindows', '-', '-'],
  ['office365', 'basic', 'B', 'G'],
  ['office365', 'applicationContext', 'C', 'H'],
  ['office365China', 'integratedWindows', '-', '-'],
  ['office365China', 'basic', 'B', 'G'],
  ['office365China', 'applicationContext', 'C', 'H'],
  ['office365Government', 'integratedWindows', '-', '-'],
  ['office365Government', 'basic', 'B', 'G'],
  ['office365Government', 'applicationContext', 'C', 'H'],
  ['smtp', 'integratedWindows', 'D', '-'],
  ['smtp', 'basic', '-', '-'],
  ['smtp', 'applicationContext', '-', '-'],
] as const;

const combinations = table.flatMap(([type, authentication, regular, managed]) => [
  { type, authentication, managed: false, letter: regular },
  { type, authentication, managed: true, letter: managed },
]);

describe('A mail server, an authentication and a kind of account', () => {
  it('are all in the table: every server but None, by every authentication, by both kinds', () => {
    expect(new Set(combinations.map((one) => `${one.type} ${one.authentication} ${one.managed}`)).size).toBe(5 * 3 * 2);
  });

  it.each(combinations.filter(({ letter }) => letter !== '-'))(
    '$type with $authentication, managed: $managed, is option $letter',
    ({ type, authentication, managed, letter }) => {
      const walk = atMailServer();
      expect(walk.submit({ type, ...hosts[type], authentication, managedServiceAccount: managed })).toEqual([]);
      expect(walk.screen).toBe('mailServer');
      expect(walk.calls).toEqual(['mailServer']);
      expect(walk.end([]).screen).toBe('reportingServer');
      expect(factsOf(walk.context.answers).option?.option).toBe(letter);
    },
  );

  it.each(combinations.filter(({ letter }) => letter === '-'))(
    '$type with $authentication, managed: $managed, is refused by incompatibleMailAuthentication',
    ({ type, authentication, managed }) => {
      const walk = atMailServer();
      expect(walk.submit({ type, ...hosts[type], authentication, managedServiceAccount: managed })).toEqual([]);
      expect(walk.screen).toBe('incompatibleMailAuthentication');
      expect(walk.context.problems).toMatchObject([{ code: 'incompatible-mail-authentication', field: 'authentication' }]);
      expect(walk.calls).toEqual([]);
    },
  );

  it.each([
    [false, 'E'],
    [true, 'I'],
  ] as const)('None without authentication, managed: %s, is option %s', (managedServiceAccount, letter) => {
    const walk = atMailServer();
    expect(walk.submit({ type: 'none', managedServiceAccount })).toEqual([]);
    expect(walk.end([]).screen).toBe('reportingServer');
    expect(factsOf(walk.context.answers).option?.option).toBe(letter);
  });

  it.each(authentications)('None does not take %s', (authentication) => {
    expect(codes(atMailServer().submit({ type: 'none', authentication, managedServiceAccount: false }))).toEqual({
      authentication: 'not-applicable',
    });
  });

  it.each(servers.filter((type) => type !== 'none'))('%s does not go without an authentication', (type) => {
    expect(codes(atMailServer().submit({ type, ...hosts[type], managedServiceAccount: false }))).toEqual({
      authentication: 'required',
    });
  });
});

describe('The host of the mail server', () => {
  it.each([
    ['exchange', 'required'],
    ['smtp', 'required'],
    ['office365', 'not-applicable'],
    ['office365China', 'not-applicable'],
    ['office365Government', 'not-applicable'],
    ['none', 'not-applicable'],
  ] as const)('of %s is %s', (type, rule) => {
    const answers = { type, managedServiceAccount: false, ...(type !== 'none' && { authentication: 'integratedWindows' }) };
    const findings = atMailServer().submit(rule === 'required' ? answers : { ...answers, host: 'mail.contoso.com' });
    expect(codes(findings)).toEqual({ host: rule });
  });

  it('is a host name, not an address', () => {
    const answers = { type: 'exchange', authentication: 'integratedWindows', managedServiceAccount: false };
    expect(codes(atMailServer().submit({ ...answers, host: 'https://mail.contoso.com' }))).toEqual({ host: 'invalid' });
  });
});

describe('The option', () => {
  it('is none before the mail page is on the trail, and none again once the way back has cut it off', () => {
    const walk = atMailServer();
    expect(factsOf(walk.context.answers).option).toBeNull();
    walk.step(answersFor('A'));
    expect(factsOf(walk.context.answers).option?.option).toBe('A');
    walk.send({ type: 'revisit', page: 'database' });
    expect(factsOf(walk.context.answers).option).toBeNull();
  });

  it('is none without the MIM Service', () => {
    const walk = new Walk();
    walk.to('ready', answersFor('A', ['portal', 'resetPortal']));
    expect(factsOf(walk.context.answers).option).toBeNull();
  });
});

function atMailServer(): Walk {
  const walk = new Walk();
  walk.to('mailServer', answersFor('A'));
  return walk;
}

function codes(findings: readonly { readonly field: string; readonly code: string }[]) {
  return Object.fromEntries(findings.map(({ field, code }) => [field, code]));
}
