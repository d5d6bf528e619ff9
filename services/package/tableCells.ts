import type { Row } from './tables.ts';

/** A cell's text, or null; a number is no text. */
export function textOf(row: Row | undefined, column: string): string | null {
  const cell = row?.[column];
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

/** A cell's number, or null. */
export function numberOf(row: Row | undefined, column: string): number | null {
  const cell = row?.[column];
  return typeof cell === 'number' ? cell : null;
}
