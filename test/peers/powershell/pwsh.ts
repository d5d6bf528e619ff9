import { accessSync, constants, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  for (const folder of [...(process.env['PATH'] ?? '').split(delimiter), process.env['MIM_SETUP_TEST_PWSH']]) {
    if (folder && isProgram(join(folder, 'pwsh'))) return withoutShim(folder);
  }
  return null;
}

/**
 * The program of a .NET tool is a shim, which starts PowerShell as a child: that would outlive a shim that is ended. PowerShell
 * proper, elsewhere, is one process.
 */
function withoutShim(folder: string): string {
  const [assembly] = globSync(join(folder, '.store/powershell/*/powershell/*/tools/*/any/unix/pwsh.dll'));
  if (!assembly) return join(folder, 'pwsh');
  const program = join(tmpdir(), 'mim-setup-stand-ins', `pwsh-${Buffer.from(assembly).toString('base64url').slice(-40)}`);
  if (!isProgram(program)) {
    mkdirSync(join(program, '..'), { recursive: true });
    writeFileSync(program, `#!/bin/sh\nexec dotnet '${assembly}' "$@"\n`, { mode: 0o755 });
  }
  return program;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
