/**
 * What the installer has to be told, derived by hand from the installation guide (its options A to I and its common steps) and from
 * the public record of the package's properties. It is written without a look at the code that it judges, and imports nothing.
 * The files beside it hold what follows from it, so that each set can be read and reviewed by itself.
 */

export type Option = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I';
export type Feature = 'service' | 'reporting' | 'portal' | 'registrationPortal' | 'resetPortal';
/** Its value, null for a secret; the page and field that it comes from; how surely it is known. */
export type Expected = readonly [
  value: string | null,
  from: string,
  provenance: 'documented' | 'disputed' | 'unknown' | 'package',
];

/** What is answered everywhere; what differs by option stands in the table below. */
export const contoso = {
  licenseAgreement: { accepted: true },
  cloud: { cloud: 'global' },
  signIn: { method: 'deviceCode', tenant: 'contoso.onmicrosoft.com' },
  database: { server: 'contosoagl.contoso.com', name: 'FIMService', whenExists: 'create' },
  reportingServer: { host: 'scsm.contoso.com' },
  mailboxApplication: {
    applicationId: '48b15b07-ae4a-ae4a-ae4a-8850556d6b76',
    tenantId: 'e4405d02-8c0a-8c0a-8c0a-45239eb45a9f',
    clientSecret: 'App@secret1',
  },
  certificate: { source: 'selfIssued' },
  synchronizationServer: { host: 'mimsync.contoso.com', managementAgentAccount: 'contoso\\MIMSyncGMSAsvc$' },
  serviceAddress: { host: 'mim.contoso.com' },
  sharePointSite: { url: 'http://mim.contoso.com' },
  registrationPortalUrl: { url: 'https://pwreg.contoso.com' },
  firewall: { openServicePorts: true, grantPortalAccess: false },
  registrationPortal: {
    account: 'contoso\\mimpool',
    password: 'Pool@word1',
    host: 'pwreg.contoso.com',
    port: 80,
    openPort: true,
  },
  registrationPortalService: { serviceAddress: 'mim.contoso.com', access: 'extranet' },
  resetPortal: { account: 'contoso\\MIMAppPoolGMSA$', host: 'pwreset.contoso.com', port: 8080, openPort: false },
  resetPortalService: { serviceAddress: 'mim.contoso.com', access: 'intranet' },
};

interface Mail {
  readonly mailServer: Readonly<Record<string, unknown>>;
  readonly account: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, Expected>>;
}

const exchange = { type: 'exchange', host: 'mail.contoso.com', authentication: 'integratedWindows' };
const office365Basic = { type: 'office365', authentication: 'basic' };
const office365Context = { type: 'office365', authentication: 'applicationContext' };
const smtp = { type: 'smtp', host: 'smtp.contoso.com', authentication: 'integratedWindows' };

const known = (page: string, field: string, value: string | null): Expected => [value, `${page}.${field}`, 'documented'];
const mail = (field: string, value: string): Expected => known('mailServer', field, value);

const toExchange = {
  MAIL_SERVER: mail('type', 'mail.contoso.com'),
  MAIL_SERVER_USE_SSL: mail('type', '1'),
  MAIL_SERVER_IS_EXCHANGE: mail('type', '1'),
  MAIL_SERVER_IS_EXCHANGE_ONLINE: mail('type', '0'),
  POLL_EXCHANGE_ENABLED: mail('type', '1'),
};
const toOffice365 = {
  MAIL_SERVER: mail('type', 'outlook.office365.com'),
  MAIL_SERVER_USE_SSL: mail('type', '1'),
  MAIL_SERVER_IS_EXCHANGE: mail('type', '1'),
  MAIL_SERVER_IS_EXCHANGE_ONLINE: mail('type', '1'),
  // Microsoft's module and its Volume License guide against other scripts.
  POLL_EXCHANGE_ENABLED: ['1', 'mailServer.type', 'disputed'],
  'mailServer.cloud': ['office365', 'mailServer.type', 'unknown'],
} satisfies Record<string, Expected>;
const byBasic = { 'mailServer.authentication': ['basic', 'mailServer.authentication', 'unknown'] } satisfies Record<
  string,
  Expected
