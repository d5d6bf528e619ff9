import { open } from 'node:fs/promises';
import { logPiece } from '../messages.ts';

/** Sends a log that grows, piece by piece: the next one goes once the last one was taken. */
export class SentLog {
  readonly #path: string;
  readonly #send: (position: number, bytes: Buffer) => void;
  #position: number;
  #isUnderWay = false;
  #whenAllIsTaken: (() => void) | undefined;

  /** @param from how much of it the other side has, bytes. */
  constructor(path: string, from: number, send: (position: number, bytes: Buffer) => void) {
    this.#path = path;
    this.#position = from;
    this.#send = send;
  }

  /** Sends what is new, where nothing is under way. */
  async goOn(): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    const bytes = await this.#next().catch(() => undefined);
    if (bytes) return this.#send(this.#position, bytes);
    this.#isUnderWay = false;
    this.#whenAllIsTaken?.();
  }

  /** The other side has so much of it now. */
  taken(position: number): Promise<void> {
    this.#position = position;
    this.#isUnderWay = false;
    return this.goOn();
  }

  /** Fulfilled once the other side has all that is there. */
  allTaken(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenAllIsTaken = resolve;
      void this.goOn();
    });
  }

  async #next(): Promise<Buffer | undefined> {
    const log = await open(this.#path, 'r');
    try {
      const { bytesRead, buffer } = await log.read(Buffer.allocUnsafe(logPiece), 0, logPiece, this.#position);
      return bytesRead === 0 ? undefined : buffer.subarray(0, bytesRead);
    } finally {
      await log.close();
    }
  }
}
