import { styleText } from 'node:util';
import type { ProblemDetails } from './problems.ts';
import type { Surroundings } from './surroundings.ts';

type Style = Parameters<typeof styleText>[0];

/** Where words for people and JSON for programs go: with `--json` standard output holds one document and nothing else. */
export class Output {
  readonly #surroundings: Surroundings;
  readonly isJson: boolean;

  constructor(surroundings: Surroundings, isJson: boolean) {
    this.#surroundings = surroundings;
    this.isJson = isJson;
  }

  /** A line for people. */
  line(text = ''): void {
    if (!this.isJson) this.#surroundings.output.write(`${text}\n`);
  }

  /** A remark for people that is no part of the result. */
  remark(text: string): void {
    if (!this.isJson) this.#surroundings.errors.write(`${text}\n`);
  }

  /** The result for programs; nothing, unless they ask for it. */
  json(result: unknown): void {
    if (this.isJson) this.#surroundings.output.write(`${JSON.stringify(result, null, 2)}\n`);
  }

  /** A result that is text in any case. */
  raw(text: string): void {
    this.#surroundings.output.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  problem(problem: ProblemDetails): void {
    this.json({ problem });
    if (this.isJson) return;
    const { errors: stream } = this.#surroundings;
    const { title, detail, remedy, errors = [] } = problem;
    const lines = errors.length > 0 ? errors.map(({ field, message }) => `  ${field ? `${field}: ` : ''}${message}`) : [detail];
    stream.write(`${styleText(['bold', 'red'], title, { stream })}\n${lines.join('\n')}\n${remedy ? `${remedy}\n` : ''}`);
  }

  style(style: Style, text: string): string {
    return styleText(style, text, { stream: this.#surroundings.output });
  }
}
