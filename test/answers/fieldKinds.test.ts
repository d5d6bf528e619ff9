import { describe, expect, it } from 'vitest';
import { judge } from '../../machines/answers/judgeAnswers.ts';
import { accountName, domainAccount } from '../../machines/pages/accountNames.ts';
import { checkbox } from '../../machines/pages/fieldKinds.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { sqlServer } from '../../machines/pages/sqlServerName.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { pageWith } from './pageWith.ts';

const long = 'a'.repeat(21);

describe('The name of an SQL Server', () => {
  it.each([
    ['.', 'mean whatever computer reads them'],
    ['.\\MIM', 'mean whatever computer reads them'],
    ['.,1433', 'mean whatever computer reads them'],
    ['(local)', 'mean whatever computer reads them'],
    ['(LocalDB)\\MIM', 'mean whatever computer reads them'],
    ['tcp:sql01', 'Leave out the protocol'],
    ['ADMIN:sql01', 'Leave out the protocol'],
    ['fe80::1', 'An IPv6 address is not accepted'],
    ['::1', 'An IPv6 address is not accepted'],
    ['2001:DB8::1', 'An IPv6 address is not accepted'],
    ['[::1]', 'An IPv6 address is not accepted'],
    ['[fe80::1],1433', 'An IPv6 address is not accepted'],
  ])('that is %s is refused with what to do about that: %s', (server, advice) => {
    expect(adviceOn(sqlServer(), server)).toContain(advice);
  });

  it.each(['sql01.', 'the(local)', '.sql01', 'mytcp:sql01', 'sql01::1', 'sql 01', 'db:1433', 'cafe:x'])(
    'that is %s is refused for its form',
    (server) => {
      expect(adviceOn(sqlServer(), server)).toMatch(/^Enter Server or Server\\Instance, /);
    },
  );
});

describe('The name of an account', () => {
  it.each([long, `contoso\\${long}`])('that is %s is refused for its length', (name) => {
    expect(adviceOn(accountName(), name)).toContain('at most 20 characters');
    expect(adviceOn(domainAccount(), name)).toContain('at most 20 characters');
  });

  it.each(['a:b', `${long}\\svcMIM`, `${'a'.repeat(19)}:`])('alone that is %s is refused for its form', (name) => {
    expect(adviceOn(accountName(), name)).toContain('Enter the account name alone');
  });

  it.each(['svcMIM', `${long}\\a:b`, `contoso\\${'a'.repeat(19)}:`, `${long}\\`])(
    'with its domain that is %s is refused for its form',
    (name) => {
      expect(adviceOn(domainAccount(), name)).toContain('Enter Domain\\Account');
    },
  );
});

describe('A check box', () => {
  it('that is answered by anything else is told what to answer', () => {
    expect(adviceOn(checkbox(), 'yes')).toBe('Answer true or false.');
  });
});

describe('The address of the site collection', () => {
  it.each(['mim.contoso.com', 'http://'])('that is %s is refused for that alone', (url) => {
    const { error } = pageOf('sharePointSite').fields.safeParse({ url });
    expect(error?.issues).toMatchObject([{ path: ['url'], message: expect.stringContaining('begins with http://') }]);
  });
});

/** What is told of an answer that does not do. */
function adviceOn(field: ReturnType<typeof sqlServer | typeof checkbox>, answer: unknown): string | undefined {
  const verdict = judge(pageWith({ field }), { field: answer }, factsOf({}));
  return 'findings' in verdict ? verdict.findings.map(({ message }) => message).join(' ') : undefined;
}
