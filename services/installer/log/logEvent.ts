/** What one line of an installer's log tells. */
export type LogEvent =
  /** `by` tells whether it is the sequence that comes to it, the script that carries it out, or only a line for people. */
  | { readonly is: 'actionStarted'; readonly action: string; readonly by: 'sequence' | 'script' | 'text' }
  /** 1 and 5 success, 2 cancelled, 3 fatal, 4 suspended, 0 not done. */
  | { readonly is: 'actionEnded'; readonly action: string; readonly value: number }
  | { readonly is: 'customActionFailed'; readonly action: string; readonly code: number; readonly ignored: boolean }
  | { readonly is: 'scriptStarted'; readonly kind: 'install' | 'rollback' | 'other' }
  | { readonly is: 'scriptEnded' }
  | { readonly is: 'rollingBack' }
  | { readonly is: 'rollbackError'; readonly code: number }
  | { readonly is: 'rollbackDisabled' }
  | { readonly is: 'featureDone'; readonly feature: string; readonly by: 'script' | 'text' }
  | { readonly is: 'componentDone'; readonly by: 'script' | 'text' }
  | { readonly is: 'product'; readonly code: string }
  | { readonly is: 'productStatus'; readonly change: 'installed' | 'removed' | 'changed'; readonly code: number }
  | { readonly is: 'error'; readonly code: number }
  | { readonly is: 'engineReturned'; readonly code: number };

/**
 * Reads a line by Windows Installer's own marks, which are English on every Windows, and by the form of the lines for people,
 * whose words are not (Microsoft Learn, "Windows Installer Logging", "Logging of Action Return Values").
 */
export function eventOf(line: string): LogEvent | null {
  const engine = engineLine.exec(line);
  return engine ? engineEvent(line.slice(engine[0].length)) : textEvent(line);
}

/** A line of the engine itself: client, server or custom action server, process and thread, time. */
const engineLine = /^MSI \([a-zA-Z]\) \([0-9A-F]{2}[:!][0-9A-F]{2}\) \[[\d:]+\]: /;

function engineEvent(text: string): LogEvent | null {
  for (const [start, read] of engineReaders) {
    if (text.startsWith(start)) return read(text.slice(start.length));
  }
  return statusOf(text);
}

const engineReaders: readonly (readonly [start: string, read: (rest: string) => LogEvent | null])[] = [
  ['Doing action: ', (rest) => ({ is: 'actionStarted', action: rest.trim(), by: 'sequence' })],
  ['Executing op: ActionStart(Name=', (rest) => ({ is: 'actionStarted', action: /^[^,)]*/.exec(rest)![0], by: 'script' })],
  [
    'Executing op: Header(',
    (rest) => ({ is: 'scriptStarted', kind: scriptKinds[/ScriptType=(\d)/.exec(rest)?.[1] ?? ''] ?? 'other' }),
  ],
  ['Executing op: End(', () => ({ is: 'scriptEnded' })],
  ['Executing op: ComponentRegister(', () => ({ is: 'componentDone', by: 'script' })],
  ['Executing op: FeaturePublish(Feature=', (rest) => ({ is: 'featureDone', feature: /^[^,)]*/.exec(rest)![0], by: 'script' })],
  ['Executing op: ProductInfo(ProductKey=', (rest) => product(rest)],
  ['Product Code from property table', (rest) => product(/'(\{.*)'/.exec(rest)?.[1] ?? '')],
  ['Error in rollback skipped.', (rest) => ({ is: 'rollbackError', code: Number(/-?\d+/.exec(rest)?.[0] ?? 0) })],
  ["Machine policy value 'DisableRollback' is 1", () => ({ is: 'rollbackDisabled' })],
  ["User policy value 'DisableRollback' is 1", () => ({ is: 'rollbackDisabled' })],
  ['MainEngineThread is returning ', (rest) => ({ is: 'engineReturned', code: Number.parseInt(rest, 10) })],
  ['Windows Installer ', (rest) => productStatus(rest)],
];

const scriptKinds: Readonly<Record<string, 'install' | 'rollback'>> = { 1: 'install', 2: 'rollback' };

function textEvent(line: string): LogEvent | null {
  const [, failed, code, remark] = /^CustomAction (\S+) returned actual error code (-?\d+)(.*)$/.exec(line) ?? [];
  if (failed) {
    return { is: 'customActionFailed', action: failed, code: Number(code), ignored: /translated to success/.test(remark!) };
  }
  if (line.startsWith('Rollback: ')) return { is: 'rollingBack' };
  if (line.startsWith('Windows Installer ')) return productStatus(line.slice('Windows Installer '.length));
  const [, feature] = /^Feature: (\S+)$/.exec(line) ?? [];
  if (feature) return { is: 'featureDone', feature, by: 'text' };
  if (/^1: \{[0-9A-F-]{36}\} 2: \{[0-9A-F-]{36}\} 3: /.test(line)) return { is: 'componentDone', by: 'text' };
  const [, named] = /^1: .* 2: (\{[0-9A-F-]{36}\}) $/.exec(line) ?? [];
  if (named) return product(named);
  return actionEvent(line) ?? statusOf(line);
}

/** `Action start 5:22:54: InstallFiles.`, `Action 5:22:54: InstallFiles. Copying`, `Action ended 5:22:55: InstallFiles. Return value 1.` */
function actionEvent(line: string): LogEvent | null {
  const [, words, action, rest = ''] = actionLine.exec(line) ?? [];
  if (!words || !action) return null;
  const [, value] = /^\S+(?: \S+){0,2} (\d)[.。]?$/.exec(rest) ?? [];
  const ended = words.startsWith('Action') ? words === 'Action ended' : value !== undefined;
  return ended && value !== undefined
    ? { is: 'actionEnded', action, value: Number(value) }
    : { is: 'actionStarted', action, by: 'text' };
}

const actionLine = /^([^\s:=][^:=]{1,40}?) \d{1,2}:\d{2}:\d{2}: ([A-Za-z_][\w.]*?)\.(?: (.*))?$/;

/** `Error 1920. …`, in whatever language, alone or after the product's name. */
function statusOf(text: string): LogEvent | null {
  const [, code] = /^(?:\p{L}+: .* -- )?\p{L}{3,20} (\d{4})\. ?\S/u.exec(text) ?? [];
  return code ? { is: 'error', code: Number(code) } : null;
}

function productStatus(rest: string): LogEvent | null {
  const [, verb] = /^(installed|removed|reconfigured|updated) the product\./.exec(rest) ?? [];
  const [, code] = /status: (\d+)\.?\s*$/.exec(rest) ?? [];
  if (!verb || !code) return null;
  const change = verb === 'installed' || verb === 'removed' ? verb : 'changed';
  return { is: 'productStatus', change, code: Number(code) };
}

function product(text: string): LogEvent | null {
  const [, code] = /^(\{[0-9A-Fa-f-]{36}\})/.exec(text) ?? [];
  return code ? { is: 'product', code: code.toUpperCase() } : null;
}
