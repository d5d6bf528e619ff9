import type { Completable } from './completable.ts';
import { choicesOfArguments, choicesOfOptions, flagsOf, valued } from './words.ts';

/** For PowerShell 5.1 and 7. What no words are known for is completed as the name of a file. */
export function powershellCompletion(program: Completable, commands: readonly Completable[]): string {
  const list = (words: readonly string[]) => `@(${words.map(quoted).join(', ')})`;
  const table = (entries: readonly (readonly [string, readonly string[]])[]) =>
    entries.map(([key, words]) => `    ${quoted(key)} = ${list(words)}`);
  const about = commands.map(({ name, summary }) => `    ${quoted(name)} = ${quoted(summary)}`);
  return [
    `# Completes ${program.name} in PowerShell.`,
    `Register-ArgumentCompleter -Native -CommandName ${quoted(program.name)}, ${quoted(`${program.name}.cmd`)} -ScriptBlock {`,
    '  param($word, $line, $cursor)',
    '  $summaries = @{',
    ...about,
    '  }',
    `  $valued = ${list(valued([program, ...commands]))}`,
    '  $flags = @{',
    ...table(flagsOf(program, commands)),
    '  }',
    '  $values = @{',
    ...table(choicesOfOptions(commands)),
    '  }',
    '  $arguments = @{',
    ...table(choicesOfArguments(commands)),
    '  }',
    "  $command = ''; $before = ''; $value = $false; $given = 0",
    '  foreach ($element in @($line.CommandElements | Select-Object -Skip 1)) {',
    '    if ($element.Extent.EndOffset -ge $cursor) { break }',
    '    $before = "$element"',
    '    if ($value) { $value = $false }',
    '    elseif ($valued -contains $before) { $value = $true }',
    "    elseif ($before.StartsWith('-')) { }",
    '    elseif ($command) { $given++ }',
    '    else { $command = $before }',
    '  }',
    '  $words = if ($value) { $values["$command $before"] }',
    "  elseif ($word.StartsWith('-')) { $flags[$command] }",
    `  elseif (-not $command) { ${list(commands.map(({ name }) => name))} }`,
    '  else { $arguments["$command $given"] }',
    '  foreach ($one in $words) {',
    '    if (-not $one.StartsWith($word)) { continue }',
    '    $tip = if (-not $command -and $summaries[$one]) { $summaries[$one] } else { $one }',
    "    [System.Management.Automation.CompletionResult]::new($one, $one, 'ParameterValue', $tip)",
    '  }',
    '}',
    '',
  ].join('\n');
}

/** Typographic quotation marks end a text of PowerShell as well as plain ones. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, "''")}'`;
}
