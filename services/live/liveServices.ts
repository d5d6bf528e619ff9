import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Services } from '../../machines/ports/services.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { createEntra } from '../entra/createEntra.ts';
import { censorOf } from './censor.ts';
import { makeGroup } from './checkGroup.ts';
import { type Groups, groupsOf } from './groups.ts';
import { localParts } from './localParts.ts';
import type { Parts } from './parts.ts';
import type { LiveSettings } from './settings.ts';
import { trustSystemAuthorities } from './systemAuthorities.ts';

/** The services that ask and change the real world. */
export interface LiveServices extends Services {
  /** Forgets who has signed in for an installation that has ended. */
  forget(installation: string): void;
  /** The same services, with these parts in the place of its own. */
  through(parts: Parts): Services;
}

/**
 * The services for real: Entra ID asked by this process, all else by the parts of this host. From then on this process trusts the
 * system's authorities. Whatever a check says is cleared of the installation's secrets.
 */
export function liveServices(settings: LiveSettings): LiveServices {
  trustSystemAuthorities();
  const { timeout, clouds, clientId } = settings;
  const entra = createEntra({ checkTimeout: timeout, clouds, ...(clientId !== undefined && { clientId }) });
  const through = (by: Parts): Services => {
    const groups = groupsOf(entra, by, settings);
    return {
      ...entra,
      install: by.install,
      stopInstaller: by.stopInstaller,
      checkPage: (subject, call) => make([groups.ofPage(subject)], subject, call, settings),
      checkEverything: (subject, call) => make(groups.ofEverything(subject), subject, call, settings),
      checkPackage: (subject, call) => make([groups.ofPackage(subject)], subject, call, settings),
      checkTasks: (subject, call) => make([groups.ofTasks(subject)], subject, call, settings),
    };
  };
  return { ...through(localParts(settings)), forget: entra.forget, through };
}

/** Makes all of them side by side, and clears what they say of the installation's secrets. */
async function make(
  groups: ReturnType<Groups['ofEverything']>,
  { installation, answers }: Subject,
  call: Call,
  { report }: LiveSettings,
): Promise<readonly CheckResult[]> {
  const censor = censorOf(answers);
  const censored = censor.call(call);
  const tell = (fault: unknown) => report?.(censor.fault(fault), { installation });
  const made = await Promise.all(groups.map((group) => makeGroup(group, censored, tell)));
  return censor.results(made.flat());
}
