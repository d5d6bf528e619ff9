/** The kinds of mail server, each in the words of the original (guide, Common deployment steps, 9). */
export const mailServers = {
  exchange: 'Exchange Server 2013 or later',
  office365: 'Office 365',
  office365China: 'Office 365 operated by 21Vianet',
  office365Government: 'Office 365 Government GCC High and DoD',
  smtp: 'SMTP',
  none: 'None',
} as const;

/** The ways to sign in to a mail server, each in the words of the original. */
export const authentications = {
  basic: 'Basic Authentication',
  applicationContext: 'Application Context Authentication',
  integratedWindows: 'Integrated Windows Authentication',
} as const;

/** Our name of a kind of mail server. */
export type MailServer = keyof typeof mailServers;
/** Our name of a way to sign in to it. */
export type Authentication = keyof typeof authentications;
/** A letter of the guide's deployment options. */
export type Option = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I';
type Account = 'regular' | 'managed';
type MailFamily = 'exchange' | 'office365' | 'smtp' | 'none';

/** What a letter of the guide stands for, and which fields of the service account page it asks for. */
export interface MailOption {
  readonly option: Option;
  readonly account: Account;
  readonly mail: MailFamily;
  readonly authentication: Authentication | null;
  readonly asksFor: { readonly password: boolean; readonly email: boolean; readonly emailPassword: boolean };
}

/** The guide's table of deployment options ("Deployment options", and options A to I). Any other combination is refused. */
export const mailOptions: readonly MailOption[] = [
  row('A', 'regular', 'exchange', 'integratedWindows', ['password', 'email']),
  row('B', 'regular', 'office365', 'basic', ['password', 'email', 'emailPassword']),
  row('C', 'regular', 'office365', 'applicationContext', ['password', 'email']),
  row('D', 'regular', 'smtp', 'integratedWindows', ['password', 'email']),
  row('E', 'regular', 'none', null, ['password']),
  row('F', 'managed', 'exchange', 'integratedWindows', ['email', 'emailPassword']),
  row('G', 'managed', 'office365', 'basic', ['email', 'emailPassword']),
  row('H', 'managed', 'office365', 'applicationContext', ['email']),
  row('I', 'managed', 'none', null, []),
];

/** The choices of the mail server page. */
export interface MailChoice {
  readonly type: MailServer;
  readonly authentication?: Authentication | undefined;
  readonly managedServiceAccount: boolean;
}

/**
 * The guide's option for these choices, or null where the installer supports no such combination.
 *
 * @example mailOptionOf({ type: 'none', managedServiceAccount: true })?.option // 'I'
 */
export function mailOptionOf({ type, authentication, managedServiceAccount }: MailChoice): MailOption | null {
  return (
    mailOptions.find(
      (option) =>
        option.account === (managedServiceAccount ? 'managed' : 'regular') &&
        option.mail === familyOf(type) &&
        option.authentication === (authentication ?? null),
    ) ?? null
  );
}

/**
 * What works in place of choices that don't go together, a line each: the options with the same mail server, and of these the ones with
 * the same kind of account first.
 */
export function optionsNear({ type, managedServiceAccount }: MailChoice): string[] {
  const same = mailOptions.filter(({ mail }) => mail === familyOf(type));
  const asAccount = same.filter(({ account }) => account === (managedServiceAccount ? 'managed' : 'regular'));
  return [...asAccount, ...same.filter((option) => !asAccount.includes(option))].map(
    (option) => `${option.option}: ${titleOfOption(option)}`,
  );
}

/** An option in words, such as "Office 365, Basic Authentication, regular service account". */
export function titleOfOption({ mail, authentication, account }: MailOption): string {
  const server = mail === 'none' ? 'No mail server' : mailServers[mail];
  const kind = account === 'managed' ? 'group managed service account' : 'regular service account';
  return [server, ...(authentication ? [authentications[authentication]] : []), kind].join(', ');
}

function familyOf(type: MailServer): MailFamily {
  return type === 'office365China' || type === 'office365Government' ? 'office365' : type;
}

function row(
  option: Option,
  account: Account,
  mail: MailFamily,
  authentication: Authentication | null,
  fields: readonly (keyof MailOption['asksFor'])[],
): MailOption {
  const asksFor = {
    password: fields.includes('password'),
    email: fields.includes('email'),
    emailPassword: fields.includes('emailPassword'),
  };
  return { option, account, mail, authentication, asksFor };
}
