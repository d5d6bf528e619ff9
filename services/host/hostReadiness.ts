import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult, HostCheckId } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import type { Finding } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { hostFacts } from './hostFacts.ts';
import { type HostQuestion, hostQuestions } from './hostQuestions.ts';
import { askPowerShell, unlessSilent } from './powershell.ts';
import type { HostSettings } from './settings.ts';

/** Checks this host: Windows, the installing user's rights, SharePoint's solutions, disk space, restarts, other installers. */
export function hostReadiness({ timeout, ...settings }: HostSettings) {
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
        makeCheck(
          { id, page: 'ready', timeout },
          call,
          (): Promise<Finding> => unlessSilent(async () => find(await facts), byHand),
        );
      try {
        return await Promise.all((Object.entries(questions) as [HostCheckId, HostQuestion][]).map(ask));
      } finally {
        ended.abort();
      }
    },
  };
}

const script = new URL('./host.ps1', import.meta.url);
