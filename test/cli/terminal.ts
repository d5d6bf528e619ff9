import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

/** Keys as a terminal sends them. */
export const keys = {
  enter: '\r',
  escape: '\u001b',
  down: '\u001b[B',
  up: '\u001b[A',
  space: ' ',
  ctrlC: '\u0003',
  backspace: '\u007f',
};

/** DSR 6 of ECMA-48: the terminal is to say where its cursor is. */
const cursorAsked = '\u001b[6n';

/** A program on a terminal of its own, typed at and read from as by somebody who sits there. */
export class Terminal {
  readonly #child: ChildProcess;
  readonly #over: Promise<number>;
  #shown = '';
  #read = 0;

  /** @param command a line for the shell. */
  constructor(command: string, { cwd, environment = {} }: { cwd: string; environment?: Record<string, string> }) {
    const { CI: _, ...inherited } = process.env;
    this.#child = spawn('script', ['-qfec', `stty cols 110 rows 45; exec ${command}`, '/dev/null'], {
      cwd,
      env: { ...inherited, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#shown += text;
      // As every terminal does that is asked where its cursor is; who asked waits for it.
      for (const _ of text.split(cursorAsked).slice(1)) this.types('\u001b[1;1R');
    });
    this.#over = once(this.#child, 'exit').then(([code]) => code as number);
  }

  /** Everything that was shown so far, without colours and cursor movements. */
  get shown(): string {
    return stripVTControlCharacters(this.#shown);
  }

  /** Waits until a text shows up behind what was seen before. */
  async sees(text: string | RegExp): Promise<void> {
    for (const end = Date.now() + 60_000; ; ) {
      const rest = this.shown.slice(this.#read);
      const found = typeof text === 'string' ? rest.indexOf(text) : rest.search(text);
      if (found >= 0) {
        this.#read += found + (typeof text === 'string' ? text.length : (text.exec(rest)?.[0].length ?? 0));
        return;
      }
      if (Date.now() > end || this.#child.exitCode !== null) throw new Error(`"${text}" does not show up in:\n${rest}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  types(...pieces: readonly string[]): void {
    for (const piece of pieces) this.#child.stdin?.write(piece);
  }

  /** Waits for a question, then answers it. */
  async answers(question: string | RegExp, ...pieces: readonly string[]): Promise<void> {
    await this.sees(question);
    await new Promise((resolve) => setTimeout(resolve, 40));
    for (const piece of pieces) {
      this.types(piece);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  /** Waits until the program has ended, and tells its exit code. */
  ended(): Promise<number> {
    return this.#over;
  }

  close(): void {
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL');
  }
}
