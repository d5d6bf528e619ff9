import { readFileSync } from 'node:fs';
import { textIn } from '../../../services/files/textFile.ts';
import { readAnswersText } from '../../answers/answersText.ts';
import { laidOver } from '../../answers/laidOver.ts';
import { limits } from '../../answers/limits.ts';
import type { Path, ReadText } from '../../answers/readText.ts';
import { Misuse } from '../surroundings.ts';

export type { Path };

/** A place in a file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What can't be read, or would be read as something else than stands there. */
export interface SyntaxFinding extends Position {
  readonly message: string;
}

/** An answers file with the place of everything in it. */
export class AnswersDocument {
  readonly path: string;
  readonly syntax: readonly SyntaxFinding[];
  /** What the file says; nothing, where it can't be read. */
  readonly content: unknown;
  readonly #text: string;
  readonly #read: ReadText;
  readonly #lineStarts: readonly number[];

  /**
   * @param most how many names, values and marks are read.
   * @param below what the file is laid over.
   */
  constructor(path: string, text: string, most: number = limits.parts, below?: object) {
    this.path = path;
    this.#text = text;
    this.#lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.#read = readAnswersText(text, { most });
    this.content = below && !this.#read.findings[0] ? laidOver(below, this.#read.content ?? {}) : this.#read.content;
    this.syntax = this.#read.findings.map(({ offset, message }) => ({ ...this.#at(offset), message }));
  }

  /** Where something stands: the name of what should not be there, else its value; for what is not there, where it belongs. */
  positionOf(path: Path, which: 'name' | 'value' = 'value'): Position {
    return this.#at(this.#read.offsetOf(path, which));
  }

  /** The same file laid over what others have answered. What is told of it stands where it stands in the file. */
  over(below: object): AnswersDocument {
    return new AnswersDocument(this.path, this.#text, limits.parts, below);
  }

  #at(offset: number): Position {
    const line = this.#lineStarts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - this.#lineStarts[line]! + 1 };
  }
}

/** How large a file may be: kibibytes, and names, values and marks. */
interface Size {
  readonly kib: number;
  readonly most: number;
}

/**
 * Reads an answers file, or another of that form and of another size, as editors on Windows and elsewhere write it.
 *
 * @throws {Misuse} where it can't be read.
 */
export function openAnswersFile(path: string, { kib, most }: Size = { kib: 256, most: limits.parts }): AnswersDocument {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no file' : 'This file cannot be read:';
    throw new Misuse(`${why} ${path}`);
  }
  if (bytes.length > kib * 1024) throw new Misuse(`${path} is larger than ${kib} KiB: no such file is.`);
  const text = textIn(bytes);
  if (text === null) throw new Misuse(`${path} is neither UTF-8 nor UTF-16. Save it as UTF-8.`);
  return new AnswersDocument(path, text, most);
}
