import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';
import { against, type Round } from './against.ts';
import { grown, longJourney } from './growth.ts';
import { streamed } from './streams.ts';
import { tables } from './tables.ts';
import { takenUp } from './takingUp.ts';

const number = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    connections: number,
    rounds: number,
    seconds: number,
    'warm-up': number,
    'flush-delay': number,
    stored: number,
    steps: number,
    streams: number,
    calls: number,
    json: number,
    only: number,
  },
});
const connections = (values.connections ?? '1,16,64').split(',').map(Number);
const rounds = Number(values.rounds ?? 3);
const seconds = Number(values.seconds ?? 4);
const warmUp = Number(values['warm-up'] ?? 25);
const flushDelay = Number(values['flush-delay'] ?? 0);
const stored = Number(values.stored ?? 100_000);
const steps = Number(values.steps ?? 1000);
const wants = (part: string) => values.only === undefined || values.only.split(',').includes(part);

const folder = mkdtempSync(join(process.env['MIM_SETUP_BENCH'] ?? tmpdir(), 'mim-setup-bench-'));
const postgres = postgresMissing || !wants('postgres') ? undefined : await startPostgres({ fsync: 'on' });
try {
  const settings = { connections, rounds, seconds, warmUp, flushDelay };
  const sqlite: Round[] = wants('sqlite') ? await against({ folder, ...settings }) : [];
  const shared: Round[] = postgres
    ? await against({ folder: join(folder, 'shared'), database: () => postgres.create(), ...settings })
    : [];
  const growth = wants('growth') ? await grown(folder, [10, stored], settings) : [];
  const journey = wants('growth') ? await longJourney(folder, steps) : undefined;
  const streams = wants('streams') ? await streamed(join(folder, 'streams'), Number(values.streams ?? 10_000)) : undefined;
  const calls = wants('calls') ? await takenUp(join(folder, 'calls'), Number(values.calls ?? 1000)) : undefined;
  const machine = {
    node: process.version,
    system: `${process.platform} ${release()}`,
    processor: `${cpus().length} × ${cpus()[0]?.model}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  };
  const result = {
    at: new Date().toISOString(),
    machine,
    settings,
    sqlite,
    postgres: shared,
    growth,
    journey,
    streams,
    calls,
  };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(tables(result));
} finally {
  await postgres?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
}
