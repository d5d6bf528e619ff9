import { z } from 'zod';
import { authentications, mailServers } from '../mailOptions.ts';
import { definePage } from './definePage.ts';
import { defineConfirmation, defineErrorBox, defineWarning } from './defineScreen.ts';
import { checkbox, choice, domainName, guid, hostName, printable, secret, sqlServer } from './fields.ts';
import { optional, whenFacts, whenField } from './when.ts';

const title = 'Configure Common Services';

export const commonServicesScreens = {
  database: definePage({
    title,
    subtitle: 'Configure the MIM database connection',
    step: 'Common deployment steps, 7',
    guidance:
      'Name the SQL Server and the database. For a failover cluster or an Always On availability group, name the cluster or the listener. Setup signs in with the Windows account that runs it.',
    fields: z.strictObject({
      server: sqlServer().meta({
        title: 'Database Server',
        examples: ['contosoagl.contoso.com'],
        description: 'Server or Server\\Instance. Give a SQL alias rather than a port: the installer is known to fail on one.',
      }),
      name: z
        .string()
        .min(1, 'Enter the name of the database.')
        .max(123, 'A database name has at most 123 characters.')
        .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029"'[\]]*$/u, 'Leave out quotes, brackets and control characters.')
        .meta({ title: 'Database Name', default: 'FIMService', examples: ['FIMService'] }),
      whenExists: choice({ create: 'Create a new database', reuse: 'Re-use the existing database' }).meta({
        title: 'If the database you named above already exists, how do you want to proceed?',
        default: 'create',
      }),
      checkAs: z
        .strictObject({
          method: choice({ ntlm: 'A Windows account (NTLM)', sql: 'A SQL login' }).meta({ title: 'Kind of account' }),
          user: z.string().min(1, 'Enter the user.').max(128).meta({ title: 'User' }),
          password: secret().meta({ title: 'Password' }),
          domain: domainName().meta({ title: 'Domain' }).optional(),
        })
        .meta({
          title: 'Check as',
          description:
            'The account that the check signs in with, where it is not the one this service runs as. The installer does not use it.',
        })
        .optional(),
    }),
    checks: {
      'database-reachable': { title: 'The SQL Server answers' },
      'database-sign-in': { title: 'The check can sign in to it' },
      'database-version': { title: 'Its version is supported' },
      'database-rights': { title: 'The account may create or change the database' },
      'database-full-text': { title: 'Full-text search is installed' },
      'database-presence': { title: 'The database is there, or is not, as the choice needs it', installerRefuses: true },
      'database-kind': { title: 'The database to re-use is one of the MIM Service' },
      'database-encryption': { title: 'The connection is encrypted' },
      'database-port': { title: 'The server is named without a port' },
    },
    properties: {
      SQLSERVER_SERVER: { field: 'server' },
      SQLSERVER_DATABASE: { field: 'name' },
      EXISTINGDATABASE: { field: 'whenExists', value: ({ whenExists }) => (whenExists === 'reuse' ? '1' : '0') },
    },
  }),

  databaseBackupWarning: defineWarning({
    title: 'Database Backup Warning',
    step: 'Common deployment steps, 8',
    guidance: 'The existing database will be changed. Make a backup of the MIM Service database before you go on.',
  }),

  mailServer: definePage({
    title,
    subtitle: 'Configure mail server connection',
    step: 'Common deployment steps, 9, and step 1 of each option',
    guidance: 'Choose how the MIM Service sends and receives mail, and whether it runs as a group managed service account.',
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
        code: 'application-context-minimum-build',
        message: 'Application Context Authentication needs build 4.6.421.0 or later of the installer.',
        ...whenField('authentication', 'applicationContext'),
      },
    ],
    checks: {
      'mail-reachable': { title: 'The mail server answers' },
      'mail-authentication': { title: 'It offers the chosen authentication' },
      'mail-encryption': { title: 'The connection is encrypted' },
    },
    properties: {
      MAIL_SERVER: {
        field: 'type',
        value: ({ type, host, governmentCloud }, { cloud }) => mailHost(type, host, governmentCloud, cloud),
      },
      MAIL_SERVER_USE_SSL: {
        field: 'type',
        value: ({ type }) => (type === 'none' ? undefined : type === 'smtp' ? '0' : '1'),
        doubt: ({ type }) =>
          type === 'smtp'
            ? 'Exchange is always reached by https; whether an SMTP server is reached encrypted, the page does not ask. 0 is without.'
            : undefined,
      },
      MAIL_SERVER_IS_EXCHANGE: { field: 'type', value: ({ type }) => (type === 'exchange' || isOffice365(type) ? '1' : '0') },
      MAIL_SERVER_IS_EXCHANGE_ONLINE: { field: 'type', value: ({ type }) => (isOffice365(type) ? '1' : '0') },
      POLL_EXCHANGE_ENABLED: { field: 'type', value: ({ type }) => (type === 'exchange' || isOffice365(type) ? '1' : '0') },
      USE_MANAGED_ACCOUNT_FOR_SERVICE: {
        field: 'managedServiceAccount',
        value: ({ managedServiceAccount }) => (managedServiceAccount ? '1' : undefined),
      },
      'mailServer.type': {
        field: 'type',
        provenance: 'unknown',
        note: 'How the installer is told that there is no mail server is not publicly known: without MAIL_SERVER, its own default stands. Reading the package shows it.',
        value: ({ type }) => (type === 'none' ? type : undefined),
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
      },
    },
  }),

  incompatibleMailAuthentication: defineErrorBox({
    title: 'Invalid Mail Authentication',
    step: 'Common deployment steps, 9',
    guidance:
      'Authentication method selected is not supported by this Mail Server. Options A to I of the guide are the ones that work.',
  }),

  reportingServer: definePage({
    title,
    subtitle: 'Configure MIM Reporting Service Manager management server connection',
    step: 'Options A to I, System Center Service Manager',
    guidance: 'MIM Reporting works with a System Center Service Manager management server. Name it.',
    fields: z.strictObject({
      host: hostName().meta({ title: 'Management Server', examples: ['scsm.contoso.com'] }),
    }),
    checks: {
      'reporting-server-name': { title: 'The name of the management server resolves' },
      'reporting-server-port': { title: 'The management server answers' },
    },
    properties: { SERVICE_MANAGER_SERVER: { field: 'host' } },
  }),

  mailboxApplication: definePage({
    title,
    subtitle: 'Configure Office 365 mailbox',
    step: 'Options C and H, 3',
    guidance:
      "Enter the application that may open the MIM Service's mailbox, or have it registered now. It is told apart from a user by its ID, its tenant, and a secret.",
    fields: z.strictObject({
      applicationId: guid().meta({ title: 'Application ID', examples: ['48b15b07-ae4a-ae4a-ae4a-8850556d6b76'] }),
      tenantId: guid().meta({ title: 'Tenant ID', examples: ['e4405d02-8c0a-8c0a-8c0a-45239eb45a9f'] }),
      clientSecret: secret().meta({ title: 'Client Secret' }),
    }),
    notes: [
      {
        code: 'application-context-minimum-build',
        message: 'Application Context Authentication needs build 4.6.421.0 or later of the installer.',
        ...whenFacts(() => true),
      },
      {
        code: 'client-secret-expires',
        message: 'A client secret that expires has to be replaced in the MIM Service before it does.',
        ...whenFacts(() => true),
      },
    ],
    checks: {
      'mailbox-application': { title: 'The directory knows the application and takes its secret' },
      'mailbox-access': { title: 'The application may open the mailbox' },
    },
    properties: {
      'mailboxApplication.applicationId': {
        field: 'applicationId',
        provenance: 'unknown',
        note: unknownMailboxProperty('application ID'),
      },
      'mailboxApplication.tenantId': { field: 'tenantId', provenance: 'unknown', note: unknownMailboxProperty('tenant ID') },
      'mailboxApplication.clientSecret': {
        field: 'clientSecret',
        provenance: 'unknown',
        note: unknownMailboxProperty('client secret'),
        value: ({ clientSecret }) => clientSecret,
      },
    },
  }),

  applicationValidationFailed: defineErrorBox({
    title: 'Failed to access Office 365 mailbox',
    step: 'Options C and H, 3',
    guidance:
      'Please check authentication information provided. The directory knows no such tenant or application. Its own words are below.',
  }),

  mailboxAccessFailed: defineErrorBox({
    title: 'Failed to access Office 365 mailbox',
    step: 'Options C and H, 3',
    guidance:
      'Please check authentication information provided. The secret is refused, the permission is missing, or the mailbox does not open. The words of the directory or the mail service are below.',
  }),

  mailboxApplicationConsent: defineConfirmation({
    title: 'Grant admin consent',
    step: 'Preparing for Office 365 Application context authentication',
    guidance:
      'The application is registered, and the account that registered it may not consent for the organization. Have a Global Administrator open the link and accept, then go on.',
  }),

  mailboxApplicationPolicy: defineConfirmation({
    title: 'Restrict the application to the mailbox',
    step: 'Preparing for Office 365 Application context authentication',
    guidance:
      'The application may open every mailbox of the organization until an access policy restricts it. Run the script as an Exchange Online administrator, then go on.',
  }),

  certificate: definePage({
    title,
    subtitle: 'Configure service certificate',
    step: 'Options A to I, certificate',
    guidance: 'Clients recognise the MIM Service by this certificate. A self-issued one will do, unless the note says otherwise.',
    fields: z.strictObject({
      source: choice({
        store: 'Select a certificate located in the local certificate store',
        selfIssued: 'Generate a new self-issued certificate',
      }).meta({ title: 'Certificate', default: 'selfIssued' }),
      subject: z
        .string()
        .min(1, 'Enter the subject of the certificate.')
        .max(1024)
        .regex(printable, 'Leave out line breaks and control characters: a command line can not carry them.')
        .meta({ title: 'Subject of the certificate', examples: ['mim.contoso.com'] })
        .optional(),
      thumbprint: z
        .string()
        .regex(/^[0-9a-fA-F]{40}$/, 'Enter the thumbprint as 40 hexadecimal digits.')
        .meta({ title: 'Thumbprint', description: 'Where several certificates have the same subject.' })
        .optional(),
    }),
    applies: { subject: whenField('source', 'store'), thumbprint: optional(whenField('source', 'store')) },
    notes: [
      {
        code: 'reporting-certificate',
        message:
          "With MIM Reporting, Service Manager 2019 and TLS 1.2 alone, choose a certificate that the Service Manager server trusts and that has this server's host name in its subject.",
        ...whenFacts(({ features }) => features.includes('reporting')),
      },
    ],
    checks: { certificate: { title: 'The chosen certificate is in the store, valid, and has its private key' } },
    properties: {
      CERTIFICATE_NAME: {
        field: 'subject',
        value: ({ source, subject }) => (source === 'store' ? subject : undefined),
        doubt: ({ thumbprint }) =>
          thumbprint === undefined
            ? undefined
            : 'The installer looks the certificate up by its subject; no property is known that carries the thumbprint. See that only one certificate of the store has this subject.',
      },
    },
  }),
};

/** Each Office 365 cloud's own mail host; the original shows it greyed. */
export function mailHost(
  type: keyof typeof mailServers,
  host: string | undefined,
  governmentCloud: 'gccHigh' | 'dod' | undefined,
  cloud: 'global' | 'china' | 'governmentDod',
): string | undefined {
  if (type === 'office365') return 'outlook.office365.com';
  if (type === 'office365China') return 'partner.outlook.cn';
  if (type === 'office365Government') {
    return (governmentCloud ?? governmentCloudOf(cloud)) === 'dod' ? 'outlook-dod.office365.us' : 'outlook.office365.us';
  }
  return host;
}

function governmentCloudOf(cloud: 'global' | 'china' | 'governmentDod') {
  return cloud === 'governmentDod' ? 'dod' : 'gccHigh';
}

function isOffice365(type: keyof typeof mailServers): boolean {
  return type.startsWith('office365');
}

function unknownMailboxProperty(what: string): string {
  return `The property that carries the ${what} is not publicly known. Reading the package shows it; the value can also be set afterwards by the installer's Change mode.`;
}
