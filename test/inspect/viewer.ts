import { once } from 'node:events';
import type { StatelyInspectionEvent } from '@statelyai/inspect';
import { WebSocket } from 'ws';

/** A viewer that is no browser: it notes every byte that it is told. */
export class Viewer implements Disposable {
  readonly texts: string[] = [];
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.texts.push(String(data)));
  }

  static async open(url: string): Promise<Viewer> {
    const socket = new WebSocket(url);
    const viewer = new Viewer(socket);
    await once(socket, 'open');
    return viewer;
  }

  get events(): StatelyInspectionEvent[] {
    return this.texts.map((text) => JSON.parse(text) as StatelyInspectionEvent);
  }

  say(text: string): void {
    this.#socket.send(text);
  }

  /** Waits until an event is told that is so. */
  async until(isSo: (event: StatelyInspectionEvent) => boolean): Promise<void> {
    while (!this.events.some(isSo)) await once(this.#socket, 'message', { signal: AbortSignal.timeout(10_000) });
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }
}

/** The status code that a browser's page at `origin`, or a program where there is none, is answered with. */
export async function knock(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const socket = new WebSocket(url, { headers });
  const opened = once(socket, 'open').then(() => 101);
  const refused = once(socket, 'unexpected-response').then(([, response]) => (response as { statusCode: number }).statusCode);
  try {
    return await Promise.race([opened, refused]);
  } finally {
    opened.catch(() => undefined);
    refused.catch(() => undefined);
    socket.on('error', () => undefined).terminate();
  }
}
