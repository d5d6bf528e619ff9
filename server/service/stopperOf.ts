import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Slots } from './slots.ts';

/** How long requests in flight may take to end when the service stops, milliseconds. */
export const grace = 10_000;

/**
 * Knows the requests of a server from now on. What it gives stops the server: it takes no more connections, ends each that is kept with
 * the next reply on it, and lets the requests in flight end, for as long as `patience` (milliseconds); what is left then is cut off.
 * Connections without a request, which clients keep or open ahead, are not waited for.
 *
 * @returns how many requests were cut off.
 */
export function stopperOf(server: Server, patience = grace): () => Promise<number> {
  const inFlight = new Slots<ServerResponse>();
  let isStopping = false;
  let onEnd = () => {};
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // Before anything is answered.
  server.prependListener('request', (_request, response) => {
    const end = inFlight.add(response);
    if (isStopping) letGo(response);
    response.on('close', () => {
      end();
      onEnd();
    });
  });
  return async () => {
    isStopping = true;
    for (const response of inFlight) letGo(response);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, patience);
      onEnd = () => {
        if (inFlight.size > 0) return;
        clearTimeout(limit);
        resolve();
      };
      onEnd();
    });
    const cutOff = inFlight.size;
    // The server itself knows neither those that were upgraded nor those whose handshake has not ended.
    for (const socket of sockets) socket.destroy();
    await closed;
    return cutOff;
  };
}

/** A connection that is kept would bring more requests: it ends with the reply. */
function letGo(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
