import { describe, expect, it } from 'vitest';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { PageId, ScreenId } from '../../machines/pages/screens.ts';
import { titleOf, wordedAnswers } from '../../machines/plan/wordedAnswers.ts';

type Given = Pick<WizardContext, 'trail' | 'answers'>;

describe('What was answered', () => {
  it.each<[string, PageId, object, Record<string, string>]>([
    ['text as it is', 'database', { name: 'None' }, { 'Database Name': 'None' }],
    ['a number', 'resetPortal', { port: 8080 }, { Port: '8080' }],
    ['a tick', 'resetPortal', { openPort: true }, { 'Open port in firewall': 'yes' }],
    ['no tick', 'resetPortal', { openPort: false }, { 'Open port in firewall': 'no' }],
    ['a choice', 'mailServer', { type: 'none' }, { 'Mail Server': 'None' }],
    ['a secret', 'serviceAccount', { password: { secret: 'sealed' } }, { 'Service Account Password': '(secret)' }],
    [
      'fields in a field',
      'database',
      { checkAs: { method: 'sql', user: 'sa', password: { secret: 'sealed' } } },
      { 'Check with another account': 'Kind of account: A SQL login, User: sa, Password: (secret)' },
    ],
    [
      'fields that their page does not have any more',
      'database',
      { collation: { name: 'Latin1', sensitive: true }, checkAs: { realm: 'CONTOSO' } },
      { collation: 'name: Latin1, sensitive: yes', 'Check with another account': 'realm: CONTOSO' },
    ],
  ])('is told in the words of its page: %s', (_, page, answers, told) => {
    const worded = wordedAnswers({ trail: [page], answers: { [page]: answers } } as unknown as Given);
    expect(worded.map(({ page: of }) => of)).toEqual(Object.keys(told).map(() => page));
    expect(Object.fromEntries(worded.map(({ label, value }) => [label, value]))).toEqual(told);
  });

  it('is told in the order of the trail, and of its pages alone', () => {
    const trail: ScreenId[] = ['cloud', 'database', 'databaseBackupWarning', 'mailServer', 'certificate'];
    const answers = {
      mailServer: { host: 'm' },
      serviceAccount: { name: 'n' },
      cloud: { cloud: 'china' },
      database: { name: 'd' },
    };
    expect(wordedAnswers({ trail, answers } as unknown as Given)).toMatchObject([
      { page: 'cloud', field: 'cloud' },
      { page: 'database', field: 'name' },
      { page: 'mailServer', field: 'host' },
    ]);
  });
});

describe('The title of a screen', () => {
  it.each<[string, ScreenId, string]>([
    ['is its own', 'cloud', 'Azure Cloud'],
    [
      'has what tells it apart from others with the same',
      'database',
      'Configure Common Services: Configure the MIM database connection',
    ],
  ])('%s', (_, screen, title) => {
    expect(titleOf(screen)).toBe(title);
  });
});
