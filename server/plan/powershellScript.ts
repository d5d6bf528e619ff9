import { readFileSync } from 'node:fs';
import type { Plan } from '../../machines/plan/plan.ts';
import { expression } from '../../machines/scripts/expression.ts';
import { assignmentsOf, type Places, secretsOf } from './command.ts';
import { incomplete } from './incomplete.ts';
import { installerExitCodes } from './installerExitCodes.ts';
import { list } from './powershellList.ts';
import { scriptRemarks } from './scriptRemarks.ts';
import { comment, windowsLines } from './scriptText.ts';

/**
 * The plan as a script for Windows PowerShell 5.1 and PowerShell 7: what is to be installed, then the steps of `runPlan.ps1`,
 * which are the same for every plan. It may be run again at any time.
 *
 * @throws {Problem} for what no command line can carry.
 */
export function powershellScript(plan: Plan, places: Places): string {
  const secrets = secretsOf(plan);
  return windowsLines([
    '#requires -Version 5.1',
    ...scriptRemarks(plan, ownWords).map((remark) => `# ${comment(remark)}`),
    '[CmdletBinding()]',
    'param(',
    `    [string] $Package = ${expression(places.package)},`,
    `    [string] $Log = ${expression(places.log)},`,
    '    # Runs the installer although the product is installed already.',
    '    [switch] $Force',
    ')',
    'Set-StrictMode -Version Latest',
    "$ErrorActionPreference = 'Stop'",
    '',
    `$incomplete = ${plan.complete ? '$null' : expression(incomplete(plan))}`,
    `$features = ${list(plan.features.map(expression))}`,
    `$arguments = ${list(assignmentsOf(plan, places).map(({ text }) => expression(text)))}`,
    '# Taken from these variables of the environment, else asked for.',
    `$secrets = ${list(
      secrets.map(
        ({ property, variable, label }) =>
          `@{ Property = ${expression(property)}; Variable = ${expression(variable)}; Label = ${expression(label)} }`,
      ),
    )}`,
    `$afterwards = ${list(plan.afterwards.map(({ title }) => expression(title)))}`,
    '$meanings = @{',
    ...installerExitCodes.map(({ code, meaning }) => `    ${code} = ${expression(meaning)}`),
    '}',
    '',
    ...steps,
  ]);
}

const steps = readFileSync(new URL('./runPlan.ps1', import.meta.url), 'utf8')
  .trimEnd()
  .split(/\r?\n/);

const ownWords = {
  run: 'Run it on the server, from an elevated prompt: powershell -ExecutionPolicy Bypass -File <this file>. It holds no secret.',
  named: (property: string, how: string) => `${property} (${how})`,
};
