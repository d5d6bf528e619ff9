import dns, { type LookupAddress } from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIPv6 } from 'node:net';

/**
 * Has this process resolve names as a hosts file would: the checks want names by which others reach a server, and the peers of
 * the tests listen on this computer alone. Other names are looked up as ever. Disposing of it ends it.
 */
export function nameHosts(addresses: Readonly<Record<string, string>>): Disposable {
  const ours = { lookup: dns.lookup, promised: dns.promises.lookup };
  const known = (host: string): LookupAddress | undefined => {
    const address = addresses[host.toLowerCase()];
    return address === undefined ? undefined : { address, family: isIPv6(address) ? 6 : 4 };
  };
  const lookup = (host: string, ...rest: [unknown, unknown?]) => {
    const found = known(host);
    if (!found) return (ours.lookup as (...all: unknown[]) => void)(host, ...rest);
    const give = rest.at(-1) as (error: null, address: unknown, family?: number) => void;
    process.nextTick(() => (wantsAll(rest[0]) ? give(null, [found]) : give(null, found.address, found.family)));
  };
  const promised = async (host: string, options?: unknown) => {
    const found = known(host);
    if (!found) return (ours.promised as (...all: unknown[]) => Promise<unknown>)(host, options);
    return wantsAll(options) ? [found] : found;
  };
  Object.assign(dns, { lookup });
  Object.assign(dns.promises, { lookup: promised });
  syncBuiltinESMExports();
  return {
    [Symbol.dispose]() {
      Object.assign(dns, { lookup: ours.lookup });
      Object.assign(dns.promises, { lookup: ours.promised });
      syncBuiltinESMExports();
    },
  };
}

function wantsAll(options: unknown): boolean {
  return typeof options === 'object' && options !== null && (options as { all?: boolean }).all === true;
}
