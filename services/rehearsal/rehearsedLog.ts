import { existsSync } from 'node:fs';
import { appendFile, readFile, truncate } from 'node:fs/promises';
import type { Call } from '../../machines/ports/call.ts';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { outcomeOfReport } from '../installer/outcomeOfReport.ts';

/** The rehearsed installer's log, by which it knows how far it is. */
export class RehearsedLog {
  readonly #path: string;
  readonly #call: Call;
  #text = '';

  constructor(path: string, call: Call) {
    this.#path = path;
    this.#call = call;
  }

  /** Goes on behind what was added whole; what a kill has left of the rest, be it the opening, is added anew. */
  async takeUp(opening: readonly string[]): Promise<void> {
    const found = existsSync(this.#path) ? await readFile(this.#path, 'utf8') : '';
    const lines = found.split('\n').slice(0, -1);
    const last = Math.max(lines.findLastIndex(endsAnAddition), lines.length < opening.length ? -1 : opening.length - 1);
    this.#text = lines
      .slice(0, last + 1)
      .map((line) => `${line}\n`)
      .join('');
    if (this.#text !== found) await truncate(this.#path, Buffer.byteLength(this.#text));
    if (last < 0) await this.add(...opening);
  }

  /** Whether this line is in it. */
  has(line: string): boolean {
    return this.#text.includes(`${line}\n`);
  }

  /** Ends the log, once. */
  async end(exitCode: number, ...lines: readonly string[]): Promise<void> {
    const last = `MainEngineThread is returning ${exitCode}`;
    if (!this.has(last)) await this.add(...lines, last);
  }

  /** The known causes of what it tells, looked up as in a real one. */
  async causes(exitCode: number): Promise<Pick<NonNullable<InstallOutcome['failure']>, 'cause' | 'otherCauses'>> {
    const { failure } = await outcomeOfReport({ exitCode, log: this.#path });
    return { cause: failure?.cause ?? null, ...(failure?.otherCauses && { otherCauses: failure.otherCauses }) };
  }

  /** Adds lines, and tells them. */
  async add(...lines: readonly string[]): Promise<void> {
    const text = lines.map((line) => `${line}\n`).join('');
    await appendFile(this.#path, text);
    this.#text += text;
    this.#call.progress({ log: lines });
  }
}

function endsAnAddition(line: string): boolean {
  return /^(Action (start|ended): |MainEngineThread is returning )/.test(line);
}

/** The line that tells that an action has started. */
export function started(action: string): string {
  return `Action start: ${action}.`;
}

/** The line that tells that it has ended well. */
export function ended(action: string): string {
  return `Action ended: ${action}. Return value 1.`;
}
