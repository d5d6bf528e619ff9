import type { Call, CheckResult, Subject } from '../../machines/ports.ts';
import { check, passed } from '../check.ts';
import { addressesOf } from './addresses.ts';
import type { Network } from './network.ts';

/** That the name by which clients are to reach the MIM Service resolves. Nothing listens there before the installation. */
export function serviceAddress({ timeout, resolve }: Network) {
  return async ({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> => {
    const host = answers.serviceAddress?.host;
    if (!host) return [];

    return [
      await check({ id: 'service-address', page: 'serviceAddress', timeout }, call, async () => {
        const addresses = await addressesOf(host, resolve);
        return passed(`${host} resolves to ${addresses.join(', ')}.`);
      }),
    ];
  };
}
