import { appendFile, type FileHandle } from 'node:fs/promises';
import { readJson, writeJson } from '../jsonFile.ts';
import { type KeptPlace, parseKeptPlace } from './keptPlace.ts';
import { LineSplitter, startOfLog } from './lineSplitter.ts';
import { cut, openIfThere, sizeOf } from './logFile.ts';
import type { LogReading } from './logReading.ts';
import { emptyStory, type LogStory } from './logStory.ts';
import { readLogLine } from './readLogLine.ts';
import { slices } from './slices.ts';

/** The files of a log that is followed. */
export interface FollowedLog {
  /** The installer's own log. */
  readonly original: string;
  /** What may be shown of it, as UTF-8: every line redacted. */
  readonly shown: string;
  /** Up to where it has been read, and what it told until there. */
  readonly kept: string;
}

/** The installer's own log can't be read, for the reason that is its cause. */
export class LogUnreadable extends Error {
  constructor(cause: unknown) {
    super('The log of the installer cannot be read.', { cause });
    this.name = 'LogUnreadable';
  }
}

/**
 * Follows an installer's log while it grows. Only what is new is read; the place is kept beside it, so that whoever takes up the
 * job later goes on from there, with the same story. Memory does not grow with the log.
 */
export class LogFollower {
  readonly #files: FollowedLog;
  readonly #reading: LogReading;
  #splitter: LineSplitter;
  #story: LogStory;
  #shownBytes: number;
  /** Up to where the splitter was given bytes. */
  #read: number;
  /** Which run of the installer wrote the log. A later one begins it anew. */
  #run: number;
  /** Read, and not shown yet: what is shown could not be written to. */
  #unshown: readonly string[] = [];
  /** Whether the place that is kept is where this follower is. */
  #isKept = true;

  private constructor(files: FollowedLog, reading: LogReading, kept: KeptPlace) {
    this.#files = files;
    this.#reading = reading;
    this.#splitter = new LineSplitter(kept.place);
    this.#story = kept.story;
    this.#shownBytes = kept.shownBytes;
    this.#read = kept.place.position;
    this.#run = kept.run;
  }

  /** Goes on from the place that is kept, or begins at the log's beginning. It cuts what is shown back to that place. */
  static async takeUp(files: FollowedLog, reading: LogReading): Promise<LogFollower> {
    const kept = (await readJson(files.kept, parseKeptPlace)) ?? {
      place: startOfLog,
      story: emptyStory(),
      shownBytes: 0,
      run: 0,
    };
    // Lines that were shown after the place was kept are shown again, not twice.
    await cut(files.shown, kept.shownBytes);
    return new LogFollower(files, reading, kept);
  }

  /** What the log has told so far. */
  get story(): Readonly<LogStory> {
    return this.#story;
  }

  /** Goes back to the beginning where another run of the installer has begun the log anew. */
  beginRun(run: number): void {
    if (run !== this.#run) this.#restart();
    this.#run = run;
  }

  /**
   * Reads what is new, piece by piece, and hands each piece's lines on, redacted. With `ended`, the last line is taken without its
   * end. Nothing, where the log does not exist. Where the host does not let it (the disk is full, a file is locked), it throws, and
   * the next time goes on from there: no line is left out, and none is told twice.
   *
   * @throws {LogUnreadable} where it is the installer's own log that is locked.
   */
  async catchUp(tell: (lines: readonly string[]) => void, { ended = false } = {}): Promise<void> {
    await this.#show(tell);
    const size = (await sizeOf(this.#files.original).catch(asUnreadable)) ?? this.#read;
    if (size < this.#read) this.#restart();
    if (size > this.#read) {
      const log = await openIfThere(this.#files.original).catch(asUnreadable);
      if (log) await this.#readOn(log, tell);
    } else if (!ended && this.#isKept) return;
    if (ended) await this.#take(this.#splitter.end(), tell);
    await this.#keep();
  }

  async #readOn(log: FileHandle, tell: (lines: readonly string[]) => void): Promise<void> {
    try {
      const piece = Buffer.allocUnsafe(pieceSize);
      for (let pieces = 1; ; pieces++) {
        const { bytesRead } = await log.read(piece, 0, pieceSize, this.#read).catch(asUnreadable);
        if (bytesRead === 0) return;
        this.#read += bytesRead;
        await this.#take(this.#splitter.push(piece.subarray(0, bytesRead)), tell);
        if (pieces % keptEvery === 0) await this.#keep();
      }
    } finally {
      await log.close();
    }
  }

  async #take(lines: readonly string[], tell: (lines: readonly string[]) => void): Promise<void> {
    if (lines.length === 0) return;
    this.#isKept = false;
    // All are read before any is shown: where showing them fails, none is left out.
    for await (const slice of slices(lines))
      this.#unshown = [...this.#unshown, ...slice.map((line) => readLogLine(this.#story, line, this.#reading))];
    await this.#show(tell);
  }

  async #show(tell: (lines: readonly string[]) => void): Promise<void> {
    const lines = this.#unshown;
    if (lines.length === 0) return;
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    // A disk that became full may have taken a part of them.
    await cut(this.#files.shown, this.#shownBytes);
    await appendFile(this.#files.shown, bytes, { mode: 0o600 });
    this.#shownBytes += bytes.length;
    this.#unshown = [];
    tell(lines);
  }

  async #keep(): Promise<void> {
    const kept: KeptPlace = { place: this.#splitter.place, story: this.#story, shownBytes: this.#shownBytes, run: this.#run };
    await writeJson(this.#files.kept, kept);
    this.#isKept = true;
  }

  #restart(): void {
    this.#splitter = new LineSplitter();
    this.#story = emptyStory();
    this.#read = 0;
  }
}

const pieceSize = 64 * 1024;
/** Pieces. */
const keptEvery = 64;

function asUnreadable(error: unknown): never {
  throw new LogUnreadable(error);
}
