import { readFileSync } from 'node:fs';
import { textIn } from '../../../services/files/textFile.ts';
import { readAnswersText } from '../../answers/answersText.ts';
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
  readonly #read: ReadText;
  readonly #lineStarts: readonly number[];

  constructor(path: string, text: string) {
    this.path = path;
    this.#lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.#read = readAnswersText(text);
    this.content = this.#read.content;
    this.syntax = this.#read.findings.map(({ offset, message }) => ({ ...this.#at(offset), message }));
  }

  /** Where something stands: the name of what should not be there, else its value; for what is not there, where it belongs. */
  positionOf(path: Path, which: 'name' | 'value' = 'value'): Position {
    return this.#at(this.#read.offsetOf(path, which));
  }

  #at(offset: number): Position {
    const line = this.#lineStarts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - this.#lineStarts[line]! + 1 };
  }
}

/**
 * Reads an answers file as editors on Windows and elsewhere write it.
 *
 * @throws {Misuse} where it can't be read.
 */
export function openAnswersFile(path: string): AnswersDocument {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no file' : 'This file cannot be read:';
    throw new Misuse(`${why} ${path}`);
  }
  if (bytes.length > largest) throw new Misuse(`${path} is larger than 256 KiB: it is no answers file.`);
  const text = textIn(bytes);
  if (text === null) throw new Misuse(`${path} is neither UTF-8 nor UTF-16. Save it as UTF-8.`);
  return new AnswersDocument(path, text);
}

const largest = 256 * 1024;
