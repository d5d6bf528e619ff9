import { unicodeOr } from '@clack/prompts';

const frames = [...unicodeOr('◐◓◑◒', '-\\|/')];
const pace = 120;
const width = 24;

/** The last line of a terminal, which says what is going on and is written over. Where there is no terminal it says nothing. */
export class StatusLine {
  readonly #stream: NodeJS.WriteStream;
  #text = '';
  #frame = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(text: string): void {
    this.#text = text;
    if (!this.#stream.isTTY) return;
    this.#timer ??= setInterval(() => this.#draw(), pace);
    this.#draw();
  }

  clear(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#stream.write(eraseLine);
  }

  #draw(): void {
    this.#frame = (this.#frame + 1) % frames.length;
    const room = (this.#stream.columns || 80) - 4;
    const text = this.#text.length > room ? `${this.#text.slice(0, room - 3)}...` : this.#text;
    this.#stream.write(`${eraseLine}${frames[this.#frame]} ${text}`);
  }
}

/** How much is done, 0 to 100, as a bar. */
export function bar(percent: number): string {
  const filled = Math.round((Math.min(Math.max(percent, 0), 100) / 100) * width);
  return `${unicodeOr('█', '#').repeat(filled)}${unicodeOr('░', '.').repeat(width - filled)} ${String(Math.round(percent)).padStart(3)} %`;
}

const eraseLine = '\r\u001b[2K';
