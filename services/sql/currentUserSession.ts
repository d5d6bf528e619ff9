import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { askPowerShell, type PowerShellSettings, Silent } from '../powershell/powershell.ts';
import type { Row, Session } from './session.ts';
import { signInRefusal } from './signInRefusal.ts';

/** Where to sign in: the server as typed, since Windows' own client knows aliases and instances. */
export interface CurrentUserSubject {
  readonly server: string;
  readonly encrypts: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * Signs in as the Windows user that this service runs as, by PowerShell: there is no other way to do so without a password. Each
 * question is a connection of its own. Where there is no PowerShell, asking throws `Silent`.
 */
export function signInAsCurrentUser(subject: CurrentUserSubject, settings: PowerShellSettings): Session {
  const { timeout, ...at } = subject;
  const seconds = Math.max(1, Math.ceil(timeout / 1000));
  return {
    query: async (question, name, signal) =>
      rowOf(await askPowerShell(script, { ...at, seconds, question, name }, reply, settings, signal)),
    close: async () => {},
  };
}

/** What to do where the current user can't be asked, a sentence. */
export const withoutCurrentUser =
  'Name an account under "Check with another account", or check by hand: that the account which runs setup is a sysadmin, that full-text search is installed, and whether the database exists.';

const ownAccount =
  'Run the service as the account that will run setup, and give that account a login, or name another account under "Check with another account".';

const script = new URL('./ask.ps1', import.meta.url);

const reply = z.union([
  z.object({ row: z.record(z.string(), z.unknown()) }),
  z.object({ error: z.object({ number: z.number(), message: z.string() }) }),
]);

function rowOf(said: z.output<typeof reply>): Row {
  if ('row' in said) return said.row;
  const { number, message } = said.error;
  const cause = new Error(message);
  const refused = signInRefusal(number, 'the Windows account that this service runs as', ownAccount, cause);
  if (refused) throw refused;
  throw new Problem('host-unreachable', 'Windows could not reach or ask the server. See the detail.', { cause });
}

/** What to say where PowerShell is silent; null for any other error. */
export function silence(error: unknown): string | null {
  return error instanceof Silent ? `${error.message} ${withoutCurrentUser}` : null;
}
