import { wrapAnsi } from 'fast-wrap-ansi';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { ownVersion } from '../runner/version.ts';
import type { Saved } from '../store/rows.ts';
import type { Wording } from '../view/wording.ts';

/** A part that could not be had. */
export interface Missing {
  readonly name: string;
  readonly why: string;
}

interface Told {
  readonly saved: Saved;
  readonly loaded: LoadedInstallation | undefined;
  readonly damage: string | undefined;
  readonly now: Date;
  readonly parts: readonly { readonly name: string; readonly about: string }[];
  readonly missing: readonly Missing[];
}

/** What is in a collection, what is not, and what to mind before it is passed on. */
export function readMe({ saved, loaded, damage, now, parts, missing }: Told, { tell }: Pick<Wording, 'tell'>): string {
  const { id, name, mode, status, page, revision } = saved;
  return [
    tell('A collection of mim-setup, for whoever helps'),
    '',
    ...table([
      [tell('Installation'), id],
      ...(name === null ? [] : [[tell('Name'), name] as const]),
      [tell('Mode'), mode],
      [tell('Status'), tell(`${status}, at ${page}, revision ${revision}`)],
      [tell('Collected'), tell(`${now.toISOString()} by mim-setup ${ownVersion}`)],
    ]),
    '',
    ...paragraph(tell(passedOn)),
    '',
    ...(damage === undefined ? [] : [tell(damage), tell(hadOf(loaded)), '']),
    tell('In it:'),
    '',
    ...table(parts.map((part) => [part.name, tell(part.about)])),
    '',
    ...(missing.length > 0
      ? [tell('Could not be had:'), '', ...table(missing.map((part) => [part.name, tell(part.why)])), '']
      : []),
  ].join('\r\n');
}

const passedOn =
  'Passwords, client secrets and tokens are left out of it: answers have a placeholder for each, the journal says only that one was kept, and the logs have them masked. The names of servers, accounts, people and addresses are in it. Read it through before you pass it on.';

function hadOf(loaded: LoadedInstallation | undefined): string {
  return loaded
    ? `Its answers, checks, plan and report are told as its journal has them at revision ${loaded.row.revision}.`
    : 'Its answers, checks, plan and report cannot be told: its journal has no state that can be used.';
}

function paragraph(text: string): string[] {
  return wrapAnsi(text, 112).split('\n');
}

function table(rows: readonly (readonly [left: string, right: string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
