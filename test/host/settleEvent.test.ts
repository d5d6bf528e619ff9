import { describe, expect, it } from 'vitest';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { DialogProperty, PackageAsks } from '../../machines/ports/packageListing.ts';
import type { PackageSettlement } from '../../machines/ports/packageSettlement.ts';
import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import { Refusal } from '../../server/host/refusal.ts';
import { type Settle, settleEvent } from '../../server/host/settleEvent.ts';
import { revive, type Snapshot } from '../../server/host/transition.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';

const cloud: DialogProperty = {
  dialog: 'CloudDlg',
  control: 'Cloud',
  type: 'ComboBox',
  property: 'AZURE_CLOUD',
  label: 'Azure cloud:',
  password: false,
  choices: [
    { value: 'W', text: 'Azure AD' },
    { value: 'C', text: 'Azure AD China' },
  ],
};
const product = { productName: 'Stand-in', productCode: '{1}', productVersion: '4.6.421.0' };
const asks: PackageAsks = {
  from: 'file',
  ...product,
  dialogs: [cloud],
  screens: [],
  properties: ['AZURE_CLOUD', 'TENANT', 'SECRET', 'POLL_EXCHANGE_ENABLED', 'SQLSERVER_SERVER', 'MAIL_SERVER_KIND'],
};

describe('An open answer that is settled', () => {
  it('is so by a property of the package, with the words that the package writes, by whom, when, and of which package', () => {
    const event = settle('C', { name: 'cloud.cloud', property: 'AZURE_CLOUD' });
    expect(event).toEqual({
      type: 'settle',
      name: 'cloud.cloud',
      settlement: {
        property: 'AZURE_CLOUD',
        values: { global: 'W', china: 'C' },
        for: 'installation',
        who: 'ada',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        product,
        asked: { dialog: 'CloudDlg', control: 'Cloud', type: 'ComboBox', label: 'Azure cloud:' },
      },
    });
  });

  it('is of the very control that sets its property, where several ask for the same', () => {
    const other = { ...cloud, dialog: 'OtherDlg', property: 'OTHER_CLOUD' };
    const both = { ...asks, dialogs: [cloud, other], properties: [...asks.properties, 'OTHER_CLOUD'] };
    const dialogOf = (property: string) => {
      const event = settle('C', { name: 'cloud.cloud', property }, both);
      return (event as unknown as { readonly settlement: PackageSettlement }).settlement.asked?.dialog;
    };
    expect([dialogOf('AZURE_CLOUD'), dialogOf('OTHER_CLOUD')]).toEqual(['CloudDlg', 'OtherDlg']);
  });

  it('has the words that were given, where some were', () => {
    const event = settle('C', { name: 'cloud.cloud', property: 'AZURE_CLOUD', values: { global: 'WORLD' }, for: 'package' });
    expect(event).toMatchObject({ settlement: { values: { global: 'WORLD' }, for: 'package' } });
  });

  it('has no words of its own where any text can be typed, and says nothing of a dialog where none asks for it', () => {
    const event = settle('C', { name: 'mailboxApplication.tenantId', property: 'TENANT' });
    expect(event).toMatchObject({ settlement: { property: 'TENANT' } });
    const { settlement } = event as unknown as { readonly settlement: object };
    expect(settlement).not.toHaveProperty('values');
    expect(settlement).not.toHaveProperty('asked');
  });

  it('takes a secret as it is', () => {
    expect(settle('C', { name: 'mailboxApplication.clientSecret', property: 'SECRET' })).toMatchObject({
      settlement: { property: 'SECRET' },
    });
  });

  it('on which sources disagree is passed on as the plan has it, where no words are given', () => {
    expect(settle('C', { name: 'POLL_EXCHANGE_ENABLED', property: 'POLL_EXCHANGE_ENABLED' })).toMatchObject({
      settlement: { property: 'POLL_EXCHANGE_ENABLED' },
    });
  });

  it('is open again where its settlement is taken back', () => {
    expect(settle('C', { name: 'cloud.cloud', property: null })).toEqual({
      type: 'settle',
      name: 'cloud.cloud',
      settlement: null,
    });
  });
});

