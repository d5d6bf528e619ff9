import { z } from 'zod';
import { printable } from '../vocabulary/printable.ts';
import { optional, whenFacts, whenField } from './appliesWhen.ts';
import { definePage } from './definePage.ts';
import { defineWarning } from './defineScreen.ts';
import { choice, domainName, hostName, secret, thumbprint } from './fieldKinds.ts';
import { sqlServer } from './sqlServerName.ts';

const title = 'Configure Common Services';

/** The database, the reporting server and the certificate (guide, Common deployment steps, 7 and 8, and options A to I). */
export const commonServicesScreens = {
  database: definePage({
    title,
    subtitle: 'Configure the MIM database connection',
    step: 'Common deployment steps, 7',
    guidance:
      'Name the SQL Server and the database. For a failover cluster or an Always On availability group, name the cluster or the listener. Setup signs in with the Windows account that runs it.',
    team: 'database',
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
        .refine((name) => name === name.trim(), { error: 'Leave out the blank at the beginning or the end.' })
        .meta({ title: 'Database Name', default: 'FIMService', examples: ['FIMService'] }),
      whenExists: choice({ create: 'Create a new database', reuse: 'Re-use the existing database' }).meta({
        title: 'If the database you named above already exists, how do you want to proceed?',
        default: 'create',
      }),
      checkAs: z
        .strictObject({
          method: choice({ ntlm: 'A Windows account (NTLM)', sql: 'A SQL login' }).meta({
            title: 'Kind of account',
            default: 'ntlm',
          }),
          user: z.string().min(1, 'Enter the user.').max(128).meta({ title: 'User' }),
          password: secret().meta({ title: 'Password' }),
          domain: domainName().meta({ title: 'Domain' }).optional(),
        })
        .meta({
          title: 'Check with another account',
          description:
            'The account that the check signs in with, where it is not the one this service runs as. The installer does not use it.',
        })
        .optional(),
    }),
    checks: {
      'database-reachable': { title: 'Connection to SQL Server' },
      'database-sign-in': { title: 'Sign-in to SQL Server' },
      'database-version': { title: 'Version of SQL Server' },
      'database-rights': { title: 'Rights to create or change the database' },
      'database-full-text': { title: 'Full-text search' },
      'database-presence': { title: 'Whether the database exists', installerRefuses: true },
      'database-kind': { title: 'Content of the database to re-use' },
      'database-encryption': { title: 'Encryption of the connection to SQL Server' },
      'database-port': { title: 'Port in the name of the server' },
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
    guidance:
      'The existing database will be changed, and an installation that fails may leave it corrupt. Make a backup of the MIM Service database before you go on: it is the way back.',
    about: { page: 'database', fields: ['server', 'name'] },
  }),

  reportingServer: definePage({
    title,
    subtitle: 'Configure MIM Reporting Service Manager management server connection',
    step: 'Options A to I, System Center Service Manager',
    guidance: 'MIM Reporting works with a System Center Service Manager management server. Name it.',
    team: 'systemCenter',
    fields: z.strictObject({
      host: hostName().meta({ title: 'Management Server', examples: ['scsm.contoso.com'] }),
    }),
    checks: {
      'reporting-server-name': { title: 'Name of the management server' },
      'reporting-server-port': { title: 'Connection to the management server' },
    },
    properties: { SERVICE_MANAGER_SERVER: { field: 'host' } },
  }),

  certificate: definePage({
    title,
    subtitle: 'Configure service certificate',
    step: 'Options A to I, certificate',
    guidance: 'Clients recognise the MIM Service by this certificate. A self-issued one will do, unless a note says otherwise.',
    team: 'network',
    fields: z.strictObject({
      source: choice({
        store: 'Select a certificate located in the local certificate store',
        selfIssued: 'Generate a new self-issued certificate',
      }).meta({ title: 'Certificate', default: 'selfIssued' }),
      subject: z
        .string()
        .min(1, 'Enter the subject of the certificate.')
        .max(1024)
        .regex(printable, 'Leave out line breaks and control characters: a command line cannot carry them.')
        .meta({ title: 'Subject of the certificate', examples: ['mim.contoso.com'] })
        .optional(),
      thumbprint: thumbprint()
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
      {
        code: 'tls-12-certificate',
        message:
          'Where this server allows TLS 1.2 alone, the MIM Service cannot use a self-issued certificate, and the installer needs OLE DB Driver 18.2 or later for SQL Server: choose a certificate of a trusted authority (Microsoft Learn, "Planning MIM 2016 SP2 in TLS 1.2 or FIPS-mode environments").',
        ...whenField('source', 'selfIssued'),
      },
    ],
    checks: { certificate: { title: 'Certificate of the MIM Service' } },
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
