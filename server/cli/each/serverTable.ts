import { z } from 'zod';
import { laidOver } from '../../answers/laidOver.ts';
import { AnswersDocument, openAnswersFile } from '../file/answersDocument.ts';
import { Misuse } from '../surroundings.ts';

/** Nothing behind a name is as good as an empty map. */
function orEmpty<Map extends z.ZodType>(map: Map) {
  return z.preprocess((given) => given ?? {}, map);
}

const pages = orEmpty(z.record(z.string(), orEmpty(z.record(z.string(), z.unknown()))));

const server = orEmpty(
  z.strictObject({
    /** The runner on it; without one, the service installs where it is. */
    runner: z.string().max(63).optional(),
    package: z.string().max(1024).optional(),
    /** What differs from the answers file: by page and field. */
    pages,
  }),
);

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

/** Most servers of one table; each may well differ in every answer of a few pages. */
const mostServers = 1000;
const size = { kib: 4096, most: mostServers * 200 };

/**
 * Reads a table of servers, and lays what differs for each over the answers.
 *
 * @throws {Misuse} where it can't be read, or is no such table.
 */
export function openServerTable(path: string, answers: AnswersDocument): ServerOfTable[] {
  const { content, syntax } = openAnswersFile(path, size);
  if (syntax[0]) throw new Misuse(`${path}:${syntax[0].line}:${syntax[0].column}: ${syntax[0].message}`);
  const parsed = table.safeParse(content);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path: at, message }) => `${at.join('.') || 'servers'}: ${message}`);
    throw new Misuse(`${path} is no table of servers. ${wrong.slice(0, 5).join(' ')}`);
  }
  const servers = Object.entries(parsed.data.servers);
  if (servers.length > mostServers)
    throw new Misuse(`${path} names ${servers.length} servers; ${mostServers} are taken at a time.`);
  return servers.map(([name, { pages: differing, ...how }]) => {
    const merged = laidOver(answers.content, { pages: differing });
    // JSON is YAML too, and a file that a secret stands in is looked for beside the answers file.
    return { name, ...how, document: new AnswersDocument(answers.path, JSON.stringify(merged)) };
  });
}

/** Whether answers have a form that others can be laid over: whatever else stands there would go unseen. */
export function canBeLaidUnder({ syntax, content }: AnswersDocument): boolean {
  return syntax.length === 0 && orEmpty(z.looseObject({ pages })).safeParse(content).success;
}
