import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Client } from '../client.ts';
import { startService } from './against.ts';
import { seeded } from './seeded.ts';
import { copies } from './stored.ts';

export interface Streamed {
  readonly streams: number;
  /** Milliseconds until the last of them had its first view. */
  readonly openedIn: number;
  /** Memory of the service before and with them, bytes. */
  readonly before: number;
  readonly memory: number;
  /** Milliseconds from a step until its stream had told of it: median, and the longest of a hundred. */
  readonly median: number;
  readonly longest: number;
}

/** Open installations, each followed by a reader of its own. */
export async function streamed(folder: string, streams: number): Promise<Streamed> {
  const data = await seeded(
    folder,
    (client) => client.begin(),
    (records) => copies(records, streams, ['asking']),
  );
  await using service = await startService(data);
  const client = new Client(service.url);
  const ids = await allIds(client);
  const before = service.memory();
  const since = performance.now();
  const readers: Reader[] = [];
  // As many at once as wait to be taken by a listening socket.
  for (let at = 0; at < ids.length; at += 200) {
    const some = await Promise.all(ids.slice(at, at + 200).map((id) => openReader(service.url, id)));
    await Promise.all(some.map((reader) => reader.until('event: view')));
    readers.push(...some);
  }
  const openedIn = performance.now() - since;
  const memory = service.memory();
  const times: number[] = [];
  for (let at = 0; at < readers.length; at += Math.ceil(readers.length / 100)) {
    const { id, until } = readers[at]!;
    const told = until('id: 2\n');
    const sent = performance.now();
    await client.event(id, { type: 'submit', page: 'welcome', answers: {} });
    await told;
    times.push(performance.now() - sent);
  }
  for (const { socket } of readers) socket.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const [median, longest] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!];
  return { streams: readers.length, openedIn, before, memory, median, longest };
}

async function allIds(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const path = `/api/v1/installations?limit=200${cursor}`;
    const { body } = await client.request<{ items: { id: string }[]; next?: string }>('GET', path);
    ids.push(...body.items.map(({ id }) => id));
    if (body.next === undefined) return ids;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
}

interface Reader {
  readonly id: string;
  readonly socket: Socket;
  /** Fulfilled once this has come. */
  until(text: string): Promise<void>;
}

async function openReader(url: string, id: string): Promise<Reader> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let said = '';
  let look = () => {};
  socket.setEncoding('latin1').on('data', (text: string) => {
    said = (said + text).slice(-20_000);
    look();
  });
  socket.write(`GET /api/v1/installations/${id}/stream HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
  const until = (text: string) =>
    new Promise<void>((resolve, reject) => {
      look = () => {
        if (said.includes(text)) resolve();
      };
      socket.once('close', () => reject(new Error(`The stream ended: ${said.slice(0, 300)}`)));
      look();
    });
  return { id, socket, until };
}
