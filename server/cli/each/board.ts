import { columns } from '../columns.ts';

/** How often it is drawn anew at most, milliseconds. */
const pace = 250;

/** Where one server is. */
interface Line {
  readonly status: string;
  readonly what: string;
}

/**
 * The last lines of a terminal: a table of the servers as they are now, which is written over. What is told besides stands above it.
 * Where there is no terminal, it draws nothing.
 */
export class Board {
  readonly #stream: NodeJS.WriteStream | null;
  readonly #lines = new Map<string, Line>();
  #drawn = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param stream the terminal; anything else is not drawn on. */
  constructor(stream: NodeJS.WriteStream, servers: readonly string[], isOn = true) {
    this.#stream = isOn && stream.isTTY ? stream : null;
    for (const name of servers) this.#lines.set(name, { status: 'waiting', what: '' });
  }

  /** It is there now. */
  show(name: string, status: string, what = ''): void {
    this.#lines.set(name, { status, what: what.split('\n')[0]! });
    if (this.#stream) this.#timer ??= setTimeout(() => this.#draw(), pace);
  }

  /** Has something written above it. */
  above(write: () => void): void {
    this.#erase();
    write();
    this.#draw();
  }

  /** Takes it away; what is written from then on stands where it was. */
  close(): void {
    clearTimeout(this.#timer);
    this.#erase();
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#stream) return;
    this.#erase();
    const room = Math.max((this.#stream.rows || 24) - 4, 3);
    const all = [...this.#lines];
    // What nobody has to look at gives way where there is no room for all.
    const shown = all.length <= room ? all : all.toSorted(([, one], [, other]) => rank(one) - rank(other)).slice(0, room);
    const table = columns(
      ['server', 'status', 'what'],
      shown.map(([name, { status, what }]) => [name, status, what]),
    );
    const lines = [
      ...table,
      summary(
        all.map(([, { status }]) => status),
        all.length - shown.length,
      ),
    ];
    const width = (this.#stream.columns || 80) - 1;
    this.#stream.write(`${lines.map((line) => line.slice(0, width)).join('\n')}\n`);
    this.#drawn = lines.length;
  }

  #erase(): void {
    if (this.#drawn > 0) this.#stream?.write(`\u001b[${this.#drawn}A\r\u001b[J`);
    this.#drawn = 0;
  }
}

function rank({ status }: Line): number {
  return ranks[status] ?? 1;
}

const ranks: Readonly<Record<string, number>> = { failed: 0, stopped: 0, installing: 0, waiting: 2, finished: 2 };

function summary(statuses: readonly string[], hidden: number): string {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  const told = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
  return hidden > 0 ? `${told} (${hidden} not shown)` : told;
}
