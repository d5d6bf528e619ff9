import { Refused, send } from './request.ts';

/** Lines that are kept here; the whole log can be downloaded. */
const mostLines = 20_000;
/** Bytes of the log's end that are read when it is first looked at. */
const firstRead = 512 * 1024;

/**
 * The end of the installer's log. The stream says that there is more, and the log itself is read from where reading ended, so
 * that no line is missed or shown twice; where there is no log to read yet, the stream's own lines serve.
 */
export class LogTail {
  readonly #path: string;
  #lines: readonly string[] = [];
  #rest = '';
  #read: number | null = null;
  #decoder = new TextDecoder();
  /** False where there is no log to read. */
  #canRead = true;
  /** What the stream told since the last reading. */
  #told: string[] = [];
  #busy = false;
  #again = false;
  readonly #listeners = new Set<() => void>();

  constructor(path: string) {
    this.#path = path;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Lines that the stream told. */
  add(lines: readonly string[]): void {
    if (this.#canRead) {
      this.#told.push(...lines);
      this.wake();
    } else this.#append(lines);
  }

  /** A new attempt writes a new log. */
  restart(): void {
    this.#forget();
    this.#read = null;
    this.#canRead = true;
    this.#tell();
  }

  /** Reads what there is to read, and once more if it was woken meanwhile. */
  wake(): void {
    if (this.#busy) this.#again = true;
    else void this.#readOn();
  }

  async #readOn(): Promise<void> {
    this.#busy = true;
    do {
      this.#again = false;
      await this.#readOnce();
    } while (this.#again);
    this.#busy = false;
  }

  async #readOnce(): Promise<void> {
    const from = this.#read;
    const told = this.#told;
    this.#told = [];
    try {
      // One byte is read again: a range behind the end would be refused, though nothing is wrong.
      const first = from === null ? (await this.#length()) - firstRead : from - 1;
      const response = await send(this.#path, { headers: { Range: `bytes=${Math.max(0, first)}-` } });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const start = Number(/^bytes (\d+)-/.exec(response.headers.get('Content-Range') ?? '')?.[1] ?? 0);
      const goesOn = from !== null && start === from - 1;
      if (!goesOn) this.#forget();
      this.#read = start + bytes.length;
      this.#append(this.#split(goesOn ? bytes.subarray(1) : bytes, !goesOn && start > 0));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#canRead = false;
      this.#append(told);
    }
  }

  async #length(): Promise<number> {
    const { headers } = await send(this.#path, { method: 'HEAD' });
    return Number(headers.get('Content-Length') ?? 0);
  }

  #split(bytes: Uint8Array, startsMidway: boolean): string[] {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    return startsMidway ? lines.slice(1) : lines;
  }

  #append(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.#lines = [...this.#lines, ...lines].slice(-mostLines);
    this.#tell();
  }

  #forget(): void {
    this.#lines = [];
    this.#rest = '';
    this.#decoder = new TextDecoder();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
