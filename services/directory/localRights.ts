import { z } from 'zod';
import { askPowerShell, listOf, type PowerShellSettings } from '../host/powershell.ts';

const localRights = z.object({
  /** SIDs that are denied local logon, with the members of local groups among them. */
  denied: listOf(z.string()),
  /** SIDs that may log on as a service, and that are denied it; likewise. */
  services: listOf(z.string()).optional(),
  deniedServices: listOf(z.string()).optional(),
  /** The SID of the account that was asked about; null where this server does not know it. */
  account: z.string().nullable(),
});

export type LocalRights = z.output<typeof localRights>;

/** Reads who is denied local logon at this server, and who may log on as a service, by `secedit`. Throws `Silent` away from Windows, or without the right to look. */
export async function readLocalRights(account: string, settings: PowerShellSettings, signal: AbortSignal): Promise<LocalRights> {
  return askPowerShell(script, { account }, localRights, settings, signal);
}

const script = new URL('./localRights.ps1', import.meta.url);
