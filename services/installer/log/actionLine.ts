import { isStandardAction } from './standardActions.ts';

/**
 * A line for people that names an action and a time. Windows Installer makes it from one of three sentences of the package or of
 * Windows, in whatever language: `Action [Time]: [1]. [2]`, `Action start [Time]: [1].`, `Action ended [Time]: [1]. Return value
 * [2].` (Microsoft Learn, "Error Table", messages 7, 13 and 14). Which of the three it is, `actionReading.ts` tells.
 */
export interface ActionLine {
  /** The words before the time. */
  readonly before: string;
  readonly action: string;
  /** The words behind the action, each number as `#`. */
  readonly behind: string;
  /** The only number behind the action, where it can be a return value. */
  readonly value: number | null;
}

/**
 * Reads by the structure alone: a time, an action, perhaps a number; words, digits, colons, stops and what parts the time may be
 * those of any language. An action that has been seen before is known, whatever stands around it.
 */
export function readActionLine(line: string, seen: SeenActions = nothingSeen): ActionLine | null {
  if (line.length > longest || !digit.test(line)) return null;
  const plain = withAsciiDigits(line.replace(bidirectionalMarks, ''));
  const [timed, before = ''] = upToTime.exec(plain) ?? [];
  if (timed === undefined || toolsOwn.test(before)) return null;
  const rest = plain.slice(timed.length);
  const [, parted = '', name] = /^(.{0,16}?)(?<!\w)([A-Za-z_]\w[\w.]*)/u.exec(rest) ?? [];
  if (name === undefined) return null;
  const action = knownStart(name, seen.open) ?? name.replace(/\.+$/, '');
  const after = rest.slice(parted.length + action.length);
  const isKnown = isStandardAction(action) || seen.open.includes(action) || seen.scheduled.includes(action);
  if (!isKnown && !(/[^\s\p{L}\p{N}]/u.test(parted) && /^(?:\p{P}|$)/u.test(after))) return null;
  const words = after.replace(/^[\p{P}\s]+/u, '').trimEnd();
  const numbers = words.match(/\d+/g) ?? [];
  return {
    before: before.trim(),
    action,
    behind: words.replace(/\d+/g, '#'),
    value: numbers.length === 1 && /^[0-5]$/.test(numbers[0]!) ? Number(numbers[0]) : null,
  };
}

/** The actions that have started and not ended, and those that the sequence has come to. */
export interface SeenActions {
  readonly open: readonly string[];
  readonly scheduled: readonly string[];
}

const nothingSeen: SeenActions = { open: [], scheduled: [] };
/** Lines for people are short; a longer one is a tool's own. */
const longest = 1000;
const digit = /\p{Nd}/u;
const bidirectionalMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** A name with a colon, or an assignment: the line of a custom action, or a property. */
const toolsOwn = /=|^\w+:/;
/** Hours, minutes and seconds, whatever stands between them: `10:00:00`, `10.00.00`, `10 h 00 min 00 s`. A date is none. */
const upToTime = /^(\D{0,80})\d{1,2}[^\d/-]{1,5}\d{2}[^\d/-]{1,5}\d{2}(?!\d)(?:\s?[AP]M\b)?/;

/** The action at the beginning of a name, where a stop without a blank behind it has run it together with the next word. */
function knownStart(name: string, open: readonly string[]): string | undefined {
  const begun = open.filter((one) => name === one || name.startsWith(`${one}.`));
  const head = name.split('.', 1)[0]!;
  return begun.sort((a, b) => b.length - a.length)[0] ?? (isStandardAction(head) ? head : undefined);
}

/** The digits of a script stand in order; the zero is at a multiple of 16, or six behind one (Unicode, general category Nd). */
function withAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (one) => {
    const code = one.codePointAt(0)!;
    const zero = digit.test(String.fromCodePoint(code & ~0xf)) ? code & ~0xf : (code & ~0xf) + 6;
    return String(code - zero);
  });
}
