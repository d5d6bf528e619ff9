import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long requests in flight may take to end when the service stops, milliseconds. */
export const grace = 10_000;

/**
 * Counts the requests of a server from now on. What it gives stops the server: it takes no more requests and lets those in flight
 * end, for as long as `patience` (milliseconds); what is left then is cut off. Connections without a request, which clients keep
 * or open ahead, are not waited for.
 *
 * @returns how many requests were cut off.
 */
export function stopperOf(server: Server, patience = grace): () => Promise<number> {
  let inFlight = 0;
  let onEnd = () => {};
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (_request, response) => {
    inFlight += 1;
    response.on('close', () => {
      inFlight -= 1;
      onEnd();
    });
  });
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, patience);
      onEnd = () => {
        if (inFlight > 0) return;
        clearTimeout(limit);
        resolve();
      };
      onEnd();
    });
    const cutOff = inFlight;
    // The server itself knows neither those that were upgraded nor those whose handshake has not ended.
    for (const socket of sockets) socket.destroy();
    await closed;
    return cutOff;
  };
}
