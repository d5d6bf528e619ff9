import { type Contestant, contestants, type Round } from './against.ts';
import type { Grown } from './growth.ts';
import type { Figures } from './load.ts';
import type { Streamed } from './streams.ts';
import type { TakenUp } from './takingUp.ts';

interface Result {
  readonly machine: Readonly<Record<string, string>>;
  readonly sqlite: readonly Round[];
  readonly postgres: readonly Round[];
  readonly growth: readonly Grown[];
  readonly journey: { readonly first: number; readonly last: number } | undefined;
  readonly streams: Streamed | undefined;
  readonly calls: TakenUp | undefined;
}

/** The figures as Markdown: each the median of its rounds, and the service as a multiple of each of the others. */
export function tables({ machine, sqlite, postgres, growth, journey, streams, calls }: Result): string {
  return [
    Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', '),
    ...(sqlite.length > 0 ? ['## SQLite', compared(sqlite)] : []),
    ...(postgres.length > 0 ? ['## PostgreSQL', compared(postgres)] : []),
    ...(growth.length > 0 ? ['## Growth', grownTable(growth)] : []),
    ...(journey
      ? [
          `Processor time of a step of one installation: the first 200 ${ms(journey.first)} each, the last 200 ${ms(journey.last)}.`,
        ]
      : []),
    ...(streams ? [ofStreams(streams)] : []),
    ...(calls ? [ofCalls(calls)] : []),
    '',
  ].join('\n\n');
}

function compared(rounds: readonly Round[]): string {
  const connections = [...new Set(rounds.map((round) => round.connections))];
  const rows = connections.flatMap((count) => {
    const of = (contestant: Contestant, figure: keyof Figures) =>
      median(
        rounds
          .filter((round) => round.connections === count && round.contestant === contestant)
          .map(({ figures }) => figures[figure]),
      );
    return contestants.map((contestant) => {
      const [rate, cpu] = [of(contestant, 'requestsPerSecond'), of(contestant, 'cpu')];
      const ratios =
        contestant === 'service'
          ? ['', '']
          : [(of('service', 'requestsPerSecond') / rate).toFixed(2), (of('service', 'cpu') / cpu).toFixed(2)];
      return [
        count,
        names[contestant],
        rate.toFixed(0),
        ms(cpu),
        ms(of(contestant, 'median')),
        ms(of(contestant, 'p99')),
        ...ratios,
      ];
    });
  });
  return table(['connections', '', 'requests/s', 'CPU each', 'median', 'p99', 'service: throughput', 'service: CPU'], rows);
}

function ofStreams({ streams, openedIn, before, memory, median: middle, longest }: Streamed): string {
  return `${streams} open installations with a stream each: opened in ${(openedIn / 1000).toFixed(1)} s, memory ${mib(before)} before and ${mib(memory)} with them; a step is told in ${ms(middle)} (median; ${ms(longest)} at most).`;
}

function ofCalls({ calls, startedIn, endedIn, cpu }: TakenUp): string {
  return `${calls} calls that a kill has left: ready in ${startedIn.toFixed(0)} ms, the last one ended ${(endedIn / 1000).toFixed(1)} s later, ${ms(cpu)} of CPU each.`;
}

function grownTable(growth: readonly Grown[]): string {
  const rows = growth.map(({ stored, startedIn, memory, step, read, list, filtered, metrics }) => [
    stored,
    `${startedIn.toFixed(0)} ms`,
    mib(memory),
    ...[step, read, list, filtered, metrics].map((rounds) => {
      const of = (figure: keyof Figures) => median(rounds.map((figures) => figures[figure]));
      // At one connection one request follows the other.
      return `${ms(of('cpu'))} (${ms(1000 / of('requestsPerSecond'))})`;
    }),
  ]);
  return table(['stored', 'ready in', 'memory', 'step', 'read', 'list', 'filtered', 'metrics'], rows);
}

const names: Readonly<Record<Contestant, string>> = {
  service: 'a step of the service',
  bare: '(a) bare route',
  commits: '(b) commits a row',
  actor: '(c) actor in memory',
};

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function mib(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
