/**
 * The public properties of the stand-in: those that published scripts give to the real installer, where two names are in dispute
 * both, and, as `open` ones, names that only the package itself tells.
 */
export const standInProperties = {
  plain: [
    'ACCEPT_EULA',
    'SQMOPTINSETTING',
    'SQLSERVER_SERVER',
    'SQLSERVER_DATABASE',
    'EXISTINGDATABASE',
    'MAIL_SERVER',
    'MAIL_SERVER_USE_SSL',
    'MAIL_SERVER_IS_EXCHANGE',
    'MAIL_SERVER_IS_EXCHANGE_ONLINE',
    'POLL_EXCHANGE_ENABLED',
    'SERVICE_MANAGER_SERVER',
    'CERTIFICATE_NAME',
    'SERVICE_ACCOUNT_NAME',
    'SERVICE_ACCOUNT_DOMAIN',
    'SERVICE_ACCOUNT_EMAIL',
    'USE_MANAGED_ACCOUNT_FOR_SERVICE',
    'SYNCHRONIZATION_SERVER',
    'SYNCHRONIZATION_SERVER_ACCOUNT',
    'SERVICEADDRESS',
    'SHAREPOINT_URL',
    'SHAREPOINTTIMEOUT',
    'REGISTRATION_PORTAL_URL',
    'FIREWALL_CONF',
    'SHAREPOINTUSERS_CONF',
    'REGISTRATION_ACCOUNT',
    'REGISTRATION_HOSTNAME',
    'REGISTRATION_PORT',
    'REGISTRATION_FIREWALL_CONFIG',
    'REGISTRATION_FIREWALL_CONF',
    'REGISTRATION_FIREWALLMODE',
    'REGISTRATION_SERVERNAME',
    'IS_REGISTRATION_EXTRANET',
    'RESET_ACCOUNT',
    'RESET_HOSTNAME',
    'RESET_PORT',
    'RESET_FIREWALL_CONF',
    'RESET_FIREWALL_CONFIG',
    'RESET_SERVERNAME',
    'IS_RESET_EXTRANET',
    'MIMPAM_REST_API_PORT',
    'CONFIG_FIREWALL',
    'RMS_PORT',
    'STS_PORT',
    'RUNNING_USER_EMAIL',
  ],
  hidden: [
    'SERVICE_ACCOUNT_PASSWORD',
    'SERVICE_ACCOUNT_EMAIL_PASSWORD',
    'REGISTRATION_ACCOUNT_PASSWORD',
    'RESET_ACCOUNT_PASSWORD',
    'OFFICE365_CLIENT_SECRET',
  ],
  /** Invented: the real names are not publicly known. */
  open: ['AZURE_CLOUD', 'MAIL_SERVER_AUTHENTICATION', 'MAIL_SERVER_KIND', 'OFFICE365_APPLICATION_ID', 'OFFICE365_TENANT_ID'],
  /** The same under names that say nothing, in the other stand-in. */
  other: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7'],
  /** What the stand-in is told to do: fail at a point, take its time, and for how many pings of a second each. */
  orders: ['FAIL_AT', 'SLOW', 'SLOW_PINGS'],
} as const;

export const allStandInProperties: readonly string[] = [
  ...standInProperties.plain,
  ...standInProperties.hidden,
  ...standInProperties.open,
];
