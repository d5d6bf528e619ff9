import type { Question } from './question.ts';
import { type Row, SqlError } from './tokens.ts';

/** What there is on a server, as far as the checks can see. */
export interface World {
  readonly version: readonly [number, number, number];
  readonly fullText?: boolean;
  readonly engine?: number;
  /** Members of sysadmin, and others who may create databases. */
  readonly sysadmins?: readonly string[];
  readonly creators?: readonly string[];
  /** Who may not even see the databases of others. */
  readonly blind?: readonly string[];
  readonly databases?: Readonly<Record<string, Database>>;
}

export interface Database {
  readonly owner?: string;
  readonly status?: string;
  /** Who may open it, beside its owner and sysadmins. */
  readonly users?: readonly string[];
  /** Who, of these, may not see what it is made of. */
  readonly unseeing?: readonly string[];
  readonly tables?: readonly string[];
  readonly binaryVersion?: string;
}

/** A database of the MIM Service, as public scripts know it. */
export const serviceDatabase: Database = {
  tables: ['fim.Objects', 'fim.ObjectTypeInternal', 'fim.Version'],
  binaryVersion: '4.6.34.0',
};

/** Answers what the checks ask, as SQL Server would in such a world: by column, whatever else the question holds. */
export function answersOf(world: World) {
  return ({ text, parameters }: Question, login: string): readonly Row[] => {
    const name = parameters['@name'] ?? '';
    const isSysadmin = world.sysadmins?.includes(login) ?? false;
    const found = Object.entries(world.databases ?? {}).find(([database]) => database.toLowerCase() === name.toLowerCase())?.[1];
    const visible = found && (isSysadmin || !world.blind?.includes(login)) ? found : undefined;
    const opens = visible && (isSysadmin || visible.owner === login || visible.users?.includes(login));
    const sees = !visible?.unseeing?.includes(login);
    const table = (of: string) => (opens && sees && visible.tables?.includes(of) ? 1_000 + visible.tables.indexOf(of) : null);
    if (/FROM \[.*\]\.fim\.Version/.test(text)) return versionRow(visible);
    const values: Row = {
      login,
      version: `${world.version.join('.')}.2`,
      engine: world.engine ?? 2,
      fullText: world.fullText === false ? 0 : 1,
      sysadmin: isSysadmin ? 1 : 0,
      mayCreate: isSysadmin || world.creators?.includes(login) ? 1 : 0,
      seesAll: isSysadmin || !world.blind?.includes(login) ? 1 : 0,
      databaseId: visible ? 7 : null,
      databaseStatus: visible ? (visible.status ?? 'ONLINE') : null,
      mayOpen: visible ? (opens ? 1 : 0) : null,
      controls: visible ? (isSysadmin || visible.owner === login ? 1 : 0) : null,
      objects: table('fim.Objects'),
      types: table('fim.ObjectTypeInternal'),
      versions: table('fim.Version'),
      seesDefinitions: sees ? 1 : 0,
    };
    const asked = [...text.matchAll(/ AS (\w+)/g)].map(([, column]) => column!);
    if (asked.length === 0) throw new SqlError(102, "Incorrect syntax near ''.", 15);
    return [Object.fromEntries(asked.map((column) => [column, values[column] ?? null]))];
  };
}

function versionRow(database: Database | undefined): readonly Row[] {
  if (!database) throw new SqlError(911, 'Database does not exist. Make sure that the name is entered correctly.', 16);
  if (database.binaryVersion === undefined) throw new SqlError(208, "Invalid object name 'fim.Version'.", 16);
  return [{ version: database.binaryVersion }];
}
