import { locale } from './language/language.ts';
import { say } from './language/say.ts';

/** "3 minutes ago", as of now. */
export function ago(at: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
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
