import { readActionLine, type SeenActions } from './actionLine.ts';
import type { LogEvent } from './logEvent.ts';
import { messageOf } from './messageOf.ts';
import { productOf, productStatus } from './productLine.ts';
import { isOurMark, purposeOfProperty } from './whatRan.ts';

/** What a line for people tells, by its form: its words are in the language of Windows. */
export function textEvent(line: string, seen?: SeenActions): LogEvent | null {
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
  if (named) return productOf(named);
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
