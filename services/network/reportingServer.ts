import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { passed, waitsFor } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { addressesOf, resolvesTo } from './addresses.ts';
import type { SettledNetwork } from './settings.ts';
import { tryConnection } from './tryConnection.ts';

/** That the Service Manager management server can be found, and its data access service answers. */
export function reportingServer({ timeout, ports: { serviceManager: port }, resolve }: SettledNetwork) {
  return async ({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> => {
    const host = answers.reportingServer?.host;
    if (!host) return [];

    let addresses: readonly string[] = [];
    const name = await makeCheck({ id: 'reporting-server-name', page: 'reportingServer', timeout }, call, async () => {
      addresses = await addressesOf(host, resolve);
      return passed(resolvesTo(host, addresses));
    });
    const answer = await makeCheck({ id: 'reporting-server-port', page: 'reportingServer', timeout }, call, async (signal) => {
      if (addresses.length === 0)
        return waitsFor(name, 'The port can only be tried once the name resolves. Mend the name, then check again.');
      await tryConnection({ host, addresses, port }, signal);
      return passed(`${host} answers on port ${port}.`);
    });
    return [name, answer];
  };
}
