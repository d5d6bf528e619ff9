import { z } from 'zod';
import { Problem } from '../../machines/ports.ts';
import { powerShellValue, type RunPowerShell } from './runPowerShell.ts';
import type { Row, Session } from './session.ts';

/** Where to sign in: the server as typed, since Windows' own client knows aliases and instances. */
export interface CurrentUserSubject {
  readonly server: string;
  readonly encrypts: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * Signs in as the Windows user that this service runs as, by Windows' own client in PowerShell: there is no other way to do so
 * without a password. Each question is a connection of its own.
 */
export function signInAsCurrentUser(subject: CurrentUserSubject, run: RunPowerShell): Session {
  return {
    certificateTrusted: null,
    query: async (question, name, signal) => rowOf(await run(scriptFor(subject, question, name), signal).catch(() => '')),
    close: async () => {},
  };
}

function scriptFor({ server, encrypts, timeout }: CurrentUserSubject, question: string, name: string): string {
  const seconds = Math.max(1, Math.ceil(timeout / 1000));
  return `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
$asked = ${powerShellValue({ server, encrypts, seconds, question, name })}
$builder = New-Object System.Data.SqlClient.SqlConnectionStringBuilder
$builder['Data Source'] = $asked.server
$builder['Initial Catalog'] = 'master'
$builder['Integrated Security'] = $true
$builder['Encrypt'] = $asked.encrypts
$builder['TrustServerCertificate'] = $true
$builder['MultiSubnetFailover'] = $true
$builder['Connect Timeout'] = $asked.seconds
$builder['Application Name'] = 'mim-setup'
$connection = New-Object System.Data.SqlClient.SqlConnection $builder.ConnectionString
try {
  $connection.Open()
  $command = $connection.CreateCommand()
  $command.CommandText = $asked.question
  $command.CommandTimeout = $asked.seconds
  $null = $command.Parameters.AddWithValue('@name', $asked.name)
  $reader = $command.ExecuteReader()
  $row = @{}
  if ($reader.Read()) {
    for ($i = 0; $i -lt $reader.FieldCount; $i++) {
      if ($reader.IsDBNull($i)) { $row[$reader.GetName($i)] = $null } else { $row[$reader.GetName($i)] = $reader.GetValue($i) }
    }
  }
  ConvertTo-Json -Compress @{ row = $row }
} catch {
  $cause = $_.Exception
  while ($cause.InnerException -and $cause -isnot [System.Data.SqlClient.SqlException]) { $cause = $cause.InnerException }
  ConvertTo-Json -Compress @{ error = @{ number = [int]$cause.Number; message = [string]$cause.Message } }
} finally {
  $connection.Dispose()
}`;
}

const reply = z.union([
  z.object({ row: z.record(z.string(), z.unknown()) }),
  z.object({ error: z.object({ number: z.number(), message: z.string() }) }),
]);

/** Errors by which SQL Server refuses a sign-in: login failed, untrusted domain, no access to the database. */
const refusals = [18456, 18452, 18470, 18486, 4060, 4064];

function rowOf(output: string): Row {
  const read = reply.safeParse(parsed(output));
  if (!read.success) {
    throw new Problem(
      'check-unavailable',
      'Windows PowerShell gave no answer that makes sense, so the check could not sign in as the current user. Name an account under "Check as".',
    );
  }
  if ('row' in read.data) return read.data.row;
  const { number, message } = read.data.error;
  const cause = new Error(message);
  if (refusals.includes(number)) {
    throw new Problem(
      'database-sign-in-failed',
      'SQL Server refuses the Windows account that this service runs as. Run it as the account that will run setup, and give that account a login, or name another account under "Check as".',
      { cause },
    );
  }
  throw new Problem('host-unreachable', 'Windows could not reach or ask the server. See the detail.', { cause });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