describe('What cannot settle an answer is refused by name:', () => {
  it.each<[string, Partial<Settle> & { readonly name: string }, field: string, RegExp]>([
    [
      'a property that the package does not have',
      { name: 'cloud.cloud', property: 'NOT_THERE' },
      'property',
      /knows no property NOT_THERE/,
    ],
    ['one that no command line can set', { name: 'cloud.cloud', property: 'Private' }, 'property', /knows no property Private/],
    [
      'one that carries another answer',
      { name: 'cloud.cloud', property: 'SQLSERVER_SERVER' },
      'property',
      /SQLSERVER_SERVER carries another answer/,
    ],
    [
      'words for a secret',
      { name: 'mailboxApplication.clientSecret', property: 'SECRET', values: { a: 'b' } },
      'values',
      /It is a secret: it is passed on as it is/,
    ],
    [
      'words for a value that the page does not have',
      { name: 'cloud.cloud', property: 'AZURE_CLOUD', values: { global: 'W', moon: 'M' } },
      'values',
      /no value moon\. It has global, /,
    ],
    [
      'a choice without the word that the package has for it',
      { name: 'mailServer.cloud', property: 'MAIL_SERVER_KIND' },
      'values',
      /Say what the package writes for “.+”: values: \{ "office365": "…" \}/,
    ],
    [
      'words for other choices than the one that was made',
      { name: 'mailServer.cloud', property: 'MAIL_SERVER_KIND', values: { dod: 'D' } },
      'values',
      /Say what the package writes for/,
    ],
    [
      'words for a text, of which none is the one that was given',
      { name: 'mailboxApplication.tenantId', property: 'TENANT', values: { a: 'b' } },
      'values',
      /Say what the package writes for “[0-9a-f-]{36}”/,
    ],
  ])('%s', (_, body, field, message) => {
    const refusal = refusedBy(() => settle('C', body));
    expect(refusal).toMatchObject({ code: 'invalid-answers', message: expect.stringMatching(message) });
    expect(refusal.particulars).toMatchObject({
      errors: [{ code: 'invalid', field }],
    });
  });

  it('anything by a package that does not say which one it is', () => {
    const refusal = refusedBy(() =>
      settle('C', { name: 'cloud.cloud', property: 'AZURE_CLOUD' }, { ...asks, productCode: null }),
    );
    expect(refusal.message).toMatch(/does not say which one it is/);
  });

  it.each(['nowhere.nothing', 'accounts.service', 'SQLSERVER_SERVER', 'mailServer.type'])(
    '%s, which is no open answer',
    (name) => {
      expect(refusedBy(() => settle('C', { name, property: 'TENANT' }))).toMatchObject({ code: 'not-found' });
    },
  );

  it('anything before a package is known', () => {
    expect(
      refusedBy(() => settleEvent(atReady('C'), body({ name: 'cloud.cloud', property: 'AZURE_CLOUD' }), 'ada')),
    ).toMatchObject({ code: 'not-now' });
  });
});

function settle(option: Option, about: Partial<Settle> & { readonly name: string }, packageAsks = asks) {
  return settleEvent(atReady(option, { packageAsks }), body(about), 'ada');
}

function body(about: Partial<Settle> & { readonly name: string }): Settle {
  return { type: 'settle', property: null, for: 'installation', ...about };
}

/** The review, once its checks have ended. */
function atReady(option: Option, known: Partial<WizardContext> = {}): Snapshot {
  const walk = new Walk();
  walk.to('ready', answersFor(option));
  walk.end([]);
  return revive({ ...walk.kept, context: { ...walk.context, ...known } });
}

function refusedBy(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
