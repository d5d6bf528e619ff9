import type { View } from '../../view/view.ts';
import type { Api, Wish } from '../api.ts';
import { columns } from '../columns.ts';
import type { Connection } from '../connection.ts';
import type { Ending } from '../exitCodes.ts';
import type { News } from '../follow.ts';
import type { Output } from '../output.ts';
import { Left, type Surroundings } from '../surroundings.ts';
import { endingOf, reasons } from '../walkThrough.ts';
import { Board } from './board.ts';
import { goOn } from './goOn.ts';
import type { PreparedServer } from './prepareEach.ts';

/** What `run --each` runs, and how. */
export interface RunningEach {
  readonly servers: readonly PreparedServer[];
  /** What each installation is begun with, beside what the table says. */
  readonly wish: Wish;
  /** How many are walked and installed at the same time. */
  readonly atOnce: number;
  readonly connection: Connection;
  readonly surroundings: Surroundings;
  readonly out: Output;
}

/** How it went on one server. */
interface Result {
  readonly name: string;
  readonly id: string | null;
  readonly ending: Ending;
  readonly view: View | null;
  readonly error: string | null;
}

/**
 * Begins an installation for each server, and goes on with it as far as its answers lead, several at a time. One that was begun
 * before under that name is gone on with instead: what has failed is retried, what has ended well is left alone. So the same command,
 * given again, does what is left to do.
 */
export async function runEach({ servers, wish, atOnce, connection, surroundings, out }: RunningEach): Promise<Ending> {
  const { api, again } = connection;
  const { leave } = surroundings;
  const known = await begunBefore(api, wish.mode, new Set(servers.map(({ name }) => name)));
  const results = new Map<string, Result>();
  const board = new Board(
    surroundings.output,
    servers.map(({ name }) => name),
    !out.isJson,
  );
  const tell = (name: string, what: string) => board.above(() => out.line(`${name}: ${what}`));
  const waiting = [...servers];
  const work = async () => {
    for (let next = waiting.shift(); next && !leave.aborted; next = waiting.shift()) {
      const { name } = next;
      results.set(name, await one(next, known.get(name)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, servers.length) }, work)).finally(() => board.close());
  if (leave.aborted) {
    out.remark('\nLeft. What runs goes on at its service; the same command takes it up again.');
    return 'left';
  }
  const all = servers.map(({ name }) => results.get(name)!);
  out.json({
    servers: all.map(({ view, ...result }) => ({ ...result, status: view?.status ?? null, page: view?.page.id ?? null })),
  });
  out.line();
  for (const line of columns(['server', 'status', 'at', 'id', 'why'], all.map(row))) out.line(line);
  const open = all.filter(({ ending }) => ending !== 'done');
  out.line(`\nDone: ${all.length - open.length} of ${all.length}.`);
  if (open.length > 0)
    out.line(`Mend what is named, and give the same command again; a single one goes on with: ${again('resume ID')}`);
  return endingOfAll(all);

  async function one(server: PreparedServer, before: string | undefined): Promise<Result> {
    const { name, runner = wish.runner, package: path = wish.package, file } = server;
    const wished = { ...wish, name, ...(runner !== undefined && { runner }), ...(path !== undefined && { package: path }) };
    let id = before ?? null;
    try {
      const begun = before ? await api.view(before) : await api.begin(wished);
      id = begun.id;
      show(begun);
      tell(name, before ? `goes on from ${begun.status}.` : 'begun.');
      const view = await goOn(api, begun, { runner, file }, { signal: leave, tell: teller(name) });
      show(view);
      const ending = endingOf(view, file.install ?? false);
      tell(name, `${view.status}${ending === 'done' ? '' : `: ${whyOf(view)}`}`);
      return { name, id, ending, view, error: null };
    } catch (error) {
      if (error instanceof Left || leave.aborted) return { name, id, ending: 'left', view: null, error: null };
      const message = error instanceof Error ? error.message : String(error);
      board.show(name, 'stopped', message);
      tell(name, message);
      return { name, id, ending: 'stopped', view: null, error: message };
    }
  }

  function show(view: View): void {
    board.show(view.name ?? '', view.status, whyOf(view) || view.page.title);
  }

  /** Tells when the installer begins, and how far it is, at each quarter. */
  function teller(name: string): (news: News) => void {
    let quarter = 0;
    let waits = '';
    return (news) => {
      if ('view' in news) {
        show(news.view);
        const waitsFor = news.view.waitsFor?.message ?? '';
        if (waitsFor !== waits && waitsFor !== '') tell(name, waitsFor);
        waits = waitsFor;
      }
      const percent = 'progress' in news ? (news.progress.installer?.percent ?? 0) : 0;
      if (percent > 0) board.show(name, 'installing', `${percent} %`);
      if (Math.floor(percent / 25) <= quarter) return;
      quarter = Math.floor(percent / 25);
      tell(name, `installing, ${percent} %`);
    };
  }
}

/** Ids of installations that go on, or have ended well, by their names: the newest of each. */
async function begunBefore(api: Api, mode: Wish['mode'], names: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let query: Record<string, string> | undefined = { limit: '200' }; query; ) {
    const { items, next } = await api.list(query);
    for (const { id, name, mode: how, status } of items)
      if (name !== null && names.has(name) && how === mode && status !== 'cancelled' && !found.has(name)) found.set(name, id);
    query = next === undefined ? undefined : { limit: '200', cursor: next };
  }
  return found;
}

function row({ name, id, ending, view, error }: Result): string[] {
  const why = view && ending !== 'done' ? whyOf(view) : '';
  return [name, view?.status ?? '', view?.page.id ?? '', id ?? '', error ?? why];
}

/** Why it stands where it does, in one line. */
function whyOf({ status, outcome, stopped, problems, checks, waitsFor }: View): string {
  const failed = checks.find((check) => check.status === 'failed');
  const found = stopped?.problems[0]?.message ?? problems[0]?.detail ?? failed?.message;
  const text = waitsFor?.message ?? (status === 'failed' ? outcome?.message : found) ?? (stopped && reasons[stopped.reason]);
  return (text ?? '').split('\n')[0]!;
}

function endingOfAll(results: readonly Result[]): Ending {
  if (results.some(({ ending }) => ending === 'installerFailed')) return 'installerFailed';
  return results.every(({ ending }) => ending === 'done') ? 'done' : 'stopped';
}
