import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { addressesOf, resolvesTo } from './addresses.ts';
import { expectAnswer } from './expectAnswer.ts';
import type { SettledNetwork } from './settings.ts';

/**
 * That the synchronization server can be found. One that does not answer is a warning alone: the installer then warns as well,
 * and where the values are right no harm comes of it (TechNet wiki, hh332711).
 */
export function synchronizationServer({ timeout, ports: { rpc: port }, resolve }: SettledNetwork) {
  return async ({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> => {
    const host = answers.synchronizationServer?.host;
    if (!host) return [];

    return [
      await makeCheck({ id: 'synchronization-server', page: 'synchronizationServer', timeout }, call, async (signal) => {
        const addresses = await addressesOf(host, resolve);
        const expected = {
          answers: resolvesTo(host, addresses, `, and remote administration answers on port ${port}`),
          silent: (why = `Nothing answers there on port ${port}.`) =>
            `${host} resolves, but remote administration does not answer. ${why} If the name and the account are right, go on: the installer will warn that it can't contact the Synchronization Service, and no harm comes of it.`,
        };
        return await expectAnswer({ host, addresses, port }, expected, timeout, signal);
      }),
    ];
  };
}
