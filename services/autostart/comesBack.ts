import { isAbsolute, join, resolve } from 'node:path';
import { argumentOf } from './argumentOf.ts';
import type { Found, Kind } from './autostart.ts';
import { programFolder } from './thisProgram.ts';

/** What should come back: what runs now, or what the user has named. What is left out may be anything. */
export interface Expected {
  readonly kind: Kind;
  /** The account, with or without its domain, and the path of the data folder. */
  readonly account?: string | undefined;
  readonly data?: string | undefined;
}

/** Whether what is expected comes back after a restart of the computer. */
export interface Standing {
  readonly comesBack: boolean;
  /** Why not, a sentence each. */
  readonly reasons: readonly string[];
  readonly remarks: readonly string[];
}

/** Says whether what was found starts what is expected, and why not. */
export function standingOf(found: Found | null, { kind, account, data }: Expected): Standing {
  if (!found) {
    return {
      comesBack: false,
      reasons: [`Nothing starts the ${kind} with this computer: mim-setup autostart install ${kind}.`],
      remarks: [],
    };
  }
  const started = startedBy(found.command);
  const reasons = [
    ...found.obstacles,
    ...(started.kind !== kind ? [`${capital(found.where)} starts something else: ${found.command.join(' ')}.`] : []),
    ...(started.kind === kind && !isSame(started.folder, programFolder)
      ? [`${capital(found.where)} starts the program in ${started.folder}, and this one is in ${programFolder}.`]
      : []),
    ...(data !== undefined && started.data !== undefined && !isSame(started.data, data)
      ? [`${capital(found.where)} works in the data folder ${started.data}, and not in ${resolve(data)}.`]
      : []),
    ...(account !== undefined && !isSameAccount(found.account, account)
      ? [`${capital(found.where)} runs as ${found.account}, and not as ${account}.`]
      : []),
  ];
  return { comesBack: reasons.length === 0, reasons, remarks: found.remarks };
}

/** What a command line of ours starts, from which folder, and on which data. */
function startedBy(command: readonly string[]) {
  const main = command.findIndex((one) => /[\\/]server[\\/]cli[\\/]main\.[jt]s$/.test(one));
  const word = command[main + 1];
  return {
    kind: main < 0 ? undefined : word === 'serve' ? 'service' : word === 'runner' ? 'runner' : undefined,
    folder: main < 0 ? '' : command[main]!.replace(/[\\/]server[\\/]cli[\\/]main\.[jt]s$/, ''),
    data: argumentOf(command, '--data'),
  };
}

/** Whether two paths lead to the same place: Windows ignores case, and which slash it is. */
function isSame(one: string, other: string): boolean {
  const plain = (path: string) => {
    const whole = (isAbsolute(path) ? path : resolve(path)).replace(/[\\/]+$/, '');
    return process.platform === 'win32' ? join(whole).toLowerCase() : whole;
  };
  return plain(one) === plain(other);
}

/** `SYSTEM` and `NT AUTHORITY\SYSTEM` are one; a name without a domain is held against the name alone. */
export function isSameAccount(one: string, other: string): boolean {
  const [first, second] = [one, other].map((account) => account.toLowerCase().split('\\')) as [string[], string[]];
  if (first.length === 1 || second.length === 1) return first.at(-1) === second.at(-1);
  return first.join('\\') === second.join('\\');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
