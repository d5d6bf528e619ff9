import type { Plan } from '../../machines/plan/plan.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type AskedSecret, assignmentsOf, logFolder, type Places, secretsOf } from './command.ts';
import { incomplete } from './incomplete.ts';
import { installerExitCodes } from './installerExitCodes.ts';
import { scriptRemarks } from './scriptRemarks.ts';
import { batchText, windowsLines } from './scriptText.ts';

/**
 * The plan as a batch file: UTF-8 without a mark, lines ended as Windows does. It has no labels and no jumps. What is fixed is
 * read while only `%` has a meaning within quotes; what is secret is filled in by delayed expansion, which cmd does last and
 * takes nothing out of, so that no sign in it can be mistaken.
 *
 * @throws {Problem} `command-too-long` where the command might pass the limit of cmd.
 */
export function batchFile(plan: Plan, places: Places): string {
  const secrets = secretsOf(plan);
  const assignments = assignmentsOf(plan, places);
  const log = literal(places.log);
  const folder = literal(logFolder(places));
  const lines = [
    '@echo off',
    ...heading(plan, secrets),
    'setlocal EnableExtensions DisableDelayedExpansion',
    'set "MIM_EXIT="',
    ...(plan.complete ? [] : [`echo ${batchText(incomplete(plan))} & set "MIM_EXIT=87"`]),
    `for /f "tokens=2 delims=:." %%c in ('chcp') do set "MIM_CODE_PAGE=%%c"`,
    'chcp 65001 >nul',
    '',
    'rem The rights, the package and the folder of the log',
    '"%SystemRoot%\\System32\\reg.exe" query HKU\\S-1-5-19 >nul 2>nul',
    unlessOver('if errorlevel 1 set "MIM_EXIT=740"'),
    `set MIM_PACKAGE=${literal(places.package)}`,
    `if not exist ${literal(places.package)} cd /d "%~dp0"`,
    unlessOver(`if not exist ${literal(places.package)} set "MIM_EXIT=1619"`),
    `set MIM_LOG=${log}`,
    unlessOver(`if not exist ${folder} mkdir ${folder}`),
    unlessOver(`if not exist ${folder} set "MIM_EXIT=1622"`),
    unlessOver(`if exist ${log} move /y ${log} ${literal(`${places.log}.previous`)} >nul`),
    '',
    'rem The properties',
    ...assignments.map(({ name, text }) => `set MIM_SET_${name}=${text.replaceAll('%', '%%')}`),
    ...secrets.flatMap(ask),
    '',
    'setlocal EnableDelayedExpansion',
    ...secrets.flatMap(fillIn),
    '',
    'rem The installation',
    unlessOver(
      ['"%SystemRoot%\\System32\\msiexec.exe" /i !MIM_PACKAGE! /qn /lvxi* !MIM_LOG!', ...variables(assignments, secrets)].join(
        ' ',
      ),
    ),
    unlessOver('set "MIM_EXIT=!ERRORLEVEL!"'),
    '',
    'echo.',
    'echo Exit code !MIM_EXIT!',
    ...installerExitCodes.map(({ code, meaning }) => `if "!MIM_EXIT!"=="${code}" echo ${batchText(meaning)}`),
    `echo The log is ${batchText(places.log)}. It may hold secrets: keep it where nobody else can read it.`,
    'if defined MIM_CODE_PAGE chcp !MIM_CODE_PAGE! >nul',
    'exit /b %MIM_EXIT%',
  ];
  checkLength(lines, assignments, secrets, places);
  return windowsLines(lines);
}

/** Microsoft Learn, "Command prompt line string limitation". */
const longestCommand = 8191;
/** The longest secret that such a script takes; a quote in it takes two places. */
const longestSecret = 256;

/** Holds each line as it is read, and the command as it is filled in, against what cmd takes. */
function checkLength(
  lines: readonly string[],
  assignments: readonly { readonly text: string }[],
  secrets: readonly AskedSecret[],
  places: Places,
): void {
  const fixed = [places.package, places.log, ...assignments.map(({ text }) => text)].reduce(
    (sum, text) => sum + text.length + 3,
    100,
  );
  const filledIn = secrets.reduce((sum, { property }) => sum + property.length + 2 * longestSecret + 4, fixed);
  const longest = Math.max(filledIn, ...lines.map((line) => line.length));
  if (longest > longestCommand) {
    throw new Problem(
      'command-too-long',
      `A line of the batch file, or the command with its secrets, may have ${longest} characters, and cmd takes ${longestCommand}. Ask for format=ps1: PowerShell passes it on whole.`,
    );
  }
}

function heading(plan: Plan, secrets: readonly AskedSecret[]): string[] {
  const asked = [
    ...(secrets.length > 0 ? ['Secrets are taken from these variables of the environment, else asked for:'] : []),
    ...secrets.map(({ variable, label }) => `- ${variable}: ${label}`),
  ];
  const remarks = [
    ...scriptRemarks(plan, {
      run: 'Run it on the server, from an elevated prompt. It holds no secret.',
      secrets: asked,
      named: (property, how) => `${property}, ${how}`,
    }),
    ...(plan.afterwards.length > 0 ? ['Left to be done afterwards:'] : []),
    ...plan.afterwards.map(({ title }) => `- ${title}`),
  ];
  return remarks.map((remark) => `rem ${batchText(remark)}`);
}

/** Nothing is done any more once the exit code is known. */
function unlessOver(command: string): string {
  return `if not defined MIM_EXIT ${command}`;
}

/** A path in quotes, which can hold none itself. */
function literal(path: string): string {
  return `"${path.replaceAll('%', '%%')}"`;
}

/** By this PowerShell reads a line that is not shown, and hands it on as UTF-8. */
export const readUnseen =
  "$typed = Read-Host -AsSecureString; [Console]::OutputEncoding = New-Object Text.UTF8Encoding; [Console]::Out.Write((New-Object Net.NetworkCredential '', $typed).Password)";

/** PowerShell asks, for cmd itself would show what is typed. */
function ask({ variable, label }: AskedSecret): string[] {
  return [
    unlessOver(`if not defined ${variable} echo ${batchText(label)}, not shown while you type:`),
    unlessOver(
      `if not defined ${variable} for /f usebackq^ delims^=^ eol^= %%s in (\`powershell.exe -NoProfile -Command "${readUnseen}"\`) do set "${variable}=%%s"`,
    ),
    unlessOver(`if not defined ${variable} echo ${variable} was not given. & set "MIM_EXIT=87"`),
  ];
}

/** Doubles the quotes of a secret. */
function fillIn({ property, variable }: AskedSecret): string[] {
  return [
    unlessOver(`set "MIM_REST=!${variable}:~${longestSecret},1!"`),
    unlessOver(
      `if defined MIM_REST echo ${variable} has more than ${longestSecret} characters: use the PowerShell script. & set "MIM_EXIT=87"`,
    ),
    unlessOver(`set MIM_SET_${property}=${property}="!${variable}:"=""!"`),
  ];
}

function variables(assignments: readonly { readonly name: string }[], secrets: readonly AskedSecret[]): string[] {
  return [...assignments.map(({ name }) => name), ...secrets.map(({ property }) => property)].map((name) => `!MIM_SET_${name}!`);
}
