import { z } from 'zod';
import { ewsRetirementNote } from '../vocabulary/ewsRetirement.ts';
import { governmentCloudOf, mailHost } from '../vocabulary/mailHost.ts';
import { authentications, type MailOption, mailOptions, mailServers, titleOfOption } from '../vocabulary/mailOptions.ts';
import { optional, whenField } from './appliesWhen.ts';
import { definePage, type Preset } from './definePage.ts';
import { defineErrorBox } from './defineScreen.ts';
import { checkbox, choice, hostName, yesOrNo } from './fieldKinds.ts';

/** How the MIM Service sends and receives mail (guide, Common deployment steps, 9, and step 1 of each option). */
export const mailServerScreens = {
  mailServer: definePage({
    title: 'Configure Common Services',
    subtitle: 'Configure mail server connection',
    step: 'Common deployment steps, 9, and step 1 of each option',
    guidance: 'Choose how the MIM Service sends and receives mail, and whether it runs as a group managed service account.',
    team: 'mail',
    teamOf: { managedServiceAccount: 'directory' },
    fields: z.strictObject({
      type: choice(mailServers).meta({ title: 'Mail Server', default: 'exchange' }),
      host: hostName()
        .meta({ title: 'Mail server host name', examples: ['mail.contoso.com'], description: 'For Exchange and SMTP.' })
        .optional(),
      authentication: choice(authentications).meta({ title: 'Authentication', default: 'integratedWindows' }).optional(),
      managedServiceAccount: checkbox().meta({ title: 'Use Group Managed Service Account', default: false }),
      governmentCloud: choice({ gccHigh: 'GCC High', dod: 'DoD' })
        .meta({ title: 'Government cloud', description: "Left out, DoD where the tenant's cloud is DoD, else GCC High." })
        .optional(),
    }),
    applies: {
      host: whenField('type', 'exchange', 'smtp'),
      authentication: whenField('type', 'exchange', 'office365', 'office365China', 'office365Government', 'smtp'),
      governmentCloud: optional(whenField('type', 'office365Government')),
    },
    proposed: { governmentCloud: ({ cloud }) => governmentCloudOf(cloud) },
    presets: mailOptions.map(presetOf),
    notes: [
      {
        code: 'smtp-without-outlook-add-in',
        message:
          'With an SMTP server, approvals from the Outlook add-in are not possible, and only a regular service account works.',
        ...whenField('type', 'smtp'),
      },
      {
        code: 'basic-authentication-unsupported',
        message: 'Office 365 no longer supports Basic Authentication. Application Context Authentication is recommended.',
        ...whenField('authentication', 'basic'),
      },
      {
        code: 'exchange-web-services-end',
        message: ewsRetirementNote,
        ...whenField('type', 'office365', 'office365China', 'office365Government'),
      },
      {
        code: 'government-clouds',
        message:
          'GCC High and DoD have mail hosts of their own: outlook.office365.us and outlook-dod.office365.us. Choose the cloud that the mailbox is in; the check of the sign-in names that of the tenant.',
        ...whenField('type', 'office365Government'),
      },
      {
        code: 'application-context-minimum-build',
        message: 'Application Context Authentication needs build 4.6.421.0 or later of the installer.',
        ...whenField('authentication', 'applicationContext'),
      },
    ],
    checks: {
      'mail-reachable': { title: 'Connection to the mail server' },
      'mail-authentication': { title: 'Authentication offered by the mail server' },
      'mail-encryption': { title: 'Encryption of the connection to the mail server' },
    },
    properties: {
      MAIL_SERVER: {
        field: 'type',
        label: 'Mail server host name',
        words: {},
        value: ({ type, host, governmentCloud }, { cloud }) =>
          type === 'none' ? 'localhost' : mailHost(type, host, governmentCloud, cloud),
        doubt: ({ type }) =>
          type === 'none'
            ? 'Without a mail server, the guide to the Volume License edition enters localhost and clears the boxes beside it (Microsoft Learn, "Install MIM 2016: MIM Service and Portal"). What the choice None of this edition sets is not publicly known.'
            : undefined,
      },
      MAIL_SERVER_USE_SSL: {
        field: 'type',
        label: 'Encrypted connection to the mail server',
        words: yesOrNo,
        readings: [{ values: { 0: '1' }, source: '1 is with encryption, for an SMTP server that offers it.' }],
        value: ({ type }) => (type === 'none' || type === 'smtp' ? '0' : '1'),
        doubt: ({ type }) =>
          type === 'smtp'
            ? 'Exchange is always reached by https; whether an SMTP server is reached encrypted, the page does not ask. 0 is without.'
            : undefined,
      },
      MAIL_SERVER_IS_EXCHANGE: { field: 'type', value: ({ type }) => (type === 'exchange' || isOffice365(type) ? '1' : '0') },
      MAIL_SERVER_IS_EXCHANGE_ONLINE: { field: 'type', value: ({ type }) => (isOffice365(type) ? '1' : '0') },
      POLL_EXCHANGE_ENABLED: {
        field: 'type',
        label: 'Polling of the mailbox',
        words: yesOrNo,
        readings: [{ values: { 1: '0' }, source: "Microsoft's own module passes 0." }],
        value: ({ type }) => (type === 'exchange' || isOffice365(type) ? '1' : '0'),
        doubt: ({ type }) =>
          isOffice365(type)
            ? "For Office 365, Microsoft's own module passes 0, and its guide to the Volume License edition sets PollExchangeEnabled to 1 after the installation (HKLM\\SYSTEM\\CurrentControlSet\\Services\\FIMService). Other scripts pass 1."
            : undefined,
      },
      USE_MANAGED_ACCOUNT_FOR_SERVICE: {
        field: 'managedServiceAccount',
        value: ({ managedServiceAccount }) => (managedServiceAccount ? '1' : undefined),
      },
      'mailServer.type': {
        field: 'type',
        provenance: 'unknown',
        note: 'How the installer is told that there is no mail server is not publicly known: MAIL_SERVER is set as the Volume License edition has it. Reading the package shows it.',
        value: ({ type }) => (type === 'none' ? type : undefined),
        words: { none: mailServers.none },
      },
      'mailServer.authentication': {
        field: 'authentication',
        provenance: 'unknown',
        note: 'The property that chooses Basic or Application Context Authentication is not publicly known. Reading the package shows it.',
        value: ({ type, authentication }) => (isOffice365(type) ? authentication : undefined),
      },
      'mailServer.cloud': {
        field: 'type',
        provenance: 'unknown',
        note: 'The property that chooses the Office 365 cloud is not publicly known. Reading the package shows it.',
        value: ({ type, governmentCloud }, { cloud }) =>
          type === 'office365Government' ? (governmentCloud ?? governmentCloudOf(cloud)) : isOffice365(type) ? type : undefined,
        words: {
          office365: mailServers.office365,
          office365China: mailServers.office365China,
          gccHigh: mailServers.office365Government,
          dod: mailServers.office365Government,
        },
      },
    },
  }),

  incompatibleMailAuthentication: defineErrorBox({
    title: 'Invalid Mail Authentication',
    step: 'Common deployment steps, 9',
    guidance: 'Authentication method selected is not supported by this Mail Server.',
  }),
};

/** An option of the guide as one choice. Every Office 365 cloud has the same ones. */
function presetOf(option: MailOption): Preset {
  const { mail, authentication, account, asksFor } = option;
  const needs = [
    mail === 'exchange' || mail === 'smtp' ? ['the host name of the mail server'] : [],
    authentication === 'applicationContext' ? ['an application that may open the mailbox'] : [],
    asksFor.password ? ["the service account's password"] : [],
    asksFor.email ? ["the service account's e-mail address"] : [],
    asksFor.emailPassword ? ["the mailbox's password"] : [],
  ].flat();
  return {
    id: option.option,
    title: titleOfOption(option),
    needs: needs.length > 0 ? `Needs ${needs.join(', ')}.` : 'Needs nothing more.',
    answers: {
      type: mail === 'office365' ? ['office365', 'office365China', 'office365Government'] : [mail],
      ...(authentication && { authentication: [authentication] }),
      managedServiceAccount: [account === 'managed'],
    },
  };
}

function isOffice365(type: keyof typeof mailServers): boolean {
  return type.startsWith('office365');
}
