import { type ActionLine, readActionLine, type SeenActions } from './actionLine.ts';
import { isOurMark, type Purpose, purposeOfMessage, purposeOfProperty } from './whatRan.ts';

/** What one line of an installer's log tells. */
export type LogEvent =
  /** The sequence comes to an action, or the script carries it out. */
  | { readonly is: 'actionStarted'; readonly action: string; readonly by: 'sequence' | 'script' }
  /** A line for people about an action: that it starts, that it has ended, or something else. */
  | { readonly is: 'actionLine'; readonly line: ActionLine }
  | { readonly is: 'customActionFailed'; readonly action: string; readonly code: number; readonly ignored: boolean }
  | { readonly is: 'scriptStarted'; readonly kind: 'install' | 'rollback' | 'other' }
  | { readonly is: 'scriptEnded' }
  | { readonly is: 'rollingBack' }
  | { readonly is: 'rollbackError'; readonly code: number }
  | { readonly is: 'rollbackDisabled' }
  | { readonly is: 'featureDone'; readonly feature: string; readonly by: 'script' | 'text' }
  | { readonly is: 'componentDone'; readonly by: 'script' | 'text' }
  /** What ran, as far as the line tells. */
  | { readonly is: 'product'; readonly code?: string; readonly name?: string; readonly package?: string; readonly isOurs?: true }
  /** A name before a message; it is the product's where the installation has ended, else perhaps a tool's. */
  | { readonly is: 'named'; readonly name: string }
  | { readonly is: 'purpose'; readonly purpose: Purpose; readonly by: 'status' | 'asked' | 'done'; readonly name?: string }
  | { readonly is: 'account'; readonly of: 'installing' | 'service'; readonly name: string }
  /** A message of Windows Installer or of the package, by its number (Microsoft Learn, "Windows Installer Error Messages"). */
  | { readonly is: 'message'; readonly code: number; readonly shown: boolean; readonly at?: number }
  | { readonly is: 'serviceStarting'; readonly at: number }
  | { readonly is: 'engineReturned'; readonly code: number }
  /** A log begins, or ends: the words of the line, without date and time. */
  | { readonly is: 'opening'; readonly words: string; readonly verbose: boolean };

/**
 * Reads a line by Windows Installer's own marks, which are English on every Windows, and by the form of the lines for people,
 * whose words are not (Microsoft Learn, "Windows Installer Logging", "Logging of Action Return Values").
 */
export function eventOf(line: string, seen?: SeenActions): LogEvent | null {
  const engine = engineLine.exec(line);
  return engine ? engineEvent(line.slice(engine[0].length), secondsOf(engine[1]!)) : textEvent(line, seen);
}

/** A line of the engine itself: client, server or custom action server, process and thread, time. */
const engineLine = /^MSI \([a-zA-Z]\) \([0-9A-F]{2}[:!][0-9A-F]{2}\) \[([\d:]{1,20})\]: /;

function engineEvent(text: string, at: number): LogEvent | null {
  for (const [start, read] of engineReaders) {
    if (text.startsWith(start)) return read(text.slice(start.length), at);
  }
  return messageOf(text, at);
}

const engineReaders: readonly (readonly [start: string, read: (rest: string, at: number) => LogEvent | null])[] = [
  ['Doing action: ', (rest) => ({ is: 'actionStarted', action: rest.trim(), by: 'sequence' })],
  ['Executing op: ActionStart(Name=', (rest) => ({ is: 'actionStarted', action: /^[^,)]*/.exec(rest)![0], by: 'script' })],
  [
    'Executing op: Header(',
    (rest) => ({ is: 'scriptStarted', kind: scriptKinds[/ScriptType=(\d)/.exec(rest)?.[1] ?? ''] ?? 'other' }),
  ],
  ['Executing op: End(', () => ({ is: 'scriptEnded' })],
  ['Executing op: ComponentRegister(', () => ({ is: 'componentDone', by: 'script' })],
  ['Executing op: FeaturePublish(Feature=', (rest) => ({ is: 'featureDone', feature: /^[^,)]*/.exec(rest)![0], by: 'script' })],
  ['Executing op: ProductInfo(ProductKey=', (rest) => productInfo(rest)],
  ['Executing op: ProductRegister(', () => ({ is: 'purpose', purpose: 'installation', by: 'done' })],
  ['Executing op: ProductUnregister(', () => ({ is: 'purpose', purpose: 'removal', by: 'done' })],
  ['Executing op: ServiceControl(', (rest, at) => (/,Action=1,/.test(rest) ? { is: 'serviceStarting', at } : null)],
  ['Product Code from property table', (rest) => product(/'(\{.*)'/.exec(rest)?.[1] ?? '')],
  ['Command Line: ', (rest) => commandLine(rest)],
  ['Feature: ', (rest) => (isOurMark(/^[^;]*/.exec(rest)![0]) ? { is: 'product', isOurs: true } : null)],
  ['Error in rollback skipped.', (rest) => ({ is: 'rollbackError', code: Number(/-?\d+/.exec(rest)?.[0] ?? 0) })],
  ["Machine policy value 'DisableRollback' is 1", () => ({ is: 'rollbackDisabled' })],
  ["User policy value 'DisableRollback' is 1", () => ({ is: 'rollbackDisabled' })],
  ['MainEngineThread is returning ', (rest) => ({ is: 'engineReturned', code: Number.parseInt(rest, 10) })],
  ['Windows Installer ', (rest) => productStatus(rest)],
  ['Note: 1: ', (rest, at) => note(rest, at)],
];

const scriptKinds: Readonly<Record<string, 'install' | 'rollback'>> = { 1: 'install', 2: 'rollback' };

