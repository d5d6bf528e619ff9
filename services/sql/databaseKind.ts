import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Session } from './session.ts';

/** Whether a database is one of the MIM Service, and of which version. */
export interface DatabaseKind {
  readonly isServiceDatabase: boolean;
  /** Whether the account may not see all of it, so that there may be more. */
  readonly hidden: boolean;
  /** The build of the MIM Service that made it or last changed it, as the database states it; null where it does not. */
  readonly version: string | null;
}

/**
 * Looks for what public scripts that read a MIM Service database rely on: the tables `fim.Objects` and
 * `fim.ObjectTypeInternal`, and `BinaryVersion` in `fim.Version`. Microsoft documents none of it, so a database without a
 * version still counts as one. The Synchronization Service's database, which is mistaken for it, has no schema `fim`.
 */
export async function readKind(session: Session, name: string, signal: AbortSignal): Promise<DatabaseKind> {
  const answer = tablesRow.safeParse(await session.query(tablesQuestion, name, signal));
  if (!answer.success)
    throw new Problem('database-unsuitable', 'The server does not answer as SQL Server does.', { cause: answer.error });
  const { objects, types, versions, seesDefinitions } = answer.data;
  const hidden = !seesDefinitions;
  const isServiceDatabase = objects !== null && types !== null;
  if (!isServiceDatabase || versions === null) return { isServiceDatabase, hidden, version: null };
  const row = await session.query(versionQuestion(name), name, signal).catch(refusalIn);
  if (row instanceof Problem) return { isServiceDatabase, hidden: isDenied(row), version: null };
  const told = versionRow.safeParse(row);
  return { isServiceDatabase, hidden: false, version: told.success ? String(told.data.version) : null };
}

/** A refusal is an answer, too; that the server went away is none, and is thrown. */
function refusalIn(error: unknown): Problem {
  if (error instanceof Problem && error.code === 'database-unsuitable') return error;
  throw error;
}

/** Error 229: the permission was denied on the object. */
function isDenied({ cause }: Problem): boolean {
  return cause instanceof Error && 'number' in cause && cause.number === 229;
}

/** What tells a database of the MIM Service: ids of its tables, null for those that it lacks, or that may not be seen. */
export const tablesQuestion = `
SELECT OBJECT_ID(QUOTENAME(@name) + N'.fim.Objects') AS objects,
  OBJECT_ID(QUOTENAME(@name) + N'.fim.ObjectTypeInternal') AS types,
  OBJECT_ID(QUOTENAME(@name) + N'.fim.Version') AS versions,
  HAS_PERMS_BY_NAME(QUOTENAME(@name), 'DATABASE', 'VIEW DEFINITION') AS seesDefinitions`;

/** Asks a database for its version. Its name can't be a parameter here, so it is quoted as `QUOTENAME` does. */
export function versionQuestion(name: string): string {
  return `SELECT TOP (1) CONVERT(nvarchar(128), BinaryVersion) AS version FROM [${name.replaceAll(']', ']]')}].fim.Version`;
}

const id = z.number().nullable();
const tablesRow = z.object({
  objects: id,
  types: id,
  versions: id,
  seesDefinitions: z.union([z.number(), z.boolean()]).nullable().transform(Boolean),
});
const versionRow = z.object({ version: z.union([z.string(), z.number()]) });
