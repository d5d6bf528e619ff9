import type { LogEvent } from './logEvent.ts';
import { messageOf } from './messageOf.ts';
import { productInfo, productOf, productStatus } from './productLine.ts';
import { isOurMark, purposeOfMessage } from './whatRan.ts';

/** Reads a line of the engine, from behind its process, thread and time on. @param at that time, in seconds of the day */
export function engineEvent(text: string, at: number): LogEvent | null {
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
  ['Product Code from property table', (rest) => productOf(/'(\{.*)'/.exec(rest)?.[1] ?? '')],
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
