import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * PowerShell 7, from PATH, else from the folder that MIM_SETUP_TEST_PWSH names, where `dotnet tool install PowerShell --tool-path`
 * has put it; null where there is none.
 */
export const pwsh: string | null = find();

/** What is missing, for the title of a suite that is skipped; with CI=true none is. */
export const pwshMissing: string | null = pwsh ? null : 'PowerShell 7 is not installed';
export const withoutPwsh = pwshMissing !== null && !process.env['CI'];

function find(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), process.env['MIM_SETUP_TEST_PWSH']];
  for (const folder of folders) {
    if (!folder) continue;
    const program = join(folder, 'pwsh');
    if (spawnSync('test', ['-x', program]).status === 0) return program;
  }
  return null;
}
