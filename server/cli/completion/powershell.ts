import { verbatimString } from '../../../machines/scripts/verbatimString.ts';
import type { Completable } from './completable.ts';
import { choicesOfArguments, choicesOfOptions, flagsOf, placesOfIds, valued, whereToAsk } from './words.ts';

/** For PowerShell 5.1 and 7. What no words are known for is completed as the name of a file. */
export function powershellCompletion(program: Completable, commands: readonly Completable[]): string {
  const list = (words: readonly string[]) => `@(${words.map(verbatimString).join(', ')})`;
  const table = (entries: readonly (readonly [string, readonly string[]])[]) =>
    entries.map(([key, words]) => `    ${verbatimString(key)} = ${list(words)}`);
  const about = commands.map(({ name, summary }) => `    ${verbatimString(name)} = ${verbatimString(summary)}`);
  return [
    `# Completes ${program.name} in PowerShell.`,
    `Register-ArgumentCompleter -Native -CommandName ${verbatimString(program.name)}, ${verbatimString(`${program.name}.cmd`)} -ScriptBlock {`,
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
    `  $ids = ${list(placesOfIds(commands))}`,
    `  $whereToAsk = ${list(whereToAsk)}`,
    "  $command = ''; $before = ''; $value = $false; $given = 0; $asked = @()",
    '  foreach ($element in @($line.CommandElements | Select-Object -Skip 1)) {',
    '    if ($element.Extent.EndOffset -ge $cursor) { break }',
    '    $last = $before',
    '    $before = if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $element.Value } else { "$element" }',
    '    if ($value) {',
    '      $value = $false',
    '      if ($whereToAsk -contains $last) { $asked += $last, $before }',
    '    }',
    '    elseif ($valued -contains $before) { $value = $true }',
    "    elseif ($before.StartsWith('-')) { if ($whereToAsk -contains ($before -split '=')[0]) { $asked += $before } }",
    '    elseif ($command) { $given++ }',
    '    else { $command = $before }',
    '  }',
    '  $words = if ($value) { $values["$command $before"] }',
    "  elseif ($word.StartsWith('-')) { $flags[$command] }",
    `  elseif (-not $command) { ${list(commands.map(({ name }) => name))} }`,
    '  else { $arguments["$command $given"] }',
    '  $place = if ($value) { "$command $before" } else { "$command $given" }',
    "  if (($value -or -not $word.StartsWith('-')) -and $ids -contains $place) {",
    `    foreach ($offered in (& ${verbatimString(program.name)} @asked completion ids 2> $null)) {`,
    '      $one, $tip = $offered -split "`t", 2',
    '      if (-not $one -or -not $one.StartsWith($word)) { continue }',
    "      [System.Management.Automation.CompletionResult]::new($one, $one, 'ParameterValue', $tip)",
    '    }',
    '    return',
    '  }',
    '  foreach ($one in $words) {',
    '    if (-not $one.StartsWith($word)) { continue }',
    '    $tip = if (-not $command -and $summaries[$one]) { $summaries[$one] } else { $one }',
    "    [System.Management.Automation.CompletionResult]::new($one, $one, 'ParameterValue', $tip)",
    '  }',
    '}',
    '',
  ].join('\n');
}
