import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';
import { runCommandLine } from '../../server/cli/program.ts';
import { Left, type Surroundings } from '../../server/cli/surroundings.ts';
import { Written } from './here.ts';

/** Somebody who sits at a terminal and uses the command line, which runs in this process: as `Terminal`, and much quicker. */
export class Sitting {
  readonly #input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  readonly #output = Object.assign(new Written(), { isTTY: true });
  readonly #errors = new Written();
  readonly #leaving = new AbortController();
  /** Its exit code. */
  readonly ended: Promise<number>;
  #over: number | undefined;
  #read = 0;

  constructor(folder: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const around: Surroundings = {
      environment: { MIM_SETUP_DATA: folder, ...environment },
      input: this.#input as unknown as NodeJS.ReadStream,
      output: this.#output as unknown as NodeJS.WriteStream,
      errors: this.#errors as unknown as NodeJS.WriteStream,
      leave: this.#leaving.signal,
      called: 'mim-setup',
    };
    this.ended = runCommandLine(args, around).then((code) => {
      this.#over = code;
      this.#output.emit('written');
      return code;
    });
    onTestFinished(async () => {
      this.#leaving.abort(new Left());
      await this.ended;
    });
  }

  /** Everything that was shown so far, without colours and cursor movements. */
  get shown(): string {
    return stripVTControlCharacters(this.#output.text);
  }

  /** Everything that was written to standard error so far. */
  get errors(): string {
    return stripVTControlCharacters(this.#errors.text);
  }

  /** Waits until a text shows up behind what was seen before; the machine may be busy. */
  async sees(text: string | RegExp): Promise<void> {
    const patience = AbortSignal.timeout(25_000);
    for (;;) {
      const rest = this.shown.slice(this.#read);
      const found = typeof text === 'string' ? rest.indexOf(text) : rest.search(text);
      if (found >= 0) {
        this.#read += found + (typeof text === 'string' ? text.length : (text.exec(rest)?.[0].length ?? 0));
        return;
      }
      const why = patience.aborted ? 'It does not come to' : 'It has ended without';
      if (patience.aborted || this.#over !== undefined) throw new Error(`${why} "${text}":\n${rest}\n${this.#errors.text}`);
      await once(this.#output, 'written', { signal: patience }).catch(() => {});
    }
  }

  /** Waits for a question, then types. Each key gets its turn: the program hears it before the next one. */
  async answers(question: string | RegExp, ...keys: readonly string[]): Promise<void> {
    await this.sees(question);
    for (const key of keys) await this.types(key);
  }

  async types(key: string): Promise<void> {
    // A question is drawn before its keys are listened to; both are done in one go.
    await new Promise((resolve) => setImmediate(resolve));
    this.#input.write(key);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