>;
const byApplication = {
  'mailServer.authentication': ['applicationContext', 'mailServer.authentication', 'unknown'],
  'mailboxApplication.applicationId': ['48b15b07-ae4a-ae4a-ae4a-8850556d6b76', 'mailboxApplication.applicationId', 'unknown'],
  'mailboxApplication.tenantId': ['e4405d02-8c0a-8c0a-8c0a-45239eb45a9f', 'mailboxApplication.tenantId', 'unknown'],
  'mailboxApplication.clientSecret': [null, 'mailboxApplication.clientSecret', 'unknown'],
} satisfies Record<string, Expected>;
const bySmtp = {
  MAIL_SERVER: mail('type', 'smtp.contoso.com'),
  MAIL_SERVER_USE_SSL: ['0', 'mailServer.type', 'disputed'],
  MAIL_SERVER_IS_EXCHANGE: mail('type', '0'),
  MAIL_SERVER_IS_EXCHANGE_ONLINE: mail('type', '0'),
  POLL_EXCHANGE_ENABLED: mail('type', '0'),
} satisfies Record<string, Expected>;
const withoutMail = {
  // By the Volume License guide: localhost, its boxes off.
  MAIL_SERVER: ['localhost', 'mailServer.type', 'disputed'],
  MAIL_SERVER_USE_SSL: mail('type', '0'),
  MAIL_SERVER_IS_EXCHANGE: mail('type', '0'),
  MAIL_SERVER_IS_EXCHANGE_ONLINE: mail('type', '0'),
  POLL_EXCHANGE_ENABLED: mail('type', '0'),
  'mailServer.type': ['none', 'mailServer.type', 'unknown'],
} satisfies Record<string, Expected>;

const regular = { name: 'svcMIMService', domain: 'contoso', password: 'Pass@word1' };
const regularAccount = {
  SERVICE_ACCOUNT_NAME: known('serviceAccount', 'name', 'svcMIMService'),
  SERVICE_ACCOUNT_PASSWORD: known('serviceAccount', 'password', null),
  SERVICE_ACCOUNT_DOMAIN: known('serviceAccount', 'domain', 'contoso'),
};
const managed = { name: 'MIMSrvGMSAsvc$', domain: 'contoso' };
const managedAccount = {
  USE_MANAGED_ACCOUNT_FOR_SERVICE: mail('managedServiceAccount', '1'),
  SERVICE_ACCOUNT_NAME: known('serviceAccount', 'name', 'MIMSrvGMSAsvc$'),
  SERVICE_ACCOUNT_DOMAIN: known('serviceAccount', 'domain', 'contoso'),
};
const mailbox = { email: 'svcMIMService@contoso.com' };
const mailboxAddress = { SERVICE_ACCOUNT_EMAIL: known('serviceAccount', 'email', 'svcMIMService@contoso.com') };
const mailboxPassword = { emailPassword: 'Mail@word1' };
const mailboxSecret = { SERVICE_ACCOUNT_EMAIL_PASSWORD: known('serviceAccount', 'emailPassword', null) };

/** The guide's table of options: the mail page, the account page, and what comes of both. */
export const options: Readonly<Record<Option, Mail>> = {
  A: {
    mailServer: { ...exchange, managedServiceAccount: false },
    account: { ...regular, ...mailbox },
    properties: { ...toExchange, ...regularAccount, ...mailboxAddress },
  },
  B: {
    mailServer: { ...office365Basic, managedServiceAccount: false },
    account: { ...regular, ...mailbox, ...mailboxPassword },
    properties: { ...toOffice365, ...byBasic, ...regularAccount, ...mailboxAddress, ...mailboxSecret },
  },
  C: {
    mailServer: { ...office365Context, managedServiceAccount: false },
    account: { ...regular, ...mailbox },
    properties: { ...toOffice365, ...byApplication, ...regularAccount, ...mailboxAddress },
  },
  D: {
    mailServer: { ...smtp, managedServiceAccount: false },
    account: { ...regular, ...mailbox },
    properties: { ...bySmtp, ...regularAccount, ...mailboxAddress },
  },
  E: {
    mailServer: { type: 'none', managedServiceAccount: false },
    account: regular,
    properties: { ...withoutMail, ...regularAccount },
  },
  F: {
    mailServer: { ...exchange, managedServiceAccount: true },
    account: { ...managed, ...mailbox, ...mailboxPassword },
    properties: { ...toExchange, ...managedAccount, ...mailboxAddress, ...mailboxSecret },
  },
  G: {
    mailServer: { ...office365Basic, managedServiceAccount: true },
    account: { ...managed, ...mailbox, ...mailboxPassword },
    properties: { ...toOffice365, ...byBasic, ...managedAccount, ...mailboxAddress, ...mailboxSecret },
  },
  H: {
    mailServer: { ...office365Context, managedServiceAccount: true },
    account: { ...managed, ...mailbox },
    properties: { ...toOffice365, ...byApplication, ...managedAccount, ...mailboxAddress },
  },
  I: {
    mailServer: { type: 'none', managedServiceAccount: true },
    account: managed,
    properties: { ...withoutMail, ...managedAccount },
  },
};

