import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sizeOf } from '../../services/installer/log/logFile.ts';

/** Most that is kept of one log, bytes: whoever sends more fills no disk with it. */
const longestLog = 1024 * 1024 * 1024;

/** The copy that the service keeps of an installer's log, which a runner sends in pieces. It only grows. */
export class KeptLog {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** How much of it is here, bytes. */
  async size(): Promise<number> {
    return (await sizeOf(this.#path)) ?? 0;
  }

  /** Takes a piece where it goes on from what is here; what is here already is passed over. @returns how much is here now. */
  async take(position: number, bytes: Uint8Array): Promise<number> {
    const size = await this.size();
    const known = size - position;
    if (known < 0 || known >= bytes.length) return size;
    if (position + bytes.length > longestLog) return position + bytes.length;
    if (size === 0) await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    await appendFile(this.#path, bytes.subarray(known), { mode: 0o600 });
    return position + bytes.length;
  }
}
