import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call, InstallerProgress, Progress } from '../../machines/ports/call.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { growingPause } from '../waiting/growingPause.ts';
import { LogUnreadable } from './log/logFollower.ts';

/**
 * What keeps a job from being followed for a while: a file that another program holds, a full disk. It is no outcome of the job. It
 * is told, with how far the installer was last seen to be, until it is over.
 */
export class Trouble {
  readonly #call: Call;
  readonly #report: (error: unknown) => void;
  #last: InstallerProgress = { action: '', phase: '', percent: 0 };
  #told: string | undefined;

  /** @param report for what is a fault of this software; called once for each. */
  constructor(call: Call, report: (error: unknown) => void = () => {}) {
    this.#call = call;
    this.#report = report;
  }

  /** Passes on how far it is. */
  readonly progress = (news: Progress): void => {
    if (news.installer) this.#last = news.installer;
    this.#call.progress(news.installer && this.#told ? { ...news, installer: { ...news.installer, trouble: this.#told } } : news);
  };

  /** Tells of the trouble that this error means, once until it is over or another one takes its place. */
  tell(error: unknown): void {
    const reason = reasonOf(error);
    const trouble = `The installer cannot be followed at the moment: ${reason ?? 'a fault of this software; its log has the details'}. It goes on meanwhile.`;
    if (trouble === this.#told) return;
    if (reason === undefined) this.#report(error);
    this.#told = trouble;
    this.#call.progress({ installer: { ...this.#last, trouble } });
  }

  /** Tells that it is over, where there was any. */
  over(): void {
    if (this.#told === undefined) return;
    this.#told = undefined;
    this.#call.progress({ installer: this.#last });
  }

  /**
   * Does the work again and again until it is done, with pauses that grow to 5 seconds. Throws only a `Problem`, and when it is
   * called off.
   */
  async untilDone<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        const done = await work();
        this.over();
        return done;
      } catch (error) {
        const { signal } = this.#call;
        if (signal.aborted || error instanceof Problem) throw error;
        this.tell(error);
        await sleep(growingPause(tries, pauses), undefined, { signal });
      }
    }
  }
}

const pauses = { first: 50, longest: 5000 };

/** What is wrong with the host, in words that go on after a colon; undefined for what is nothing of the host's. */
export function reasonOf(error: unknown): string | undefined {
  if (error instanceof LogUnreadable) return reasonOf(error.cause);
  const { code, path, errstr } = error as NodeJS.ErrnoException & { readonly errstr?: string };
  if (code === 'ERR_SQLITE_ERROR') return `a lock cannot be tried (${errstr ?? 'SQLite'})`;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  const what = path === undefined ? '' : `${basename(path)}: `;
  return `${what}${words[code] ?? 'the system refuses it'} (${code})`;
}

const held = 'another program holds it, or it may not be used';
const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk has no room left for this user',
  EACCES: held,
  EPERM: held,
  EBUSY: held,
  EIO: 'the disk has an error',
  EROFS: 'the disk may only be read',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this host',
};
