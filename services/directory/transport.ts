import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** The one connection of a client: how it is made, and what becomes of work that is under way when it breaks. */
export interface Transport {
  readonly connectors: { readonly createConnection: typeof connectTcp; readonly createSecureConnection: typeof connectTls };
  /** The outcome of the work, or the reason why the connection broke before there was one. */
  whileItLasts<T>(work: Promise<T>): Promise<T>;
  close(): void;
}

/**
 * Makes each connection once, and watches it. Left to itself, the library would connect anew when a connection has broken, and then
 * ask, or even send the password, in plain text; and it misses some ways of breaking.
 */
export function makeTransport(signal: AbortSignal): Transport {
  const sockets: Socket[] = [];
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => {});
  const close = () => {
    signal.removeEventListener('abort', close);
    for (const socket of sockets) socket.destroy();
  };
  signal.addEventListener('abort', close, { once: true });
  const watch = (socket: Socket) => {
    sockets.push(socket);
    let cause: Error | undefined;
    socket.on('error', (error) => {
      cause ??= error;
    });
    socket.once('close', () => reject(cause ?? new Error('The connection broke off.')));
  };
  return {
    connectors: { createConnection: once(connectTcp, watch), createSecureConnection: once(connectTls, watch) },
    whileItLasts: (work) => Promise.race([work, broken]),
    close,
  };
}

function once<Connect extends (...args: never[]) => Socket>(make: Connect, watch: (socket: Socket) => void): Connect {
  let made = false;
  return ((...args: Parameters<Connect>) => {
    if (made) throw new Error('The connection broke off.');
    made = true;
    const socket = make(...args);
    watch(socket);
    return socket;
  }) as Connect;
}
