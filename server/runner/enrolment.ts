import { createHash, randomBytes } from 'node:crypto';
import type { RunnerRecords } from '../store/runnerRecords.ts';

/** Who shows what at the door: a token, or a code to be enrolled by. */
export type Shown = { readonly name: string; readonly by: 'token' | 'code'; readonly secret: string };

/** How long a code is good, milliseconds. */
const codeLife = 60 * 60_000;

/** Who may come: codes are given out, once and for a short time, and taken for the token that a runner has made for itself. */
export class Enrolment {
  readonly #records: RunnerRecords;

  constructor(records: RunnerRecords) {
    this.#records = records;
  }

  /** A code by which a runner of this name is enrolled, once and within the hour. One that is enrolled already keeps its token until then. */
  async invite(name: string): Promise<{ readonly code: string; readonly expiresAt: string }> {
    const code = `enrol-${randomBytes(18).toString('base64url')}`;
    const expiresAt = new Date(Date.now() + codeLife).toISOString();
    await this.#records.offer(name, digestOf(code), expiresAt);
    return { code, expiresAt };
  }

  /** Whether this is the token of a runner. */
  async isToken(token: string): Promise<boolean> {
    return (await this.#records.byToken(digestOf(token))) !== undefined;
  }

  /** Whose token, or code, somebody at the door shows; nothing, where it is nobody's. */
  async recognize(secret: string): Promise<Shown | undefined> {
    const enrolled = await this.#records.byToken(digestOf(secret));
    if (enrolled) return { name: enrolled.name, by: 'token', secret };
    const invited = await this.#records.byCode(digestOf(secret), new Date().toISOString());
    return invited && { name: invited.name, by: 'code', secret };
  }

  /**
   * Takes the code that was shown for the token that came with it, where it was a code.
   *
   * @returns the digest of the token that counts from now on, or why there is none.
   */
  async tokenOf({ name, by, secret }: Shown, token: string | undefined): Promise<{ digest: string } | { refusal: string }> {
    if (by === 'token') return { digest: digestOf(secret) };
    if (token === undefined) return { refusal: 'A runner that comes with a code makes a token for itself.' };
    const digest = digestOf(token);
    if (await this.#records.enrol(name, digestOf(secret), digest, new Date().toISOString())) return { digest };
    return { refusal: 'This code was used already, or is too old. Ask for another: mim-setup runner enroll.' };
  }
}

/** Tokens and codes are long and random: what is kept of them need not be slow to make. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