/** Seconds of the day. */
function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0, thousandths = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds + thousandths / 1000;
}

function textEvent(line: string, seen?: SeenActions): LogEvent | null {
  const [, failed, code, remark] = /^CustomAction (\S+) returned actual error code (-?\d+)(.*)$/.exec(line) ?? [];
  if (failed) {
    return { is: 'customActionFailed', action: failed, code: Number(code), ignored: /translated to success/.test(remark!) };
  }
  if (line.startsWith('=== ')) return opening(line);
  if (line.startsWith('Property(')) return property(line);
  if (line.startsWith('Rollback: ')) return { is: 'rollingBack' };
  if (line.startsWith('Windows Installer ')) return productStatus(line.slice('Windows Installer '.length));
  const [, path] = /^ {5,}\*{7} Product: (\S.{0,400})$/.exec(line) ?? [];
  if (path) return { is: 'product', package: path };
  const [, feature] = /^\p{L}[\p{L}\p{M} ]{0,30}\s?[:：]\s?([A-Za-z_][\w.]{0,80})$/u.exec(line) ?? [];
  if (feature) return { is: 'featureDone', feature, by: 'text' };
  if (/^1: \{[0-9A-F-]{36}\} 2: \{[0-9A-F-]{36}\} 3: /.test(line)) return { is: 'componentDone', by: 'text' };
  const [, named] = /^1: .{0,400} 2: (\{[0-9A-F-]{36}\}) $/.exec(line) ?? [];
  if (named) return product(named);
  const action = readActionLine(line, seen);
  return action ? { is: 'actionLine', line: action } : messageOf(line);
}

function opening(line: string): LogEvent {
  return {
    is: 'opening',
    words: line.slice(0, 60).replace(/\d.*$/s, ''),
    verbose: line.startsWith('=== Verbose logging started'),
  };
}

/** What the engine tells of its properties at the end: `Property(S): ProductName = …`. */
function property(line: string): LogEvent | null {
  const [, name = '', value = ''] = /^Property\([A-Z]\): (\w{1,80}) = (.{0,400})/.exec(line) ?? [];
  if (name === 'ProductName') return { is: 'product', name: value };
  if (name === 'LogonUser') return { is: 'account', of: 'installing', name: value };
  if (name === 'SERVICE_ACCOUNT_NAME') return { is: 'account', of: 'service', name: value };
  if (isOurMark(name)) return { is: 'product', isOurs: true };
  const purpose = purposeOfProperty(name, value);
  return purpose && { is: 'purpose', purpose, by: 'asked' };
}

/** One that a newer version removes the older one by is no removal of the product. */
function commandLine(rest: string): LogEvent | null {
  if (/\bUPGRADINGPRODUCTCODE=/.test(rest)) return null;
  if (/\bREMOVE=ALL\b/.test(rest)) return { is: 'purpose', purpose: 'removal', by: 'asked' };
  if (/\bREINSTALL=\w/.test(rest)) return { is: 'purpose', purpose: 'repair', by: 'asked' };
  return (rest.match(/\b[A-Z_]{8,40}(?==)/g) ?? []).some(isOurMark) ? { is: 'product', isOurs: true } : null;
}

function note(rest: string, at: number): LogEvent | null {
  const code = Number(/^\d{4,5}\b/.exec(rest)?.[0]);
  const purpose = purposeOfMessage[code];
  if (purpose) return { is: 'purpose', purpose, by: 'status' };
  return code ? { is: 'message', code, shown: false, at } : null;
}

/** `Error 1920. …`, in whatever language, alone or after the product's name; or the product's name with how it ended. */
function messageOf(text: string, at?: number): LogEvent | null {
  const [, name, rest = ''] = /^\p{L}[\p{L}\p{M} ]{0,30}\s?[:：]\s?(\S.{0,200}?) -- (.{0,200})/u.exec(text) ?? [];
  const [, code] =
    /^\p{L}[\p{L}\p{M}]{0,20}(?: \p{L}{1,20})?\s?(\d{4,5})\s?[.。．｡।]\s?\S/u.exec(name === undefined ? text : rest) ?? [];
  if (code) return { is: 'message', code: Number(code), shown: true, ...(at !== undefined && { at }) };
  if (name === undefined) return null;
  const purpose = purposes[/^(Installation|Removal|Configuration) /.exec(rest)?.[1] ?? ''];
  return purpose ? { is: 'purpose', purpose, by: 'status', name } : { is: 'named', name };
}

const purposes: Readonly<Record<string, Purpose>> = {
  Installation: 'installation',
  Removal: 'removal',
  Configuration: 'change',
  installed: 'installation',
  removed: 'removal',
  reconfigured: 'change',
  updated: 'change',
};

function productStatus(rest: string): LogEvent | null {
  const [, verb = '', name] = /^(\w+) the product\. Product Name: (.{1,200}?)\. Product Version:/.exec(rest) ?? [];
  const purpose = purposes[verb];
  return purpose && name !== undefined ? { is: 'purpose', purpose, by: 'status', name } : null;
}

/** `{…},ProductName=…,PackageName=…,` */
function productInfo(rest: string): LogEvent | null {
  const [, name] = /,ProductName=([^,]{1,200}),/.exec(rest) ?? [];
  const [, file] = /,PackageName=([^,]{1,200}),/.exec(rest) ?? [];
  const found = product(rest);
  return found && { ...found, ...(name !== undefined && { name }), ...(file !== undefined && { package: file }) };
}

function product(text: string): Extract<LogEvent, { is: 'product' }> | null {
  const [, code] = /^(\{[0-9A-Fa-f-]{36}\})/.exec(text) ?? [];
  return code ? { is: 'product', code: code.toUpperCase() } : null;
}
