import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mimSetupHere } from '../cli/here.ts';
import { emptyFolder } from '../cli/mimSetup.ts';
import { pwsh, pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';

/** What is typed, and what is offered for it. Nothing is offered where a file may be named: the shell offers files itself. */
const offered: readonly (readonly [line: string, words: readonly string[]])[] = [
  ['mim-setup pl', ['plan']],
  ['mim-setup --data somewhere re', ['report', 'resume', 'restore']],
  ['mim-setup plan --format ', ['json', 'cmd', 'ps1']],
  ['mim-setup runner ', ['enroll', 'list', 'remove']],
  ['mim-setup collect --o', ['--output']],
  ['mim-setup completion --json po', ['powershell']],
  ['mim-setup --json --data x ver', ['verify']],
];

/** The script of a shell, in a file. */
async function scriptOf(shell: string): Promise<string> {
  const { code, output } = await mimSetupHere(emptyFolder(), ['completion', shell]);
  expect(code).toBe(0);
  const path = join(emptyFolder(), `completion.${shell === 'powershell' ? 'ps1' : shell}`);
  writeFileSync(path, output);
  return path;
}

describe.skipIf(isMissing('bash'))(`In bash ${needs('bash')}`, () => {
  it('what is typed is completed by bash itself, and a file where one is named', async () => {
    const script = await scriptOf('bash');
    const asked = 'source "$1"; COMP_WORDS=("${@:2}"); COMP_CWORD=$(($# - 2)); _mim_setup; printf "%s\\n" "${COMPREPLY[@]}"';
    const complete = (line: string) =>
      lines(execFileSync('bash', ['-c', asked, 'bash', script, ...line.split(' ')], { stdio: 'pipe' }));
    for (const [line, words] of offered) expect(complete(line).sort(), line).toEqual([...words].sort());
    expect(complete('mim-setup run op')).toEqual([]);
    expect(String(execFileSync('bash', ['-c', 'source "$1"; complete -p mim-setup', 'bash', script]))).toContain('-o default');
  });
});

describe.skipIf(isMissing('fish'))(`In fish ${needs('fish')}`, () => {
  it('what is typed is completed by fish itself', async () => {
    const script = await scriptOf('fish');
    const complete = (line: string) =>
      lines(execFileSync('fish', ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script, line])).map(
        (word) => word.split('\t')[0]!,
      );
    for (const [line, words] of offered) expect(complete(line).sort(), line).toEqual([...words].sort());
  });
});

describe.skipIf(isMissing('zsh'))(`In zsh ${needs('zsh')}`, () => {
  it('what is typed is completed by zsh itself, at a terminal of its own', async () => {
    const script = await scriptOf('zsh');
    const sitting = `
      zmodload zsh/zpty
      zpty sitting zsh -f -i
      zpty -w sitting "PS1= ; autoload -Uz compinit; compinit -u -D; source $1; mim-setup() { print -r -- GIV''EN \\$* END }; print RE''ADY"
      zpty -r sitting shown '*READY*'
      zpty -w sitting "$2"$'\\t'
      zpty -r sitting shown "*GIVEN $3 END*"
      print found
      zpty -d sitting`;
    for (const [line, words] of offered.filter(([, { length }]) => length === 1)) {
      const whole = line.replace(/^mim-setup /, '').replace(/\S*$/, words[0]!);
      expect(String(execFileSync('zsh', ['-fc', sitting, 'zsh', script, line, whole], { timeout: 60_000 })), line).toContain(
        'found',
      );
    }
  });
});

describe.skipIf(withoutPwsh)(`In PowerShell (${pwshMissing ?? 'is installed'})`, () => {
  it('what is typed is completed by PowerShell itself', async () => {
    const script = await scriptOf('powershell');
    const asked = `. '${script}'; $args | ForEach-Object { (TabExpansion2 $_ $_.Length).CompletionMatches.CompletionText -join ' ' }`;
    const file = join(emptyFolder(), 'ask.ps1');
    writeFileSync(file, asked);
    const told = lines(execFileSync(pwsh!, ['-NoProfile', '-File', file, ...offered.map(([line]) => line)]));
    expect(told.map((words) => words.split(' ').sort())).toEqual(offered.map(([, words]) => [...words].sort()));
  });
});

function lines(bytes: Buffer): string[] {
  return String(bytes)
    .trim()
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

function isMissing(shell: string): boolean {
  return spawnSync(shell, ['--version']).error !== undefined && !process.env['CI'];
}

function needs(shell: string): string {
  return `(needs ${shell})`;
}
