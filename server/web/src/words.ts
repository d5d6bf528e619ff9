import type { Status } from './api/view.ts';

/** A name of ours in plain words: `databaseBackupWarning` is "Database backup warning". */
export function words(name: string): string {
  const text = name
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/-/g, ' ')
    .replace(/share point/i, 'SharePoint')
    .replace(/\burl\b/i, 'URL');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an installation is called among others, also where nobody has given it a name. */
export function nameOf({ name, id }: { readonly name: string | null; readonly id: string }): string {
  return name ?? `Installation ${id.slice(0, 8)}`;
}

/** What an installation is doing. */
export const statusWords: Readonly<Record<Status | 'damaged', string>> = {
  asking: 'In progress',
  checking: 'Checking',
  warning: 'In progress',
  error: 'In progress',
  ready: 'Ready to install',
  installing: 'Installing',
  failed: 'Failed',
  postInstallation: 'Closing tasks',
  finished: 'Finished',
  cancelled: 'Cancelled',
  damaged: 'Damaged',
};

/** "3 minutes ago", as of now. */
export function ago(moment: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(moment) - now) / 1000);
  const [amount, unit] = units.find(([length]) => Math.abs(seconds) >= length) ?? [1, 'second'];
  return unit === 'second' ? 'just now' : relative.format(Math.trunc(seconds / amount), unit);
}

/** 75 seconds as "1:15", 3675 as "1:01:15". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const units: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];
