import type { Socket } from 'node:net';

/** A reply of an SMTP server: its code, and the text of each of its lines. */
export interface Reply {
  readonly code: number;
  readonly lines: readonly string[];
}

/**
 * Talks to an SMTP server, one command and one reply at a time. It throws for what is no reply, and for a server that goes away.
 */
export class SmtpConversation {
  readonly #socket: Socket;
  #text = '';
  #failure: Error | null = null;
  #heard: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#hear).on('error', this.#fail).on('close', this.#close);
  }

  /** Sends a command and reads the reply to it. */
  ask(command: string): Promise<Reply> {
    this.#socket.write(`${command}\r\n`);
    return this.read();
  }

  /** Reads a reply of one line or many, such as the greeting. */
  async read(): Promise<Reply> {
    const lines: string[] = [];
    for (;;) {
      const [, code, more, text] = replyLine.exec(await this.#line()) ?? [];
      if (!code || lines.length > mostLines) throw new Error('It does not answer as SMTP servers do.');
      lines.push(text ?? '');
      if (more !== '-') return { code: Number(code), lines };
    }
  }

  /** Says goodbye. What the server makes of it does not matter. */
  async leave(): Promise<void> {
    await this.ask('QUIT').catch(() => {});
    this.end();
  }

  /** Listens no longer, and leaves the connection to somebody else. What was sent early is not heeded (RFC 3207, 6). */
  end(): void {
    this.#socket.off('data', this.#hear).off('error', this.#fail).off('close', this.#close);
  }

  async #line(): Promise<string> {
    for (;;) {
      const end = this.#text.indexOf('\n');
      if (end >= 0) {
        const line = this.#text.slice(0, end).replace(/\r$/, '');
        this.#text = this.#text.slice(end + 1);
        return line;
      }
      if (this.#text.length > mostOfLine) throw new Error('Its lines never end.');
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
  }

  readonly #hear = (chunk: Buffer) => {
    this.#text += chunk.toString('latin1');
    // A server that talks without end is not read without end.
    if (this.#text.length > mostAtOnce) this.#socket.destroy(new Error('It says more than an SMTP server does.'));
    this.#heard();
  };

  readonly #fail = (error: Error) => {
    this.#failure = error;
    this.#heard();
  };

  readonly #close = () => {
    this.#failure ??= new Error('It closed the connection.');
    this.#heard();
  };
}

const replyLine = /^([2-5]\d\d)(?:([ -])(.*))?$/;
const mostLines = 256;
const mostOfLine = 4096;
const mostAtOnce = 65_536;