/** Every choice of components: reporting only with the service, and at least one. */
export const choices: readonly (readonly Feature[])[] = [[], ['service'], ['service', 'reporting']]
  .flatMap((chosen) => [chosen, [...chosen, 'portal']])
  .flatMap((chosen) => [chosen, [...chosen, 'registrationPortal']])
  .flatMap((chosen) => [chosen, [...chosen, 'resetPortal']])
  .filter((chosen) => chosen.length > 0) as Feature[][];

/** The components as `ADDLOCAL` names them. */
const names: Readonly<Record<Feature, string>> = {
  service: 'CommonServices',
  reporting: 'FIMReporting',
  portal: 'WebPortals',
  registrationPortal: 'RegistrationPortal',
  resetPortal: 'ResetPortal',
};

/** What the installer has to be told for one option and one choice of components. */
export function expectedSet(option: Option, chosen: readonly Feature[]): Readonly<Record<string, Expected>> {
  const has = (feature: Feature) => chosen.includes(feature);
  return {
    ACCEPT_EULA: known('licenseAgreement', 'accepted', '1'),
    'cloud.cloud': ['global', 'cloud.cloud', 'unknown'],
    'signIn.method': ['deviceCode', 'signIn.method', 'unknown'],
    ADDLOCAL: known('components', 'features', chosen.map((feature) => names[feature]).join(',')),
    ...(has('service') && {
      SQLSERVER_SERVER: known('database', 'server', 'contosoagl.contoso.com'),
      SQLSERVER_DATABASE: known('database', 'name', 'FIMService'),
      EXISTINGDATABASE: known('database', 'whenExists', '0'),
      ...options[option].properties,
      SYNCHRONIZATION_SERVER: known('synchronizationServer', 'host', 'mimsync.contoso.com'),
      SYNCHRONIZATION_SERVER_ACCOUNT: known('synchronizationServer', 'managementAgentAccount', 'contoso\\MIMSyncGMSAsvc$'),
      FIREWALL_CONF: known('firewall', 'openServicePorts', '1'),
    }),
    ...(has('reporting') && { SERVICE_MANAGER_SERVER: known('reportingServer', 'host', 'scsm.contoso.com') }),
    ...((has('service') || has('portal')) && { SERVICEADDRESS: known('serviceAddress', 'host', 'mim.contoso.com') }),
    ...(has('portal') && {
      SHAREPOINT_URL: known('sharePointSite', 'url', 'http://mim.contoso.com'),
      REGISTRATION_PORTAL_URL: known('registrationPortalUrl', 'url', 'https://pwreg.contoso.com'),
      SHAREPOINTUSERS_CONF: known('firewall', 'grantPortalAccess', '0'),
    }),
    ...(has('registrationPortal') && {
      REGISTRATION_ACCOUNT: known('registrationPortal', 'account', 'contoso\\mimpool'),
      REGISTRATION_ACCOUNT_PASSWORD: known('registrationPortal', 'password', null),
      REGISTRATION_HOSTNAME: known('registrationPortal', 'host', 'pwreg.contoso.com'),
      REGISTRATION_PORT: known('registrationPortal', 'port', '80'),
      REGISTRATION_FIREWALL_CONFIG: ['1', 'registrationPortal.openPort', 'disputed'],
      REGISTRATION_SERVERNAME: known('registrationPortalService', 'serviceAddress', 'mim.contoso.com'),
      IS_REGISTRATION_EXTRANET: ['Extranet', 'registrationPortalService.access', 'disputed'],
    }),
    ...(has('resetPortal') && {
      RESET_ACCOUNT: known('resetPortal', 'account', 'contoso\\MIMAppPoolGMSA$'),
      RESET_HOSTNAME: known('resetPortal', 'host', 'pwreset.contoso.com'),
      RESET_PORT: known('resetPortal', 'port', '8080'),
      RESET_FIREWALL_CONF: ['0', 'resetPortal.openPort', 'disputed'],
      RESET_SERVERNAME: known('resetPortalService', 'serviceAddress', 'mim.contoso.com'),
      IS_RESET_EXTRANET: ['None', 'resetPortalService.access', 'disputed'],
    }),
  };
}
