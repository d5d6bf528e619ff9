import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { greet } from './greet.ts';
import type { Prelogin } from './prelogin.ts';
import type { ServerName } from './serverName.ts';
import { portOfInstance } from './sqlBrowser.ts';

/** A SQL Server that answers: where, and what it says of itself before anyone signs in. */
export interface Contact extends Prelogin {
  readonly host: string;
  /** The one of its addresses that answers: of a listener's, only one is up. */
  readonly address: string;
  readonly port: number;
}

/** The port of a server that is named without instance and port. */
const defaultPort = 1433;

/**
 * Finds the server as its clients do: by name, for a named instance by SQL Server Browser, at all addresses of a listener at
 * once. Throws a `Problem` (`host-unreachable`, `database-unsuitable`) that says how far it got.
 */
export async function contact(name: ServerName, browserPort: number, signal: AbortSignal): Promise<Contact> {
  const addresses = await addressesOf(name.host);
  const port = name.port ?? (name.instance ? await instancePort(addresses, name.instance, browserPort, signal) : defaultPort);
  const socket = await firstToConnect(addresses, port, signal).catch(() => {
    signal.throwIfAborted();
    throw new Problem(
      'host-unreachable',
      `Nothing answers at ${name.host}, TCP port ${port}. Check that SQL Server runs there with TCP/IP enabled, and that the firewall between lets the port through.`,
    );
  });
  try {
    const address = socket.remoteAddress ?? name.host;
    return { host: name.host, address, port, ...(await greet(socket, `${name.host}, port ${port},`, signal)) };
  } finally {
    socket.destroy();
  }
}

async function addressesOf(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true }).catch((cause: unknown) => {
    throw new Problem(
      'host-unreachable',
      `The name ${host} does not resolve. Check it, and the DNS server of this computer. A SQL alias is known only on the computer that it was made on.`,
      { cause },
    );
  });
  return found.map(({ address }) => address);
}

function instancePort(addresses: readonly string[], instance: string, port: number, signal: AbortSignal): Promise<number> {
  return firstOf(addresses.map((address) => portOfInstance(address, instance, port, signal)));
}

/** A listener has an address in each subnet, and only one of them is up. */
async function firstToConnect(addresses: readonly string[], port: number, signal: AbortSignal): Promise<Socket> {
  const sockets = addresses.map((host) => connect({ host, port, signal }));
  const connected = sockets.map(
    (socket) =>
      new Promise<Socket>((resolve, reject) => {
        socket.once('connect', () => resolve(socket));
        socket.on('error', reject);
      }),
  );
  try {
    const winner = await firstOf(connected);
    for (const socket of sockets) if (socket !== winner) socket.destroy();
    return winner;
  } catch (error) {
    for (const socket of sockets) socket.destroy();
    throw error;
  }
}

/** The first that succeeds, or the first reason where none does. */
async function firstOf<T>(attempts: readonly Promise<T>[]): Promise<T> {
  return Promise.any(attempts).catch((error: AggregateError) => {
    throw error.errors[0];
  });
}
