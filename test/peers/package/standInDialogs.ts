import type { StandInControl, StandInDialogs } from './standInControls.ts';

/** The statements that put the dialogs into the package; wixl has no words for them. */
export function dialogStatements({ controls, texts, labelledBy }: StandInDialogs): string[] {
  const dialogs = [...new Set(controls.map(({ dialog }) => dialog))];
  const rowOf = (one: StandInControl) => controls.filter(({ dialog }) => dialog === one.dialog).indexOf(one);
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
    ...dialogs.map((dialog) => control({ dialog, name: 'Next', type: 'PushButton', text: '&Next' })),
    ...Object.entries(texts).flatMap(([dialog, shown]) =>
      shown.map((text, at) => control({ dialog, name: `Text${at}`, type: 'Text', text, y: 5 + 10 * at, width: 300 })),
    ),
    ...controls.flatMap((one) => controlRows(one, labelledBy, 60 + 25 * rowOf(one))),
    insert('ControlEvent', {
      Dialog_: dialogs[1]!,
      Control_: 'Next',
      Event: '[MAIL_SERVER_IS_EXCHANGE_ONLINE]',
      Argument: '1',
      Condition: '1',
      Ordering: 1,
    }),
    insert('ControlEvent', {
      Dialog_: dialogs[1]!,
      Control_: 'Next',
      Event: 'NewDialog',
      Argument: dialogs[2]!,
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

function controlRows(
  { dialog, control: name, type, property, label, password, choices }: StandInControl,
  labelledBy: StandInDialogs['labelledBy'],
  y: number,
): string[] {
  const ownText = type === 'CheckBox';
  const next = labelledBy === 'tab' ? name : null;
  return [
    ...(ownText || !label ? [] : [control({ dialog, name: `${name}Label`, type: 'Text', text: label, next, y })]),
    control({ dialog, name, type, property, text: ownText ? label : null, x: 130, y, attributes: 3 + (password ? 0x200000 : 0) }),
    ...(type === 'CheckBox' ? [insert('CheckBox', { Property: property, Value: '1' })] : []),
    ...Object.entries(choices ?? {}).map(([value, text], order) => choice(type, property, value, text, order)),
  ];
}

interface Placed {
  readonly dialog: string;
  readonly name: string;
  readonly type: string;
  readonly property?: string;
  readonly text?: string | null;
  readonly next?: string | null;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly attributes?: number;
}

function control({ dialog, name, type, property, text, next, x = 20, y = 240, width = 100, attributes = 3 }: Placed) {
  return insert('Control', {
    Dialog_: dialog,
    Control: name,
    Type: type,
    X: x,
    Y: y,
    Width: width,
    Height: 15,
    Attributes: attributes,
    Property: property ?? null,
    Text: text ?? null,
    Control_Next: next ?? null,
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
