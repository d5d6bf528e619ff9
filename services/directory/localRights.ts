import { z } from 'zod';
import { askPowerShell, listOf, type PowerShellSettings, Silent } from '../powershell/powershell.ts';

/** What a server tells of who may log on at it. */
export const localRights = z.object({
  /** SIDs that are denied local logon, with the members of local groups among them. */
  denied: listOf(z.string()),
  /** SIDs that may log on as a service, and that are denied it; likewise. */
  services: listOf(z.string()).optional(),
  deniedServices: listOf(z.string()).optional(),
  /** The SID of the account that was asked about; null where this server does not know it. */
  account: z.string().nullable(),
});

/** Who may log on at a server, as it was read. */
export type LocalRights = z.output<typeof localRights>;

/** Who reads the rights: this process, unless told otherwise. */
export interface RightsSettings extends PowerShellSettings {
  /** Reads who may log on at the server that MIM is installed on, where that is not this one; null where it does not tell. */
  readonly localRights?: ((account: string, signal: AbortSignal) => Promise<LocalRights | null>) | undefined;
}

/**
 * Reads who is denied local logon at the server that MIM is installed on, and who may log on as a service (`secedit /export`, which
 * takes an administrator). Null away from Windows, and without the right to look.
 */
export async function readLocalRights(
  account: string,
  { localRights: readElsewhere, ...settings }: RightsSettings,
  signal: AbortSignal,
): Promise<LocalRights | null> {
  if (readElsewhere) return readElsewhere(account, signal);
  return askPowerShell(script, { account }, localRights, settings, signal).catch((error: unknown) => {
    if (error instanceof Silent) return null;
    throw error;
  });
}

const script = new URL('./localRights.ps1', import.meta.url);
