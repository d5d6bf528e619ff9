import { execFile } from 'node:child_process';

/** Runs a script by Windows PowerShell and returns what it writes. It throws where there is no PowerShell, or it fails. */
export type RunPowerShell = (script: string, signal: AbortSignal) => Promise<string>;

/**
 * The script goes in by standard input, so that neither length nor quoting limits it, and no other user sees it among the
 * processes. Read from there PowerShell takes line by line, hence a single line that unpacks it.
 */
export const runPowerShell: RunPowerShell = (script, signal) =>
  new Promise((resolve, reject) => {
    const options = { signal, windowsHide: true, encoding: 'utf8', maxBuffer: 1024 * 1024 } as const;
    const child = execFile('powershell', ['-NoProfile', '-NonInteractive', '-Command', '-'], options, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout.replace(/^\uFEFF/, ''));
    });
    child.stdin?.on('error', reject);
    child.stdin?.end(`${unpacking(script)}\r\nexit\r\n`);
  });

/** A PowerShell expression for any value: packed as JSON, so that no text in it can be taken for code. */
export function powerShellValue(value: unknown): string {
  return `(ConvertFrom-Json ${textOf(JSON.stringify(value))})`;
}

function unpacking(script: string): string {
  return `& ([ScriptBlock]::Create(${textOf(script)}))`;
}

function textOf(text: string): string {
  return `([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${Buffer.from(text).toString('base64')}')))`;
}
