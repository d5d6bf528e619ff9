/** A control of a dialog, and the property that it sets. */
export interface StandInControl {
  readonly dialog: string;
  readonly control: string;
  readonly type: 'Edit' | 'CheckBox' | 'ComboBox' | 'RadioButtonGroup';
  readonly property: string;
  /** Nothing, where no words stand beside it. */
  readonly label: string | null;
  /** What is typed into it shows as dots. */
  readonly password?: boolean;
  /** The values that a list or a group of buttons offers, with the text that is shown for each. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** The dialogs of a stand-in: its controls, the words on each dialog, and how a control comes by its label. */
export interface StandInDialogs {
  readonly controls: readonly StandInControl[];
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** By the tab key that leads from the label to it, or by the place beside it alone. */
  readonly labelledBy: 'tab' | 'place';
}

/** A few of the wizard's dialogs, in the words of the guide's pictures. The names of what is not publicly known are invented. */
export const ownDialogs: StandInDialogs = {
  labelledBy: 'tab',
  texts: {
    DatabaseDlg: ['Configure Common Services', 'Configure the MIM database connection'],
    MailServerDlg: ['Configure Common Services', 'Configure mail server connection', 'Enter the mail server location.'],
    MailboxDlg: ['Configure Common Services', 'Configure Office 365 mailbox'],
    CloudDlg: ['When you click next, you will be asked to authenticate to your Azure AD tenant.'],
  },
  controls: [
    edit('DatabaseDlg', 'Server', 'SQLSERVER_SERVER', 'Database &Server:'),
    edit('DatabaseDlg', 'Name', 'SQLSERVER_DATABASE', 'Database &Name:'),
    {
      ...edit('DatabaseDlg', 'Existing', 'EXISTINGDATABASE', 'If the database exists'),
      type: 'RadioButtonGroup',
      choices: { 0: 'Create a new database', 1: 'Re-use the existing database' },
    },
    {
      ...edit('MailServerDlg', 'Kind', 'MAIL_SERVER_KIND', 'Mail Server:'),
      type: 'ComboBox',
      choices: {
        EXCHANGE: 'Exchange Server 2013 or later',
        O365: 'Office 365',
        O365CN: 'Office 365 operated by 21Vianet',
        O365GOV: 'Office 365 Government GCC High and DoD',
        SMTP: 'SMTP',
        NONE: 'None',
      },
    },
    edit('MailServerDlg', 'Server', 'MAIL_SERVER', null),
    {
      ...edit('MailServerDlg', 'Authentication', 'MAIL_SERVER_AUTHENTICATION', 'Authentication:'),
      type: 'ComboBox',
      choices: { BASIC: 'Basic Authentication', APPLICATION: 'Application Context Authentication', WINDOWS: 'Integrated' },
    },
    {
      ...edit('MailServerDlg', 'Managed', 'USE_MANAGED_ACCOUNT_FOR_SERVICE', 'Use &Group Managed Service Account'),
      type: 'CheckBox',
    },
    edit('MailboxDlg', 'ApplicationId', 'OFFICE365_APPLICATION_ID', '{\\Tahoma8}&Application ID:'),
    edit('MailboxDlg', 'TenantId', 'OFFICE365_TENANT_ID', '{\\Tahoma8}&Tenant ID:'),
    edit('MailboxDlg', 'ClientSecret', 'OFFICE365_CLIENT_SECRET', '{\\Tahoma8}&Client Secret:'),
    {
      ...edit('CloudDlg', 'Cloud', 'AZURE_CLOUD', 'Azure Cloud:'),
      type: 'ComboBox',
      choices: { GLOBAL: 'Azure AD', CHINA: 'Azure AD China', DOD: 'Government - DoD' },
    },
    edit('AccountDlg', 'Password', 'SERVICE_ACCOUNT_PASSWORD', 'Service Account &Password:'),
    {
      ...edit('RegistrationDlg', 'Access', 'IS_REGISTRATION_EXTRANET', 'Access'),
      type: 'RadioButtonGroup',
      choices: { Extranet: 'Extranet users', None: 'Only intranet users' },
    },
  ],
};

/** The same questions under names that say nothing, in words of a later year, with labels that only stand beside their controls. */
export const otherDialogs: StandInDialogs = {
  labelledBy: 'place',
  texts: {
    D1: ['Configure Common Services', 'Configure the MIM database connection'],
    D2: ['Configure Common Services', 'Configure mail server connection'],
    D3: ['Configure Common Services', 'Configure Office 365 mailbox'],
    D4: ['You will be asked to authenticate to your Microsoft Entra tenant.'],
  },
  controls: [
    edit('D1', 'C1', 'SQLSERVER_SERVER', 'Database &Server:'),
    {
      ...edit('D2', 'C1', 'Q7', 'Mail server'),
      type: 'RadioButtonGroup',
      choices: {
        1: 'Exchange Server 2013 or later',
        2: 'Office 365',
        3: 'Office 365 operated by 21Vianet',
        4: 'Office 365 Government GCC High and DoD',
        5: 'SMTP',
        6: 'None',
      },
    },
    edit('D2', 'C2', 'MAIL_SERVER', null),
    {
      ...edit('D2', 'C3', 'Q2', 'Authentication'),
      type: 'RadioButtonGroup',
      choices: { 10: 'Integrated Windows Authentication', 20: 'Basic Authentication', 30: 'Application Context Authentication' },
    },
    edit('D3', 'C1', 'Q4', 'Application (client) ID:'),
    edit('D3', 'C2', 'Q3', 'Directory (tenant) ID:'),
    { ...edit('D3', 'C3', 'Q1', 'Client secret:'), password: true },
    {
      ...edit('D4', 'C1', 'Q5', 'Cloud'),
      type: 'ComboBox',
      choices: {
        W: 'Microsoft Entra ID',
        C: 'Microsoft Entra China operated by 21Vianet',
        G: 'Microsoft 365 Government - DoD',
      },
    },
    edit('D4', 'C2', 'Q6', 'Name of your organization:'),
  ],
};

function edit(dialog: string, name: string, property: string, label: string | null): StandInControl {
  return { dialog, control: name, type: 'Edit', property, label };
}
