import { describe, expect, test } from 'vitest';
import { type Account, groupsOf } from '../../services/directory/account.ts';
import type { Connection, Search } from '../../services/directory/connection.ts';

const administrators = Buffer.from('01020000000000052000000020020000', 'hex');
const users = Buffer.from('01020000000000052000000021020000', 'hex');
const account: Account = { dn: 'CN=a', sid: 'S-1-5-21-1', kind: 'regular', faults: [], principalNames: [] };

describe('The groups of an account', () => {
  // The client gives an attribute with one value as that value, and with several as a list.
  test.each([
    ['none', [], []],
    ['one', administrators, ['S-1-5-32-544']],
    ['several', [administrators, users], ['S-1-5-32-544', 'S-1-5-32-545']],
    ['texts in their place, of which nothing can be made', ['S-1-5-32-544'], []],
  ])('are found where there are %s', async (_, tokenGroups, expected) => {
    const { connection, searches } = answering({ dn: account.dn, tokenGroups });
    expect(await groupsOf(connection, account)).toEqual(expected);
    // The directory works them out for the entry that is asked for, and for no other.
    expect(searches).toMatchObject([{ base: account.dn, scope: 'base', attributes: ['tokenGroups'], bytes: ['tokenGroups'] }]);
  });

  test('are none where the account is gone', async () => {
    expect(await groupsOf(answering().connection, account)).toEqual([]);
  });
});

function answering(...entries: Awaited<ReturnType<Connection['search']>>) {
  const searches: Search[] = [];
  const connection: Connection = {
    domainDn: 'DC=a',
    baseDn: 'DC=a',
    configurationDn: 'CN=Configuration,DC=a',
    search: async (search) => {
      searches.push(search);
      return entries;
    },
    close: () => {},
  };
  return { connection, searches };
}
