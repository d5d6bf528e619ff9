import { connect, isIPv6, type LookupFunction } from 'node:net';
import { connectionFailure } from './connectionFailure.ts';

/** Where to connect to: a host, known by its name, at addresses found before. */
export interface Endpoint {
  readonly host: string;
  readonly addresses: readonly string[];
  readonly port: number;
}

/**
 * Opens a connection and closes it again. Throws a `Problem` (`host-unreachable`) where none comes about, and the signal's reason
 * when called off; it has no time-out of its own.
 */
export function tryConnection({ host, addresses, port }: Endpoint, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ host, port, lookup: knownAddresses(addresses), signal });
  socket.once('connect', () => {
    socket.destroy();
    resolve();
  });
  socket.once('error', (error) => reject(signal.aborted ? signal.reason : (connectionFailure(error, host, port) ?? error)));
  return promise;
}

function knownAddresses(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_host, { all }, give) => (all ? give(null, found) : give(null, found[0]!.address, found[0]!.family));
}
