/** A control of a dialog, and the property that it sets. */
export interface StandInControl {
  readonly dialog: string;
  readonly control: string;
  readonly type: 'Edit' | 'CheckBox' | 'ComboBox' | 'RadioButtonGroup';
  readonly property: string;
  readonly label: string;
  /** The values that a list or a group of buttons offers, with the text that is shown for each. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** A few of the wizard's dialogs. Those of the mailbox application, the cloud and the authentication are invented. */
export const standInControls: readonly StandInControl[] = [
  edit('DatabaseDlg', 'Server', 'SQLSERVER_SERVER', 'Database &Server:'),
  edit('DatabaseDlg', 'Name', 'SQLSERVER_DATABASE', 'Database &Name:'),
  {
    ...edit('DatabaseDlg', 'Existing', 'EXISTINGDATABASE', 'If the database exists'),
    type: 'RadioButtonGroup',
    choices: { 0: 'Create a new database', 1: 'Re-use the existing database' },
  },
  edit('MailServerDlg', 'Server', 'MAIL_SERVER', 'Mail Server:'),
  {
    ...edit('MailServerDlg', 'Authentication', 'MAIL_SERVER_AUTHENTICATION', 'Authentication:'),
    type: 'ComboBox',
    choices: { BASIC: 'Basic Authentication', APPLICATION: 'Application Context Authentication', WINDOWS: 'Integrated' },
  },
  {
    ...edit('MailServerDlg', 'Managed', 'USE_MANAGED_ACCOUNT_FOR_SERVICE', 'Use &Group Managed Service Account'),
    type: 'CheckBox',
  },
  {
    ...edit('CloudDlg', 'Cloud', 'AZURE_CLOUD', 'Azure Cloud:'),
    type: 'ComboBox',
    choices: { GLOBAL: 'Azure AD', CHINA: 'Azure AD China', DOD: 'Government - DoD' },
  },
  edit('MailboxDlg', 'ApplicationId', 'OFFICE365_APPLICATION_ID', '{\\Tahoma8}&Application ID:'),
  edit('MailboxDlg', 'TenantId', 'OFFICE365_TENANT_ID', '{\\Tahoma8}&Tenant ID:'),
  edit('MailboxDlg', 'ClientSecret', 'OFFICE365_CLIENT_SECRET', '{\\Tahoma8}&Client Secret:'),
  edit('AccountDlg', 'Password', 'SERVICE_ACCOUNT_PASSWORD', 'Service Account &Password:'),
  {
    ...edit('RegistrationDlg', 'Access', 'IS_REGISTRATION_EXTRANET', 'Access'),
    type: 'RadioButtonGroup',
    choices: { Extranet: 'Extranet users', None: 'Only intranet users' },
  },
];

/** The statements that put the dialogs into the package; wixl has no words for them. */
export function dialogStatements(): string[] {
  const dialogs = [...new Set(standInControls.map(({ dialog }) => dialog))];
  return [
    'CREATE TABLE `Dialog` (`Dialog` CHAR(72) NOT NULL, `HCentering` SHORT NOT NULL, `VCentering` SHORT NOT NULL, `Width` SHORT NOT NULL, `Height` SHORT NOT NULL, `Attributes` LONG, `Title` CHAR(128) LOCALIZABLE, `Control_First` CHAR(50) NOT NULL, `Control_Default` CHAR(50), `Control_Cancel` CHAR(50) PRIMARY KEY `Dialog`)',
    'CREATE TABLE `Control` (`Dialog_` CHAR(72) NOT NULL, `Control` CHAR(50) NOT NULL, `Type` CHAR(20) NOT NULL, `X` SHORT NOT NULL, `Y` SHORT NOT NULL, `Width` SHORT NOT NULL, `Height` SHORT NOT NULL, `Attributes` LONG, `Property` CHAR(50), `Text` CHAR(0) LOCALIZABLE, `Control_Next` CHAR(50), `Help` CHAR(50) LOCALIZABLE PRIMARY KEY `Dialog_`, `Control`)',
    'CREATE TABLE `ControlEvent` (`Dialog_` CHAR(72) NOT NULL, `Control_` CHAR(50) NOT NULL, `Event` CHAR(50) NOT NULL, `Argument` CHAR(255) NOT NULL, `Condition` CHAR(255), `Ordering` SHORT PRIMARY KEY `Dialog_`, `Control_`, `Event`, `Argument`, `Condition`)',
    'CREATE TABLE `CheckBox` (`Property` CHAR(72) NOT NULL, `Value` CHAR(64) PRIMARY KEY `Property`)',
    choiceTable('RadioButton', '`X` SHORT NOT NULL, `Y` SHORT NOT NULL, `Width` SHORT NOT NULL, `Height` SHORT NOT NULL, '),
    choiceTable('ComboBox', ''),
    ...dialogs.map((dialog) =>
      insert('Dialog', {
        Dialog: dialog,
        HCentering: 50,
        VCentering: 50,
        Width: 370,
        Height: 270,
        Attributes: 3,
        Title: `[ProductName] ${dialog}`,
        Control_First: 'Next',
      }),
    ),
    ...dialogs.map((dialog) => control(dialog, 'Next', 'PushButton', null, '&Next', null)),
    ...standInControls.flatMap(controlRows),
    insert('ControlEvent', {
      Dialog_: 'MailServerDlg',
      Control_: 'Next',
      Event: '[MAIL_SERVER_IS_EXCHANGE_ONLINE]',
      Argument: '1',
      Condition: 'MAIL_SERVER_AUTHENTICATION = "APPLICATION"',
      Ordering: 1,
    }),
    insert('ControlEvent', {
      Dialog_: 'MailServerDlg',
      Control_: 'Next',
      Event: 'NewDialog',
      Argument: 'MailboxDlg',
      Condition: '1',
      Ordering: 2,
    }),
  ];
}

/** An INSERT statement of the installer's SQL, which knows single quotes and nothing to escape one. */
export function insert(table: string, row: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(row).filter(([, value]) => value !== null);
  const names = given.map(([name]) => `\`${name}\``).join(',');
  const values = given.map(([, value]) => (typeof value === 'number' ? value : `'${value}'`)).join(',');
  return `INSERT INTO \`${table}\` (${names}) VALUES (${values})`;
}

function edit(dialog: string, name: string, property: string, label: string): StandInControl {
  return { dialog, control: name, type: 'Edit', property, label };
}

function controlRows({ dialog, control: name, type, property, label, choices }: StandInControl): string[] {
  const ownText = type === 'CheckBox';
  return [
    ...(ownText ? [] : [control(dialog, `${name}Label`, 'Text', null, label, name)]),
    control(dialog, name, type, property, ownText ? label : null, null),
    ...(type === 'CheckBox' ? [insert('CheckBox', { Property: property, Value: '1' })] : []),
    ...Object.entries(choices ?? {}).map(([value, text], order) => choice(type, property, value, text, order)),
  ];
}

function control(dialog: string, name: string, type: string, property: string | null, text: string | null, next: string | null) {
  return insert('Control', {
    Dialog_: dialog,
    Control: name,
    Type: type,
    X: 20,
    Y: 20,
    Width: 100,
    Height: 15,
    Attributes: 3,
    Property: property,
    Text: text,
    Control_Next: next,
  });
}

function choice(type: StandInControl['type'], property: string, value: string, text: string, order: number): string {
  const row = { Property: property, Order: order + 1, Value: value, Text: text };
  return type === 'RadioButtonGroup'
    ? insert('RadioButton', { ...row, X: 0, Y: 15 * order, Width: 100, Height: 15 })
    : insert('ComboBox', row);
}

function choiceTable(table: string, place: string): string {
  return `CREATE TABLE \`${table}\` (\`Property\` CHAR(72) NOT NULL, \`Order\` SHORT NOT NULL, \`Value\` CHAR(64) NOT NULL, ${place}\`Text\` CHAR(64) LOCALIZABLE PRIMARY KEY \`Property\`, \`Order\`)`;
}
