import { randomBytes } from 'node:crypto';
import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { readSecretFile } from '../../../services/files/textFile.ts';
import { ConfigurationError } from '../../configuration/configurationError.ts';

/** What a runner shows at the door, in the order in which it is tried. */
export interface Credentials {
  /** Its own; made when it is enrolled. */
  readonly token: string;
  /** The code that it is enrolled by, until it was. */
  readonly code?: string;
}

/**
 * The file in which a runner keeps its token. At first somebody has written the code there that it is enrolled by; then it stands
 * beside the token that the runner has made for itself, until that is known to count. So a crash in between loses neither.
 */
export class TokenFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * What is in it. A code gets a token beside it.
   *
   * @throws {ConfigurationError} where there is none in it.
   */
  read(): Credentials {
    const read = readSecretFile(this.#path);
    if ('problem' in read) throw new ConfigurationError([`tokenFile: the file ${this.#path} ${read.problem}`]);
    const [first = '', second] = read.secret.trim().split(/\s+/);
    if (!first.startsWith('enrol-')) return { token: first };
    const token = second ?? `runner-${randomBytes(32).toString('base64url')}`;
    if (second === undefined) this.#write(`${first} ${token}`);
    return { token, code: first };
  }

  /** The token counts from now on. */
  enrolled(token: string): void {
    this.#write(token);
  }

  /** Whole or not at all, and for its owner alone. */
  #write(text: string): void {
    const path = `${this.#path}.new`;
    writeFileSync(path, `${text}\n`, { mode: 0o600, flush: true });
    chmodSync(path, 0o600);
    renameSync(path, this.#path);
  }
}
