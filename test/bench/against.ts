import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../client.ts';
import { type Asked, type Figures, load } from './load.ts';
import { type Measured, measured } from './processes.ts';

/** Whom the service is measured against; see `contestant.ts`. */
export const contestants = ['service', 'bare', 'commits', 'actor'] as const;
export type Contestant = (typeof contestants)[number];

export interface Round {
  readonly contestant: Contestant;
  readonly connections: number;
  readonly figures: Figures;
}

export interface Settings {
  readonly folder: string;
  /** URL of a PostgreSQL database for each of those that commit; without them, files. */
  database?(): Promise<string>;
  readonly connections: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  /** How long each contestant is asked before anything is measured, so that its compilers have settled. */
  readonly warmUp: number;
  /** Milliseconds that each flush of those that commit takes longer, as on a slower disk. */
  readonly flushDelay: number;
}

/** Seconds for which one is warmed while the others stand still: who stands still for long cools down again. */
const atOnce = 5;

/**
 * Measures each contestant in turn, several times over, so that what the machine does meanwhile is shared by all. A service that
 * has just begun still compiles, for some 25,000 steps of this one: each is warm first.
 */
export async function against({
  folder,
  database,
  connections,
  rounds,
  seconds,
  warmUp,
  flushDelay,
}: Settings): Promise<Round[]> {
  const service = await startService(join(folder, 'data'), await database?.(), flushDelay);
  const others = await Promise.all(
    contestants
      .filter((name) => name !== 'service')
      .map(
        async (name) =>
          [
            name,
            await measured('test/bench/contestant.ts', [name, (await database?.()) ?? join(folder, 'row.db')], { flushDelay }),
          ] as const,
      ),
  );
  const all = new Map<Contestant, Measured>([['service', service], ...others]);
  try {
    const client = new Client(service.url);
    const begun = await Promise.all(Array.from({ length: Math.max(...connections) }, () => client.begin()));
    for (const [, { url }] of others)
      await fetch(`${url}/view`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(begun[0]),
      });
    const found: Round[] = [];
    const ids = begun.map(({ id }) => id);
    const measure = async (contestant: Contestant, connection: number, duration: number) => {
      const requests = (number: number) => thereAndBack(ids[number]!, contestant);
      const figures = await load(all.get(contestant)!, { connections: connection, seconds: duration, requests });
      await backToWelcome(client, ids);
      return figures;
    };
    for (let left = warmUp; left > 0; left -= atOnce)
      for (const contestant of contestants) await measure(contestant, ids.length, Math.min(left, atOnce));
    for (let round = 0; round < rounds; round++)
      for (const connection of connections)
        for (const contestant of contestants)
          found.push({ contestant, connections: connection, figures: await measure(contestant, connection, seconds) });
    return found;
  } finally {
    for (const server of all.values()) await server.kill();
  }
}

export async function startService(data: string, database?: string, flushDelay = 0): Promise<Measured> {
  const environment = { MIM_SETUP_LOG_LEVEL: 'warn', ...(database !== undefined && { MIM_SETUP_DATABASE: database }) };
  return await measured('server/start.js', ['--data', data, '--port', '0'], { environment, flushDelay });
}

/** A page submitted, and gone back from: two steps. */
export function thereAndBack(id: string, contestant: Contestant): Asked[] {
  const path = contestant === 'service' ? `/api/v1/installations/${id}/events` : `/installations/${id}/events`;
  return [
    { method: 'POST', path, body: { type: 'submit', page: 'welcome', answers: {} } },
    { method: 'POST', path, body: { type: 'back' } },
  ];
}

/** A connection may have been ended in between, its last request still under way. */
export async function backToWelcome(client: Client, ids: readonly string[]): Promise<void> {
  await pause(500);
  for (const id of ids) {
    const view = await client.view(id);
    if (view.page.id !== 'welcome') await client.event(id, { type: 'back' });
  }
}
