import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { passed } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { addressesOf, resolvesTo } from './addresses.ts';
import type { SettledNetwork } from './settings.ts';

/** That the name by which clients are to reach the MIM Service resolves. Nothing listens there before the installation. */
export function serviceAddress({ timeout, resolve }: SettledNetwork) {
  return async ({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> => {
    const host = answers.serviceAddress?.host;
    if (!host) return [];

    return [
      await makeCheck({ id: 'service-address', page: 'serviceAddress', timeout }, call, async () => {
        const addresses = await addressesOf(host, resolve);
        return passed(resolvesTo(host, addresses));
      }),
    ];
  };
}
