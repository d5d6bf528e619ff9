import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { bridgePage } from './bridgePage.ts';
import type { Viewing } from './mirror.ts';

interface Serving {
  /** Stands in the address, so that nobody finds it who was not told. */
  readonly key: string;
  readonly viewer: string;
  readonly port: number;
  follow(viewing: Viewing): () => void;
}

/** A viewer that has left this much unread (bytes) is let go. */
const mostUnread = 64 * 1024 * 1024;

/** Serves the page that holds the viewer, and the WebSocket that tells it the events; on loopback, to this very page alone. */
export async function serveViewers({ key, viewer, port: wished, follow }: Serving) {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1024 });
  const server = createServer((request, response) => {
    if (!isForUs(request)) refuse(response, 403);
    else if (request.url !== `/${key}/`) refuse(response, 404);
    else if (request.method !== 'GET') refuse(response, 405);
    else bridgePage(response, viewer);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!isForUs(request) || !isOwnOrigin(request)) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    if (request.url !== `/${key}/events`) return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (viewing) => attach(viewing, follow));
  });
  await listen(server, wished);
  return {
    port: portOf(server),
    async close() {
      for (const viewing of sockets.clients) viewing.terminate();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };

  /** Another name in `Host` would be that of a web page which has made itself one for this address (DNS rebinding). */
  function isForUs({ headers }: IncomingMessage): boolean {
    return ownHosts().includes(headers.host?.toLowerCase() ?? '');
  }

  /** A program sends no `Origin`; every browser does, and says whose page it is that asks. */
  function isOwnOrigin({ headers: { origin } }: IncomingMessage): boolean {
    return origin === undefined || ownHosts().some((host) => origin === `http://${host}`);
  }

  function ownHosts(): string[] {
    return ['127.0.0.1', 'localhost'].map((name) => `${name}:${portOf(server)}`);
  }
}

/** What a viewer says is not listened to: it looks on, and that is all. */
function attach(viewing: WebSocket, follow: Serving['follow']): void {
  const end = follow({
    send(event) {
      if (viewing.readyState !== viewing.OPEN) return;
      if (viewing.bufferedAmount > mostUnread) viewing.terminate();
      else viewing.send(JSON.stringify(event));
    },
    leave: () => viewing.terminate(),
  });
  viewing.on('close', end).on('error', () => viewing.terminate());
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  try {
    await tryPort(server, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await tryPort(server, 0);
  }
}

function tryPort(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: ReturnType<typeof createServer>): number {
  return (server.address() as AddressInfo).port;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Cache-Control': 'no-store' }).end();
}
