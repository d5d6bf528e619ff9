/** A line of `steppingHost.ts`: what it has found at its start, one installation a line, and what it was told that it had done. */
export type SteppingOutput =
  | Found
  | { readonly found: null }
  | { readonly stepped: string; readonly revision: number }
  | { readonly leaves: string }
  | { readonly gone: string };

export interface Found {
  readonly found: string;
  readonly revision: number;
  /** How many entries its journal has. */
  readonly entries: number;
  /** Why its seals do not vouch for it. */
  readonly broken: string | null;
}
