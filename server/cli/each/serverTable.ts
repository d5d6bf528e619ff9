import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { textIn } from '../../../services/files/textFile.ts';
import { readAnswersText } from '../../answers/answersText.ts';
import { AnswersDocument } from '../file/answersDocument.ts';
import { Misuse } from '../surroundings.ts';

const server = z.strictObject({
  /** The runner on it; without one, the service installs where it is. */
  runner: z.string().max(63).optional(),
  package: z.string().max(1024).optional(),
  /** What differs from the answers file: by page and field. */
  pages: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

const table = z.strictObject({
  servers: z
    .record(z.string().min(1).max(200), server)
    .refine((servers) => Object.keys(servers).length > 0, 'Name one server at least.'),
});

/** A server of the table, and the answers for it. */
export interface ServerOfTable {
  /** What its installation is called. */
  readonly name: string;
  readonly runner?: string | undefined;
  readonly package?: string | undefined;
  /** The answers file with what differs for this server. */
  readonly document: AnswersDocument;
}

/** Most servers of one table. */
const mostServers = 1000;
const largest = 4 * 1024 * 1024;

/**
 * Reads a table of servers, and lays what differs for each over the answers.
 *
 * @throws {Misuse} where it can't be read, or is no such table.
 */
export function openServerTable(path: string, answers: AnswersDocument): ServerOfTable[] {
  const parsed = table.safeParse(contentOf(path));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'servers'}: ${message}`);
    throw new Misuse(`${path} is no table of servers. ${wrong.slice(0, 5).join(' ')}`);
  }
  const servers = Object.entries(parsed.data.servers);
  if (servers.length > mostServers)
    throw new Misuse(`${path} names ${servers.length} servers; ${mostServers} are taken at a time.`);
  return servers.map(([name, { pages, ...how }]) => {
    const merged = laidOver(answers.content, { pages });
    // JSON is YAML too, and a file that a secret stands in is looked for beside the answers file.
    return { name, ...how, document: new AnswersDocument(answers.path, JSON.stringify(merged)) };
  });
}

function contentOf(path: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Misuse(`The table ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  const text = bytes.length > largest ? null : textIn(bytes);
  if (text === null) throw new Misuse(`The table ${path} is larger than 4 MiB, or neither UTF-8 nor UTF-16.`);
  const { content, findings } = readAnswersText(text);
  const [wrong] = findings;
  if (wrong) throw new Misuse(`The table ${path} cannot be read: ${wrong.message}`);
  return content;
}

/** Objects are laid over each other name by name; whatever else stands there takes the place of what was there. */
function laidOver(below: unknown, above: unknown): unknown {
  if (!isObject(below) || !isObject(above) || isElsewhere(above)) return above;
  return { ...below, ...Object.fromEntries(Object.entries(above).map(([name, value]) => [name, laidOver(below[name], value)])) };
}

/** A secret that stands elsewhere is one value. */
function isElsewhere(value: Readonly<Record<string, unknown>>): boolean {
  const [name, ...more] = Object.keys(value);
  return more.length === 0 && (name === 'env' || name === 'file');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
