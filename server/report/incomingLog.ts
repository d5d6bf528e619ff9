import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A log as it comes in, in a file of its own. It gets the name by which it is found once all of it has been taken. */
export class IncomingLog {
  readonly #path: string;
  #file: FileHandle | undefined;
  #published = false;

  constructor(path: string) {
    this.#path = path;
  }

  async append(text: string): Promise<void> {
    if (!this.#file) {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      this.#file = await open(this.#path, 'wx', 0o600);
    }
    await this.#file.appendFile(text);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  /** Gives it its name, in one go. Without a log nothing is done. */
  publish(target: string): void {
    if (!this.#file || this.#published) return;
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    renameSync(this.#path, target);
    this.#published = true;
  }

  /** Takes its name away again, where it has been given. */
  takeBack(target: string): void {
    if (this.#published) rmSync(target, { force: true, maxRetries: 5 });
  }

  /** Leaves nothing of what was not published. */
  async discard(): Promise<void> {
    await this.#file?.close().catch(() => {});
    await rm(this.#path, { force: true, maxRetries: 5 });
    // Where it was made for this log, it is empty now.
    await rmdir(dirname(this.#path)).catch(() => {});
  }
}
