import type { Option } from '../machines/vocabulary/mailOptions.ts';

/** Answers in the shape that a client sends. */
export type PageAnswers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const mail: Readonly<Record<Option, Readonly<Record<string, unknown>>>> = {
  A: { type: 'exchange', host: 'mail.contoso.com', authentication: 'integratedWindows', managedServiceAccount: false },
  B: { type: 'office365', authentication: 'basic', managedServiceAccount: false },
  C: { type: 'office365', authentication: 'applicationContext', managedServiceAccount: false },
  D: { type: 'smtp', host: 'smtp.contoso.com', authentication: 'integratedWindows', managedServiceAccount: false },
  E: { type: 'none', managedServiceAccount: false },
  F: { type: 'exchange', host: 'mail.contoso.com', authentication: 'integratedWindows', managedServiceAccount: true },
  G: { type: 'office365', authentication: 'basic', managedServiceAccount: true },
  H: { type: 'office365', authentication: 'applicationContext', managedServiceAccount: true },
  I: { type: 'none', managedServiceAccount: true },
};

const regular = { name: 'svcMIMService', domain: 'contoso', password: 'Pass@word1' };
const managed = { name: 'MIMSrvGMSAsvc$', domain: 'contoso' };
const email = { email: 'svcMIMService@contoso.com' };
const emailPassword = { emailPassword: 'Mail@word1' };

const account: Readonly<Record<Option, Readonly<Record<string, unknown>>>> = {
  A: { ...regular, ...email },
  B: { ...regular, ...email, ...emailPassword },
  C: { ...regular, ...email },
  D: { ...regular, ...email },
  E: regular,
  F: { ...managed, ...email, ...emailPassword },
  G: { ...managed, ...email, ...emailPassword },
  H: { ...managed, ...email },
  I: managed,
};

/** Answers for every page that an option can show, as a company like the guide's Contoso would give them. */
export function answersFor(
  option: Option,
  features: readonly string[] = ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'],
): PageAnswers {
  return {
    welcome: {},
    licenseAgreement: { accepted: true },
    cloud: { cloud: 'global' },
    signIn: {
      method: 'clientCredentials',
      tenant: 'contoso.onmicrosoft.com',
      clientId: '48b15b07-ae4a-ae4a-ae4a-8850556d6b76',
      clientSecret: 'Sign@in1',
    },
    components: { features },
    database: { server: 'contosoagl.contoso.com', name: 'FIMService', whenExists: 'create' },
    mailServer: mail[option],
    reportingServer: { host: 'scsm.contoso.com' },
    mailboxApplication: {
      applicationId: '48b15b07-ae4a-ae4a-ae4a-8850556d6b76',
      tenantId: 'e4405d02-8c0a-8c0a-8c0a-45239eb45a9f',
      clientSecret: 'App@secret1',
    },
    certificate: { source: 'selfIssued' },
    serviceAccount: account[option],
    synchronizationServer: { host: 'mim.contoso.com', managementAgentAccount: 'contoso\\svcMIMMA' },
    serviceAddress: { host: 'mim.contoso.com' },
    sharePointSite: { url: 'http://mim.contoso.com' },
    registrationPortalUrl: { url: 'https://pwreg.contoso.com' },
    firewall: { openServicePorts: true, grantPortalAccess: true },
    registrationPortal: {
      account: 'contoso\\mimpool',
      password: 'Pool@word1',
      host: 'pwreg.contoso.com',
      port: 80,
      openPort: true,
    },
    registrationPortalService: { serviceAddress: 'mim.contoso.com', access: 'extranet' },
    resetPortal: { account: 'contoso\\MIMAppPoolGMSA$', host: 'pwreset.contoso.com', port: 80, openPort: false },
    resetPortalService: { serviceAddress: 'mim.contoso.com', access: 'intranet' },
  };
}
