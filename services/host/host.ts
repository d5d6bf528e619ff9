import type { Call, CheckResult, HostCheckId, Subject } from '../../machines/ports.ts';
import { check, type Finding } from '../check.ts';
import { hostFacts } from './hostFacts.ts';
import { type HostQuestion, hostQuestions } from './hostQuestions.ts';
import { askPowerShell, type PowerShellSettings, unlessSilent } from './powershell.ts';

export interface HostSettings extends PowerShellSettings {
  /**
   * How long the checks may take together, milliseconds: one script answers them all, and loading SharePoint's PowerShell alone
   * can take half a minute.
   */
  readonly timeout: number;
}

/** Checks this host: Windows, the installing user's rights, SharePoint's solutions, disk space, restarts, other installers. */
export function createHost({ timeout, ...settings }: HostSettings) {
  return {
    async ready({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> {
      const { components, database } = answers;
      const portal = components?.features.includes('portal') ?? false;
      const asked = {
        drive: components?.installDirectory?.slice(0, 1).toUpperCase() ?? 'C',
        portal,
        sqlServer: database?.server ?? null,
      };
      const ended = new AbortController();
      const facts = askPowerShell(script, asked, hostFacts, settings, AbortSignal.any([call.signal, ended.signal]));
      // Each check hears of a failure below; where all have ended before, nobody is left to hear of it.
      facts.catch(() => {});
      const questions = hostQuestions(asked);

      const ask = ([id, { find, byHand }]: [HostCheckId, HostQuestion]) =>
        check({ id, page: 'ready', timeout }, call, (): Promise<Finding> => unlessSilent(async () => find(await facts), byHand));
      try {
        return await Promise.all((Object.entries(questions) as [HostCheckId, HostQuestion][]).map(ask));
      } finally {
        ended.abort();
      }
    },
  };
}

const script = new URL('./host.ps1', import.meta.url);
