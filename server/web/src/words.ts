import { capitalize, words as inEnglish } from '../../view/words.ts';
import type { Status } from './api/view.ts';
import { locale } from './language/language.ts';
import { say, sayName } from './language/say.ts';

/** A name of ours in plain words of the user's language. */
export function words(name: string): string {
  return sayName(spelledOut(name));
}

/** A name of ours in plain English: `databaseBackupWarning` is "Database backup warning". */
export function spelledOut(name: string): string {
  return capitalize(inEnglish(name.replace(/-/g, ' ')));
}

/** What an installation is called among others, also where nobody has given it a name. */
export function nameOf({ name, id }: { readonly name: string | null; readonly id: string }): string {
  return name ?? say('Installation {id}', { id: id.slice(0, 8) });
}

/** What an installation is doing. */
export const statusWords: Readonly<Record<Status | 'damaged', string>> = {
  asking: say('In progress'),
  checking: say('Checking'),
  warning: say('In progress'),
  error: say('In progress'),
  ready: say('Ready to install'),
  installing: say('Installing'),
  failed: say('Failed'),
  postInstallation: say('Closing tasks'),
  finished: say('Finished'),
  cancelled: say('Cancelled'),
  damaged: say('Damaged'),
};

/** "3 minutes ago", as of now. */
export function ago(moment: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(moment) - now) / 1000);
  const [amount, unit] = units.find(([length]) => Math.abs(seconds) >= length) ?? [1, 'second'];
  return unit === 'second' ? say('just now') : relative.format(Math.trunc(seconds / amount), unit);
}

/** A moment as the user's country writes it. */
export function moment(at: string): string {
  return new Date(at).toLocaleString(locale);
}

/** The same without its day. */
export function timeOfDay(at: string): string {
  return new Date(at).toLocaleTimeString(locale);
}

/** A number with one digit behind its point, or comma. */
export function decimal(amount: number): string {
  return amount.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** The title of the window, for what it shows. */
export function titled(what: string): string {
  return `${what} – MIM Setup`;
}

/** 75 seconds as "1:15", 3675 as "1:01:15". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const units: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];
