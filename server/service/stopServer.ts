import type { Server } from 'node:http';

/** How long requests in flight may take to end when the service stops, milliseconds. */
export const grace = 10_000;

/**
 * Takes no more requests, and lets those in flight end, for as long as `patience` (milliseconds); what is left then is cut off.
 *
 * @returns how many connections were cut off.
 */
export async function stopServer(server: Server, patience = grace): Promise<number> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection is idle once its last request has been answered; its client might keep it.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  let left = 0;
  const limit = setTimeout(() => {
    server.getConnections((_error, count) => {
      left = count;
      server.closeAllConnections();
    });
  }, patience);
  await closed;
  clearInterval(idle);
  clearTimeout(limit);
  return left;
}
