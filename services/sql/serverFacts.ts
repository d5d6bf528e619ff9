import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { versionOf } from './serverVersion.ts';
import type { Session } from './session.ts';

/**
 * All that one question tells of a server: its functions need no right of their own. `@name` is the database that the page
 * names; what is asked of it is null where it is absent, or hidden from the one who asks.
 */
export const factsQuestion = `
SELECT SUSER_SNAME() AS login,
  CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) AS version,
  CONVERT(int, SERVERPROPERTY('EngineEdition')) AS engine,
  CONVERT(int, SERVERPROPERTY('IsFullTextInstalled')) AS fullText,
  IS_SRVROLEMEMBER('sysadmin') AS sysadmin,
  HAS_PERMS_BY_NAME(NULL, NULL, 'CREATE ANY DATABASE') AS mayCreate,
  HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW ANY DATABASE') AS seesAll,
  CONVERT(int, DB_ID(@name)) AS databaseId,
  CONVERT(nvarchar(128), DATABASEPROPERTYEX(@name, 'Status')) AS databaseStatus,
  HAS_DBACCESS(@name) AS mayOpen,
  HAS_PERMS_BY_NAME(QUOTENAME(@name), 'DATABASE', 'CONTROL') AS controls`;

const yes = z
  .union([z.number(), z.boolean()])
  .nullable()
  .transform((value) => Boolean(value));

const factsRow = z.object({
  login: z.string(),
  version: z.string().transform((text, context) => {
    const version = versionOf(text);
    if (version) return version;
    context.addIssue('This is no version of SQL Server.');
    return z.NEVER;
  }),
  engine: z.number().nullable(),
  fullText: yes,
  sysadmin: yes,
  mayCreate: yes,
  seesAll: yes,
  databaseId: z.number().nullable(),
  databaseStatus: z.string().nullable(),
  mayOpen: yes,
  controls: yes,
});

/** What is known of a server, and of the database that the page names. */
export type Facts = z.output<typeof factsRow>;

/** Asks, and throws a `Problem` where what comes back is not what SQL Server says. */
export async function readFacts(session: Session, name: string, signal: AbortSignal): Promise<Facts> {
  const facts = factsRow.safeParse(await session.query(factsQuestion, name, signal));
  if (facts.success) return facts.data;
  throw new Problem(
    'database-unsuitable',
    'The server signs us in, but does not answer as SQL Server does. Check that it is one, and not something in between.',
    { cause: facts.error },
  );
}
