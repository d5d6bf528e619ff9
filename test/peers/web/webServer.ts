import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Identity } from '../authority.ts';

/** A web server on 127.0.0.1, by TLS where it has an identity. Disposing of it ends it. */
export interface WebServer extends AsyncDisposable {
  readonly port: number;
  /** Each request so far, as `METHOD /path`. */
  readonly log: readonly string[];
}

/** Headers may come several times, as `WWW-Authenticate` does. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** `answers` is what it says to each path; to any other, 404. */
export async function startWebServer(answers: Readonly<Record<string, Answer>>, identity?: Identity): Promise<WebServer> {
  const log: string[] = [];
  const listener: RequestListener = (request, response) => {
    log.push(`${request.method} ${request.url}`);
    const { status, headers = {} } = answers[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, headers as Record<string, string | string[]>);
    response.end('<html></html>');
  };
  const server: Server = identity ? createSecureServer({ ...identity }, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    log,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
