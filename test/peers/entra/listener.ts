import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Identity } from '../authority.ts';

/**
 * How a peer misbehaves: it hangs, breaks off, answers nonsense, does the deed and loses the answer or keeps it to itself,
 * answers a status, or repeats what it was sent.
 */
export type Fault =
  | 'hang'
  | 'breakOff'
  | 'nonsense'
  | 'loseAnswer'
  | 'keepAnswer'
  | { readonly status: number; readonly body?: string }
  | {
      readonly status: number;
      repeat(sent: string): { readonly body: string; readonly headers?: Readonly<Record<string, string>> };
    };

export interface Misbehaviour {
  /** Of which requests, by `METHOD /path`; of all, left out. */
  readonly on?: RegExp;
  /** How many such requests go well before. */
  readonly after?: number;
  /** How often it misbehaves; always, left out. */
  readonly times?: number;
}

/** An HTTPS server on 127.0.0.1 that can be made to misbehave. */
export interface Listener {
  readonly url: string;
  /** Each request so far, as `METHOD /path`. */
  readonly log: readonly string[];
  misbehave(fault: Fault, misbehaviour?: Misbehaviour): void;
  behave(): void;
  /** Answers no more: connections are refused. */
  stop(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `handlerAt` is told the address, which some peers have to know of themselves. */
export async function listen({ key, cert }: Identity, handlerAt: (url: string) => Handler | Promise<Handler>): Promise<Listener> {
  let handler: Handler | undefined;
  let faulty: { fault: Fault; on: RegExp; after: number; times: number } | undefined;
  const log: string[] = [];

  const server = createServer({ key, cert }, (request, response) => {
    const line = `${request.method} ${request.url}`;
    log.push(line);
    const fault = faultFor(line);
    if (fault && fault !== 'loseAnswer' && fault !== 'keepAnswer') return void misbehaved(fault, request, response);
    if (fault) withoutAnswer(response, fault === 'loseAnswer' ? () => request.socket.destroy() : () => {});
    handler?.(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  handler = await handlerAt(url);

  function faultFor(line: string): Fault | undefined {
    if (!faulty?.on.test(line)) return undefined;
    if (faulty.after > 0) {
      faulty.after -= 1;
      return undefined;
    }
    if (faulty.times === 0) return undefined;
    faulty.times -= 1;
    return faulty.fault;
  }

  return {
    url,
    log,
    misbehave(fault, { on = /./, after = 0, times = Number.POSITIVE_INFINITY } = {}) {
      faulty = { fault, on, after, times };
    },
    behave() {
      faulty = undefined;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function misbehaved(
  fault: Exclude<Fault, 'loseAnswer' | 'keepAnswer'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'hang') return;
  if (fault === 'breakOff') {
    request.socket.destroy();
  } else if (fault === 'nonsense') {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html><title>Welcome to the guest network</title></html>');
  } else if ('repeat' in fault) {
    const { body, headers = {} } = fault.repeat(`${request.headers.authorization ?? ''} ${await bodyOf(request)}`);
    response.writeHead(fault.status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  } else {
    response.writeHead(fault.status, { 'content-type': 'application/json' });
    response.end(fault.body ?? '');
  }
}

function withoutAnswer(response: ServerResponse, instead: () => void): void {
  response.writeHead = () => response;
  response.write = () => true;
  response.end = () => {
    instead();
    return response;
  };
}
