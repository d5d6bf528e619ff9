import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { isSecretField } from '../../machines/answers/secretFields.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import type { PageAnswers } from '../answers.ts';

/** Secrets that can be told from anything else, and found again in whatever form they stand. */
export class MarkedSecrets {
  readonly #cores = new Map<string, string>();

  /** A secret, with characters in it that encodings change; `name` says what it is for. */
  make(name: string): string {
    const core = `Zq${randomBytes(12).toString('hex')}`;
    this.#cores.set(core, name);
    return `"${core}\\ &+ü%$'<${core}`;
  }

  /** A copy of the answers of an option with a mark in each secret that it asks for. */
  answer(answers: PageAnswers): PageAnswers {
    return Object.fromEntries(Object.entries(answers).map(([page, given]) => [page, this.#replace(given, page) as typeof given]));
  }

  /** Tells which marks stand in some bytes, by what they are for. */
  foundIn(bytes: Uint8Array): string[] {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = [...this.#cores].filter(([core]) => formsOf(core).some((form) => buffer.includes(form)));
    return found.map(([, name]) => name);
  }

  #replace(value: unknown, path: string): unknown {
    if (typeof value === 'string') return secretPaths.has(path) ? this.make(path) : value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#replace(inner, `${path}.${key}`)]));
  }
}

/** Every field of every page that is declared secret, as `page.field`. */
export const secretPaths: ReadonlySet<string> = new Set(pageIds.flatMap((page) => secretsIn(pageOf(page).fields, page)));

/** Every file below a folder, with its bytes. */
export function filesBelow(folder: string): { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

function secretsIn(field: z.ZodType, path: string): string[] {
  if (isSecretField(field)) return [path];
  const inner = 'unwrap' in field ? (field as z.ZodOptional<z.ZodType>).unwrap() : field;
  const shape = 'shape' in inner ? (inner.shape as Record<string, z.ZodType>) : {};
  return Object.entries(shape).flatMap(([name, one]) => secretsIn(one, `${path}.${name}`));
}

/** The bytes by which a text can stand somewhere. JSON and URLs leave its characters as they are. */
export function formsOf(core: string): Buffer[] {
  const text = Buffer.from(core);
  const wide = Buffer.from(core, 'utf16le');
  const hex = [text.toString('hex'), text.toString('hex').toUpperCase()];
  return [
    text,
    wide,
    Buffer.from(wide).swap16(),
    ...[...hex, ...inBase64(text), ...inBase64(wide)].map((form) => Buffer.from(form)),
  ];
}

/** What stands of it in base64, wherever it begins among the bytes that are written so. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return text.slice(before === 0 ? 0 : 4, -4);
  });
}
