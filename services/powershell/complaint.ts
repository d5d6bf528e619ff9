import { stripVTControlCharacters } from 'node:util';

/**
 * The words of an error as PowerShell prints it, at most 300 characters: its lines are as wide as a console; what follows them is
 * where it happened. Later versions put a bar before each line, and colours in.
 */
export function complaintIn(text: string): string {
  const lines = stripVTControlCharacters(text).split(/\r?\n/);
  const barred = lines.flatMap((line) => /^\s+\|\s+(?!~)(\S.*)$/.exec(line)?.[1] ?? []);
  const where = lines.findIndex((line) => /^(?:At |\s*\+ |Line \|)/.test(line));
  const words = barred.length > 0 ? barred : lines.slice(0, where < 0 ? undefined : where);
  return words
    .map((line) => line.trim())
    .join(' ')
    .replace(/^Exception: /, '')
    .trim()
    .slice(0, 300);
}
