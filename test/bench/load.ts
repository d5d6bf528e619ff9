import autocannon from 'autocannon';
import type { Measured } from './processes.ts';

/** What a load has shown. */
export interface Figures {
  readonly requestsPerSecond: number;
  /** Processor time of the server for each request, milliseconds. */
  readonly cpu: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
}

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** Asks a server as fast as it answers. Each connection goes through its own requests, round and round. */
export async function load(
  server: Measured,
  {
    connections,
    seconds,
    requests,
  }: { readonly connections: number; readonly seconds: number; requests(connection: number): readonly Asked[] },
): Promise<Figures> {
  const before = server.cpu();
  let connection = 0;
  const result = await autocannon({
    url: server.url,
    connections,
    duration: seconds,
    setupClient(client) {
      client.setRequests(requests(connection++).map(({ method, path, body }) => toRequest(method, path, body)));
    },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  const count = result.requests.total;
  return {
    requestsPerSecond: count / result.duration,
    cpu: (server.cpu() - before) / count,
    median: result.latency.p50,
    p99: result.latency.p99,
  };
}

function toRequest(method: Asked['method'], path: string, body: object | undefined) {
  if (!body) return { method, path };
  return { method, path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
