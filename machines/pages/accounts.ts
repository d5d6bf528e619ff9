import { z } from 'zod';
import { accountKeyOf } from '../vocabulary/claims.ts';
import { accountName, domainAccount } from './accountNames.ts';
import { whenFacts } from './appliesWhen.ts';
import { definePage } from './definePage.ts';
import { defineWarning } from './defineScreen.ts';
import { checkbox, domainName, emailAddress, hostName, secret } from './fieldKinds.ts';

const title = 'Configure Common Services';

/** The accounts of the MIM Service and of the management agent (guide, last step of options A to I, and Continuation, 1 and 2). */
export const accountsScreens = {
  serviceAccount: definePage({
    title,
    subtitle: 'Configure the MIM service account',
    step: 'Options A to I, last step',
    guidance:
      'The account that the MIM Service runs as, and its mailbox, which should serve nothing else. A managed account has no password to enter.',
    team: 'directory',
    teamOf: { email: 'mail', emailPassword: 'mail' },
    fields: z.strictObject({
      name: accountName().meta({ title: 'Service Account Name', examples: ['svcMIMService', 'MIMSrvGMSAsvc$'] }),
      password: secret().meta({ title: 'Service Account Password' }).optional(),
      domain: domainName().meta({ title: 'Service Account Domain', examples: ['contoso'] }),
      email: emailAddress()
        .meta({ title: 'Service Email Account', examples: ['svcMIMService@contoso.com'] })
        .optional(),
      emailPassword: secret().meta({ title: 'Service Email Account Password' }).optional(),
      deniedLocalLogon: checkbox()
        .meta({
          title: 'The account is denied local logon',
          description: 'State it where this service does not run on the server itself and so cannot read it.',
        })
        .optional(),
      checkAs: z
        .strictObject({
          user: z
            .string()
            .min(1, 'Enter the user.')
            .max(256)
            .meta({ title: 'User', examples: ['contoso\\administrator'] }),
          password: secret().meta({ title: 'Password' }),
        })
        .meta({
          title: 'Check with another account',
          description: 'The account that looks the service account up in the directory. The installer does not use it.',
        })
        .optional(),
    }),
    applies: {
      password: whenFacts(({ option }) => option?.asksFor.password ?? true),
      email: whenFacts(({ option }) => option?.asksFor.email ?? true),
      emailPassword: whenFacts(({ option }) => option?.asksFor.emailPassword ?? true),
    },
    offered: { domain: 'domain' },
    judge: ({ name }, { option }) => {
      const managed = option?.account === 'managed';
      if (managed === name.endsWith('$')) return [];
      return [
        {
          field: 'name',
          code: 'account-kind-mismatch',
          message: managed
            ? 'The name of a group managed service account ends in $, such as MIMSrvGMSAsvc$.'
            : 'A name that ends in $ is that of a group managed service account: choose one on the mail server page first.',
        },
      ];
    },
    checks: {
      'service-account': { title: 'Service account in the directory' },
      'service-account-kind': { title: 'Kind of service account' },
      'service-account-local-logon': { title: 'Local logon of the service account' },
      'service-account-service-logon': { title: 'Right of the service account to log on as a service' },
      'service-account-password-retrieval': { title: 'Retrieval of the managed account’s password' },
    },
    properties: {
      SERVICE_ACCOUNT_NAME: { field: 'name' },
      SERVICE_ACCOUNT_PASSWORD: { field: 'password', value: ({ password }) => password },
      SERVICE_ACCOUNT_DOMAIN: { field: 'domain' },
      SERVICE_ACCOUNT_EMAIL: { field: 'email' },
      SERVICE_ACCOUNT_EMAIL_PASSWORD: { field: 'emailPassword', value: ({ emailPassword }) => emailPassword },
    },
  }),

  accountSecurityWarning: defineWarning({
    title: 'Account Security Warning',
    step: 'Continuation, 1',
    guidance:
      'Service Account is not secure in its current configuration: it may log on locally. Of a managed account the installer cannot tell, so it always warns. Deny the account local logon, log on as a batch job and access from the network by group policy.',
    about: { page: 'serviceAccount', fields: ['domain', 'name'] },
  }),

  synchronizationServer: definePage({
    title,
    subtitle: 'Configure the Microsoft Identity Manager Service and Portal synchronization',
    step: 'Continuation, 2',
    guidance:
      "The server of the MIM Synchronization Service, and the account by which its MIM management agent signs in. A managed account's name ends in $.",
    team: 'project',
    teamOf: { managementAgentAccount: 'directory' },
    fields: z.strictObject({
      host: hostName().meta({ title: 'Synchronization Server', examples: ['mim.contoso.com'] }),
      managementAgentAccount: domainAccount().meta({
        title: 'MIM Management Agent Account',
        examples: ['contoso\\svcMIMMA', 'contoso\\MIMSyncGMSAsvc$'],
        description: 'Domain\\Account, as entered on the Connect to Database page of the management agent.',
      }),
    }),
    judge: ({ managementAgentAccount }, { claims }) =>
      accountKeyOf(managementAgentAccount) === claims.serviceAccount
        ? [
            {
              field: 'managementAgentAccount',
              code: 'account-shared',
              message:
                'This is the service account. The MIM Service tells the synchronization service by this account and lets it pass without authorization, so it must be an account of its own.',
            },
          ]
        : [],
    checks: {
      'synchronization-server': { title: 'Synchronization server' },
      'management-agent-account': { title: 'Management agent account in the directory' },
    },
    properties: {
      SYNCHRONIZATION_SERVER: { field: 'host' },
      SYNCHRONIZATION_SERVER_ACCOUNT: { field: 'managementAgentAccount' },
    },
  }),
};
