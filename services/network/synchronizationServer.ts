import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Finding, passed, warning } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { addressesOf } from './addresses.ts';
import type { SettledNetwork } from './settings.ts';
import { tryConnection } from './tryConnection.ts';

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
        const patience = AbortSignal.timeout(Math.ceil(timeout / 2));
        return tryConnection({ host, addresses, port }, AbortSignal.any([signal, patience])).then(
          () => passed(`${host} resolves to ${addresses.join(', ')}, and remote administration answers on port ${port}.`),
          (error: unknown) => {
            signal.throwIfAborted();
            return silent(host, port, error);
          },
        );
      }),
    ];
  };
}

function silent(host: string, port: number, error: unknown): Finding {
  const why = error instanceof Problem ? error.message : `Nothing answers there on port ${port}.`;
  return warning(
    'host-unreachable',
    `${host} resolves, but remote administration does not answer. ${why} If the name and the account are right, go on: the installer will warn that it can't contact the Synchronization Service, and no harm comes of it.`,
  );
}
