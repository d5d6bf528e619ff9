import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { accountName, domainAccount } from '../../machines/pages/accountNames.ts';
import { domainName, guid, hostName, port, reachableHostName, thumbprint, webAddress } from '../../machines/pages/fieldKinds.ts';
import { sqlServer } from '../../machines/pages/sqlServerName.ts';
import { isLocalhost } from '../../machines/vocabulary/localhost.ts';

const a = (count: number) => 'a'.repeat(count);

/** What each kind of field takes, and what it refuses; each is made anew. */
const kinds: Readonly<Record<string, { kind(): z.ZodType; takes: readonly unknown[]; refuses: readonly unknown[] }>> = {
  'A host name': {
    kind: hostName,
    takes: [
      'm',
      'mim',
      '_m',
      'MIM-01_a',
      'mim.contoso.com',
      'm.c.com',
      a(63),
      `${a(63)}.${a(63)}`,
      `${a(63)}.${a(63)}.${a(63)}.${a(61)}`,
    ],
    refuses: [
      '',
      '-mim',
      'mim-',
      'mim.',
      '.mim',
      'mim..com',
      'mim.-c',
      'mim.c-',
      'mim/',
      'a b',
      'mim:80',
      a(64),
      `m.${a(64)}`,
      `${a(63)}.${a(63)}.${a(63)}.${a(62)}`,
    ],
  },
  'A host name for others': {
    kind: reachableHostName,
    takes: ['mim.contoso.com', 'localhosts', 'mylocalhost'],
    refuses: ['localhost', 'LOCALHOST', 'localhost.localdomain', '127.0.0.1', '127.10.20.30'],
  },
  'The name of an SQL Server': {
    kind: sqlServer,
    takes: [
      's',
      '_s',
      'sql01',
      'sql-01_a',
      'sql01.contoso.com',
      's.c',
      'sql01\\MIM',
      'sql01\\_M',
      'sql01\\&M',
      'sql01\\#M',
      'sql01\\M$#&_9',
      `sql01\\M${a(15)}`,
      'sql01,1',
      'sql01,1433',
      'sql01,9999',
      'sql01,10000',
      'sql01,59999',
      'sql01,60000',
      'sql01,64999',
      'sql01,65000',
      'sql01,65499',
      'sql01,65500',
      'sql01,65529',
      'sql01,65530',
      'sql01,65535',
      'sql01\\MIM,1433',
      'sql01.contoso.com\\MIM,1433',
      a(253),
      `${a(253)}\\MIM`,
      `${a(253)},1433`,
      'sql01\\MSSQLSERVER1',
      'MSSQLSERVER',
    ],
    refuses: [
      '',
      '-sql',
      'sql-',
      '.sql',
      'sql.',
      'sql..c',
      'sql.-c',
      'sql.c-',
      'sql01\\',
      'sql01\\1M',
      'sql01\\$M',
      'sql01\\M-',
      `sql01\\M${a(16)}`,
      'sql01,',
      'sql01,0',
      'sql01,01',
      'sql01,65536',
      'sql01,65540',
      'sql01,65600',
      'sql01,66000',
      'sql01,70000',
      'sql01,100000',
      'sql01,x',
      'sql01,1433\\MIM',
      ' sql01',
      'sql01 ',
      'sql 01',
      a(254),
      `${a(254)}\\MIM`,
      'sql01\\MSSQLSERVER',
      'sql01\\mssqlserver',
      'sql01\\MSSQLSERVER,1433',
      'sql01/MIM',
      'sql01\\MIM\\MIM',
    ],
  },
  'An account with its domain': {
    kind: domainAccount,
    takes: [
      'c\\s',
      '_c\\s',
      'contoso\\svcMIM',
      'contoso.com\\svcMIM',
      'con-to_so\\svcMIM',
      'contoso\\svc MIM',
      'contoso\\gmsa$',
      `contoso\\${a(20)}`,
      `${a(253)}\\svcMIM`,
      'contoso\\ä',
      "contoso\\o'neil",
      'contoso\\s-v.c',
    ],
    refuses: [
      '',
      'svcMIM',
      '\\svcMIM',
      'contoso\\',
      '.c\\svcMIM',
      '-c\\svcMIM',
      'c c\\svcMIM',
      'contoso\\ svc',
      'contoso\\svc ',
      'contoso\\s:c',
      'contoso\\:',
      'contoso\\s:',
      `contoso\\${a(21)}`,
      `${a(254)}\\svcMIM`,
      'contoso\\a\\b',
      'x contoso\\svc',
      'contoso\\a\u0007b',
      'contoso\\s@c',
    ],
  },
  'An account alone': {
    kind: accountName,
    takes: ['s', 'svcMIM', 'svc MIM', 'gmsa$', a(20), 'ä', "o'neil"],
    refuses: ['', ' svc', 'svc ', ' ', ':', 's:c', 's:', ':s', a(21), 'contoso\\svc', 'svc@contoso.com', 'a\u0007b'],
  },
  'A domain': {
    kind: domainName,
    takes: ['c', '_c', 'contoso', 'contoso.com', 'con-to_so', a(255)],
    refuses: ['', '.c', '-c', 'c.', 'c-', 'con toso', 'contoso\\x', a(256)],
  },
  'A GUID': {
    kind: guid,
    takes: [
      '48b15b07-ae4a-ae4a-ae4a-8850556d6b76',
      '48B15B07-AE4A-AE4A-AE4A-8850556D6B76',
      ' {48b15b07-ae4a-ae4a-ae4a-8850556d6b76}: \u200e',
    ],
    refuses: [
      '',
      '48b15b07',
      '48b15b07-ae4a-ae4a-8850556d6b76',
      '48b15b07-ae4a-ae4a-ae4a-8850556d6b7',
      '48b15b07-ae4a-ae4a-ae4a-8850556d6b760',
      '148b15b07-ae4a-ae4a-ae4a-8850556d6b76',
      'g8b15b07-ae4a-ae4a-ae4a-8850556d6b76',
      '48b15b07-ae4a-ae4a-ae4a-ae4a-8850556d6b76',
    ],
  },
  'A thumbprint': {
    kind: thumbprint,
    takes: [`${a(40)}`, 'A1'.repeat(20), `\u200e${'aa '.repeat(20)}`],
    refuses: ['', a(39), a(41), `${a(39)}g`],
  },
  'The address of a web site': {
    kind: webAddress,
    takes: ['http://m', 'https://mim.contoso.com', 'HTTP://mim/path?x=1', `http://mim/${a(2037)}`],
    refuses: [
      '',
      'mim',
      'http://',
      'http:///path',
      'ftp://mim',
      'xhttp://mim',
      'see http://mim',
      'http://mim contoso',
      'http://mim/a b',
      'http://ada@mim',
      'http://mim:99999',
      `http://mim/${a(2038)}`,
      'http://mim/\u0007',
      'http://\\mim',
    ],
  },
  'A port': { kind: port, takes: [1, 80, 65535], refuses: [0, -1, 65536, 1.5, '80', undefined] },
};

describe.each(Object.entries(kinds))('%s', (_, { kind, takes, refuses }) => {
  it.each(takes)('may be %j', (value) => {
    expect(kind().safeParse(value).error?.issues).toBeUndefined();
  });

  it.each(refuses)('is not %j', (value) => {
    expect(kind().safeParse(value).success).toBe(false);
  });
});

describe('What is put around an ID by dialogs', () => {
  it('is taken away', () => {
    expect(guid().parse(' {48b15b07-ae4a-ae4a-ae4a-8850556d6b76}')).toBe('48b15b07-ae4a-ae4a-ae4a-8850556d6b76');
    expect(thumbprint().parse(`\u200e${'aa '.repeat(20)}`)).toBe(a(40));
  });
});

describe('This computer', () => {
  it.each(['localhost', 'LocalHost', 'localhost.localdomain', '127.0.0.1', '127.255.255.254', '::1', '[::1]'])(
    'is %s',
    (host) => {
      expect(isLocalhost(host)).toBe(true);
    },
  );

  it.each(['localhosts', 'mylocalhost', '127.0.0', '127.0.0.1.2', '1127.0.0.1', '::11', '::2', 'mim'])('is not %s', (host) => {
    expect(isLocalhost(host)).toBe(false);
  });
});
