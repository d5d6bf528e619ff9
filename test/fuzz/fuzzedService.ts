import { Agent, request as httpRequest } from 'node:http';
import { pageIds } from '../../machines/chart/flow.ts';
import { answersFor } from '../answers.ts';
import { documentedStatuses, expectDocumented } from '../http/documented.ts';
import { type Served, serve } from '../http/service.ts';
import type { Sent } from './documentedRequest.ts';
import { expectedFor } from './expectedStatuses.ts';

/** A service in this process that is sent whatever there is, over a few connections that are kept. */
export class FuzzedService implements AsyncDisposable {
  readonly served: Served;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });
  #stations: string[] = [];
  #sent = 0;
  readonly #statuses = new Map<number, number>();

  private constructor(served: Served) {
    this.served = served;
  }

  static async start(): Promise<FuzzedService> {
    const fuzzed = new FuzzedService(await serve({ logLevel: 'warn' }));
    await fuzzed.renew();
    return fuzzed;
  }

  /** How many requests were sent, and how they were answered. */
  get told(): { readonly sent: number; readonly statuses: Readonly<Record<string, number>> } {
    return { sent: this.#sent, statuses: Object.fromEntries([...this.#statuses].toSorted()) };
  }

  /** New installations, at pages all over the way and at its end, for those before were moved, ended or forgotten. */
  async renew(): Promise<void> {
    const { client } = this.served;
    const answers = answersFor('C');
    const begin = async (at: number) => {
      const pages = Object.fromEntries(pageIds.slice(0, at).map((page) => [page, answers[page] ?? {}]));
      const wish = {
        mode: 'rehearsal',
        rehearsal: { pace: 1 },
        answers: { pages, install: at % 2 === 0, complete: 'all', acknowledge },
      };
      return (await client.begin(wish)).id;
    };
    const stations: string[] = [];
    for (let at = 0; at <= pageIds.length; at += 3) stations.push(await begin(at));
    await client.event(stations[0]!, { type: 'cancel' });
    this.#stations = [...stations.slice(1), stations[0]!];
  }

  /** Sends it, and expects what the document says of such a request. */
  async send(sent: Sent): Promise<void> {
    const { headers, bytes } = sent;
    const path = sent.path.replace('{station}', this.#stations[sent.station % this.#stations.length]!);
    // A line that is too long to be read is refused with a body, for its method is not known by then; Node's client takes none to HEAD.
    const method = sent.method === 'HEAD' && path.length > 8000 ? 'GET' : sent.method;
    const came = await this.#exchange({ method, path, headers, bytes });
    this.#sent += 1;
    this.#statuses.set(came.status, (this.#statuses.get(came.status) ?? 0) + 1);
    const given = Object.keys(Object.prototype);
    if (given.length > 0) throw new Error(`${method} ${path.slice(0, 300)} has given every object ${given.join(', ')}`);
    if (!expectedFor(method, path, headers).includes(came.status))
      throw new Error(`${method} ${path.slice(0, 300)} was answered with ${came.status}: ${came.text.slice(0, 500)}`);
    if (
      came.status < 500 &&
      method !== 'HEAD' &&
      /json/.test(came.type) &&
      documentedStatuses(method, path).includes(came.status)
    )
      expectDocumented({ method, path, status: came.status, type: came.type, body: JSON.parse(came.text) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#agent.destroy();
    await this.served[Symbol.asyncDispose]();
  }

  #exchange({ method, path, headers, bytes }: Omit<Sent, 'station'>) {
    const { hostname, port } = new URL(this.served.url);
    return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
      const length = bytes.length > 0 || /POST|PUT|PATCH/.test(method) ? { 'Content-Length': bytes.length } : {};
      const options = { agent: this.#agent, hostname, port, method, path, headers: { ...headers, ...length }, timeout: 60_000 };
      const outgoing = httpRequest(options, (reply) => {
        const status = reply.statusCode ?? 0;
        const type = reply.headers['content-type'] ?? '';
        const pieces: Buffer[] = [];
        // A stream of events has no end of its own.
        if (type.startsWith('text/event-stream')) {
          resolve({ status, type, text: '' });
          return void reply.destroy();
        }
        reply.on('data', (piece: Buffer) => pieces.push(piece));
        reply.on('end', () => resolve({ status, type, text: Buffer.concat(pieces).toString() })).on('error', reject);
      });
      outgoing
        .on('error', reject)
        .on('timeout', () => outgoing.destroy(new Error(`${method} ${path}: no reply within a minute`)));
      outgoing.end(bytes);
    });
  }
}

const acknowledge = ['accountSecurityWarning', 'sharePointTimerWarning'];
