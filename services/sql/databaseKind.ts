import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Session } from './session.ts';

/** What a database is made of. */
export interface DatabaseKind {
  readonly isServiceDatabase: boolean;
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
  const tables = answer.data;
  const isServiceDatabase = tables.objects !== null && tables.types !== null;
  if (!isServiceDatabase || tables.versions === null) return { isServiceDatabase, version: null };
  const row = versionRow.safeParse(await session.query(versionQuestion(name), name, signal).catch(() => null));
  return { isServiceDatabase, version: row.success ? String(row.data.version) : null };
}

export const tablesQuestion = `
SELECT OBJECT_ID(QUOTENAME(@name) + N'.fim.Objects') AS objects,
  OBJECT_ID(QUOTENAME(@name) + N'.fim.ObjectTypeInternal') AS types,
  OBJECT_ID(QUOTENAME(@name) + N'.fim.Version') AS versions`;

/** The name can't be a parameter here, so it is quoted as `QUOTENAME` does. */
export function versionQuestion(name: string): string {
  return `SELECT TOP (1) CONVERT(nvarchar(128), BinaryVersion) AS version FROM [${name.replaceAll(']', ']]')}].fim.Version`;
}

const id = z.number().nullable();
const tablesRow = z.object({ objects: id, types: id, versions: id });
const versionRow = z.object({ version: z.union([z.string(), z.number()]) });
