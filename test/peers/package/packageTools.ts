import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/** What is missing here to build and export packages; null where all is there. Debian has it in wixl and msitools. */
export const packageToolsMissing: string | null = missing();

/** The names of a package's tables, as msitools lists them. */
export async function listTables(path: string): Promise<string[]> {
  const { stdout } = await run('msiinfo', ['tables', path]);
  return stdout.split('\n').filter((name) => name !== '');
}

/** A table as msitools exports it: the names of its columns, their types, and its rows. */
export async function exportTable(path: string, table: string) {
  const { stdout } = await run('msiinfo', ['export', path, table], { maxBuffer: 2 ** 26 });
  const [columns, types, , ...rows] = stdout
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split('\t'));
  return { columns: columns ?? [], types: types ?? [], rows };
}

/** Imports a table, written as text of this form: names, types, name of the table and keys, rows; cells parted by tabs. */
export async function importTable(path: string, file: string): Promise<void> {
  await run('msibuild', [path, '-i', file]);
}

const run = promisify(execFile);

function missing(): string | null {
  const tools = ['wixl', 'msibuild', 'msiinfo'].filter((tool) => {
    try {
      execFileSync('which', [tool], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  return tools.length ? `${tools.join(', ')} not installed` : null;
}
