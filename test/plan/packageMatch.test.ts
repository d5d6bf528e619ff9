import { describe, expect, it } from 'vitest';
import { askedBy, matchesFor } from '../../machines/plan/packageMatch.ts';
import { choices, control, packageAsking } from './packageAsking.ts';

const found = (...of: Parameters<typeof matchesFor>) => matchesFor(...of).map(({ property }) => property);

describe('How a page asks for an answer', () => {
  it('is told in its words: its label, its page, and what it shows for each value', () => {
    expect(askedBy('cloud.cloud')).toEqual({
      label: 'Azure cloud',
      page: 'Azure Cloud Select the Azure cloud that holds your tenant',
      secret: false,
      words: {
        global: 'Azure AD',
        china: 'Azure AD China operated by 21Vianet',
        governmentDod: 'Microsoft 365 Government - DoD',
      },
    });
  });

  it.each([
    ['mailboxApplication.applicationId', 'Application ID', false, {}],
    ['mailboxApplication.clientSecret', 'Client Secret', true, {}],
    ['POLL_EXCHANGE_ENABLED', 'Polling of the mailbox', false, { 0: 'no', 1: 'yes' }],
    ['MAIL_SERVER', 'Mail server host name', false, {}],
  ])('%s is “%s”; that it is a secret is %s', (name, label, secret, words) => {
    expect(askedBy(name)).toMatchObject({ label, secret, words });
  });

  it('is nothing where no page declares it', () => {
    expect(askedBy('NOBODYS')).toBeUndefined();
  });
});

describe('The controls that may ask for an answer', () => {
  const applicationId = 'mailboxApplication.applicationId';
  const label = 'Application ID:';

  it('are those labelled alike, or that offer the same', () => {
    const cloud = choices({ W: 'Azure AD', C: 'Azure AD China', G: 'Microsoft 365 Government - DoD' });
    const asks = packageAsking([
      control('OTHER', { label: 'Client Secret' }),
      control('BY_LABEL', { label: 'Azure cloud' }),
      control('BY_CHOICES', { choices: cloud }),
      control('BY_BOTH', { label: 'Azure cloud', choices: cloud }),
    ]);
    expect(found('cloud.cloud', asks)).toEqual(['BY_BOTH', 'BY_LABEL', 'BY_CHOICES']);
  });

  it.each([
    ['has half of the words of its label', applicationId, control('HALF', { label: 'Application form' }), 'It is labelled'],
    [
      'offers half of its choices',
      'POLL_EXCHANGE_ENABLED',
      control('HALF', { choices: choices({ Y: 'yes' }) }),
      'It offers 1 of',
    ],
  ])('may be one that %s, and says so', (_, name, half, ground) => {
    expect(matchesFor(name, packageAsking([half]))).toMatchObject([
      { property: 'HALF', grounds: [expect.stringContaining(ground)] },
    ]);
  });

  it('are none for what no page declares', () => {
    expect(matchesFor('NOBODYS', packageAsking([control('NOBODYS', { label: 'Application ID' })]))).toEqual([]);
  });

  it('that show as dots what is typed come first for a secret, and last for any other answer', () => {
    const ways = (text: string) =>
      packageAsking([control('SHOWN', { label: text }), control('DOTS', { label: text, password: true })]);
    const reversed = (text: string) => ({ ...ways(text), dialogs: ways(text).dialogs.toReversed() });
    for (const made of [ways, reversed]) {
      expect(found('mailboxApplication.clientSecret', made('Client Secret'))).toEqual(['DOTS', 'SHOWN']);
      expect(found(applicationId, made(label))).toEqual(['SHOWN', 'DOTS']);
    }
  });

  it('say that what is typed does not show where that speaks for them: for a secret alone', () => {
    const hidden = 'What is typed into it does not show.';
    const said = (name: string, text: string, password: boolean) =>
      matchesFor(name, packageAsking([control('KEY', { label: text, password })]))[0]?.grounds.includes(hidden);
    const secret = 'mailboxApplication.clientSecret';
    expect([said(secret, 'Client Secret', true), said(secret, 'Client Secret', false)]).toEqual([true, false]);
    expect([said(applicationId, label, true), said(applicationId, label, false)]).toEqual([false, false]);
  });

  it('of a dialog that has the words of the page come first, and say so', () => {
    const asks = packageAsking([control('ELSEWHERE', { label, dialog: 'D1' }), control('THERE', { label, dialog: 'D2' })], {
      screens: [
        { dialog: 'D1', texts: ['Something else'] },
        { dialog: 'D2', texts: [askedBy(applicationId)!.page] },
      ],
    });
    const [first, second] = matchesFor(applicationId, asks);
    expect(first).toMatchObject({
      property: 'THERE',
      grounds: ['It is labelled “Application ID:”, as “Application ID” here.', 'Its dialog D2 has the words of this page.'],
    });
    expect(second).toMatchObject({
      property: 'ELSEWHERE',
      grounds: ['It is labelled “Application ID:”, as “Application ID” here.'],
    });
  });

  it('are found where the words of their dialog are not known', () => {
    expect(matchesFor(applicationId, packageAsking([control('APP', { label })]))[0]?.grounds).toEqual([
      'It is labelled “Application ID:”, as “Application ID” here.',
    ]);
  });

  it('set a property that a command line can set, and that carries no other answer; each property is told once', () => {
    const asks = packageAsking([
      control('private', { label }),
      control('TAKEN', { label }),
      control('TWICE', { label: 'Your application' }),
      control('TWICE', { label, dialog: 'Better' }),
    ]);
    const matches = matchesFor(applicationId, asks, new Set(['TAKEN']));
    expect(matches.map(({ property, dialog }) => [property, dialog])).toEqual([['TWICE', 'Better']]);
  });

  it('are the likeliest five', () => {
    const alike = Array.from({ length: 6 }, (_, at) => control(`ALIKE_${at}`, { label: 'Application' }));
    const matches = found(applicationId, packageAsking([...alike, control('SAME', { label })]));
    expect(matches).toHaveLength(5);
    expect(matches[0]).toBe('SAME');
  });

  it('say how much of what the page offers they do, and what they write for it', () => {
    const some = choices({ W: 'Azure AD', G: 'Microsoft 365 Government - DoD', X: 'A private cloud' });
    const [match] = matchesFor('cloud.cloud', packageAsking([control('KIND', { choices: some })]));
    expect(match).toMatchObject({
      values: { global: 'W', governmentDod: 'G' },
      grounds: ['It offers 2 of the 3 that this page offers.'],
    });
  });

  it.each([[{ W: 'Azure AD', C: 'Azure AD China' }], [{ C: 'Azure AD China', W: 'Azure AD' }]])(
    'write for each choice what they show in the most similar words, in whatever order they stand: %j',
    (texts) => {
      const [match] = matchesFor('cloud.cloud', packageAsking([control('KIND', { choices: choices(texts) })]));
      expect(match?.values).toEqual({ global: 'W', china: 'C' });
    },
  );

  it('write the same for no two choices', () => {
    const one = control('KIND', { label: 'Azure cloud', choices: choices({ W: 'Azure AD' }) });
    expect(matchesFor('cloud.cloud', packageAsking([one]))[0]?.values).toEqual({ global: 'W' });
  });
});
