import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult, HostCheckId } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import type { Finding } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { prerequisites } from '../platforms/supportedPlatforms.ts';
import { askPowerShell, unlessSilent } from '../powershell/powershell.ts';
import { hostFacts } from './hostFacts.ts';
import { type HostQuestion, hostQuestions } from './hostQuestions.ts';
import { judgeAutostart } from './judgeAutostart.ts';
import type { HostReadinessSettings } from './settings.ts';

/**
 * Checks this host: Windows and what belongs to it, the installing user's rights, SharePoint, disk space, restarts, other installers.
 */
export function hostReadiness({ timeout, comesBack, ...settings }: HostReadinessSettings) {
  return {
    /** The host's checks that matter for the answers, side by side: one script answers them all, but for `host-autostart`. */
    async ready({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> {
      const { components, database, sharePointSite, certificate } = answers;
      const features = components?.features ?? [];
      const portal = features.includes('portal');
      const asked = {
        drive: components?.installDirectory?.slice(0, 1).toUpperCase() ?? 'C',
        portal,
        service: features.includes('service'),
        webServer: features.some((one) => portals.includes(one)) ? prerequisites.webServer : [],
        site: portal ? (sharePointSite?.url ?? null) : null,
        selfIssued: certificate?.source === 'selfIssued',
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
        return await Promise.all([
          ...(Object.entries(questions) as [HostCheckId, HostQuestion][]).map(ask),
          makeCheck({ id: 'host-autostart', page: 'ready', timeout }, call, (signal) =>
            judgeAutostart(comesBack, timeout, signal),
          ),
        ]);
      } finally {
        ended.abort();
      }
    },
  };
}

const portals: readonly string[] = ['portal', 'registrationPortal', 'resetPortal'];
const script = new URL('./host.ps1', import.meta.url);
