import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mimSetupHere } from '../cli/here.ts';
import { emptyFolder, program } from '../cli/mimSetup.ts';
import { serve } from '../http/service.ts';
import { pwsh, pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';

/** What is typed, and what is offered for it. Nothing is offered where a file may be named: the shell offers files itself. */
const offered: readonly Offer[] = [
  ['mim-setup pl', ['plan']],
  ['mim-setup --data somewhere re', ['report', 'resume', 'restore']],
  ['mim-setup plan --format ', ['json', 'cmd', 'ps1']],
  ['mim-setup runner ', ['enroll', 'list', 'remove']],
  ['mim-setup collect --o', ['--output']],
  ['mim-setup completion --json po', ['powershell']],
  ['mim-setup --json --data x ver', ['verify']],
];

type Offer = readonly [line: string, words: readonly string[]];

/** A service with two installations, and what is to be offered of them by those who know it. Nothing is where none answers. */
async function withInstallations(): Promise<readonly Offer[]> {
  const served = await serve();
  const pwned = join(emptyFolder(), 'run-by-the-shell');
  onTestFinished(() => expect(existsSync(pwned)).toBe(false));
  onTestFinished(() => served[Symbol.asyncDispose]());
  const ids = [];
  for (const name of ['One: the first', `Another's\n$(touch ${pwned})\n\`touch ${pwned}\`\t$(touch ${pwned})`])
    ids.push((await served.client.begin({ mode: 'rehearsal', name })).id);
  const [one] = ids as [string, string];
  const { url } = served;
  const start = one.slice(0, 9);
  const begun = ids.filter((id) => id.startsWith(start));
  return [
    [`mim-setup --url ${url} show `, ids],
    [`mim-setup run some.yaml --install --url ${url} --copy ${start}`, begun],
    [`mim-setup forget --url=${url} ${start}`, begun],
    [`mim-setup --data ${join(emptyFolder(), 'none')} show `, []],
    ['mim-setup --url http://127.0.0.1:9 show ', []],
  ];
}

/** Runs a shell that finds this program as `mim-setup`. Nothing may be told on the way. */
async function inShell(file: string, args: readonly string[], more: readonly string[] = []): Promise<string[]> {
  const folder = emptyFolder();
  const command = join(folder, 'mim-setup');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' --disable-warning=ExperimentalWarning '${program}' "$@"\n`);
  chmodSync(command, 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` };
  const { stdout, stderr } = await promisify(execFile)(file, [...args, ...more], { env, timeout: 60_000 });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

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
    // Bash takes words apart at colons and equals signs as well.
    const complete = (line: string) =>
      inShell('bash', ['-c', asked, 'bash', script], line.split(/ |(?<![:=])(?=[:=])|(?<=[:=])(?![:=])/));
    for (const [line, words] of [...offered, ...(await withInstallations())])
      expect((await complete(line)).sort(), line).toEqual([...words].sort());
    expect(await complete('mim-setup run op')).toEqual([]);
    expect((await inShell('bash', ['-c', 'source "$1"; complete -p mim-setup', 'bash', script])).join()).toContain('-o default');
  });
});

describe.skipIf(isMissing('fish'))(`In fish ${needs('fish')}`, () => {
  it('what is typed is completed by fish itself', async () => {
    const script = await scriptOf('fish');
    const asked = ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script];
    for (const [line, words] of [...offered, ...(await withInstallations())]) {
      const told = (await inShell('fish', asked, [line])).map((word) => word.split('\t')[0]!);
      expect(told.sort(), line).toEqual([...words].sort());
    }
  });
});

describe.skipIf(isMissing('zsh'))(`In zsh ${needs('zsh')}`, () => {
  it('what is typed is completed by zsh itself, at a terminal of its own', async () => {
    const script = await scriptOf('zsh');
    const sitting = `
      zmodload zsh/zpty
      zpty sitting zsh -f -i
      zpty -w sitting "PS1= ; autoload -Uz compinit; compinit -u -D; source $1"
      zpty -w sitting 'mim-setup() { if [[ "$*" == *"completion ids" ]]; then command mim-setup "$@"; else print -r -- GIV""EN $* END; fi }; print RE""ADY'
      zpty -r sitting shown '*READY*'
      zpty -w sitting "$2"$'\\t'
      zpty -r sitting shown "*GIVEN $3 END*"
      print found
      zpty -d sitting`;
    const single = [...offered, ...(await withInstallations())].filter(([, { length }]) => length === 1);
    expect(single.length).toBeGreaterThan(5);
    for (const [line, words] of single) {
      const whole = line.replace(/^mim-setup /, '').replace(/\S*$/, words[0]!);
      expect(await inShell('zsh', ['-fc', sitting, 'zsh', script, line, whole]), line).toContain('found');
    }
  });
});

describe.skipIf(withoutPwsh)(`In PowerShell (${pwshMissing ?? 'is installed'})`, () => {
  it('what is typed is completed by PowerShell itself', async () => {
    const script = await scriptOf('powershell');
    const asked = `. '${script}'; $args | ForEach-Object { '>' + ((TabExpansion2 $_ $_.Length).CompletionMatches.CompletionText -join ' ') }`;
    const file = join(emptyFolder(), 'ask.ps1');
    writeFileSync(file, asked);
    const all = [...offered, ...(await withInstallations())];
    const told = await inShell(
      pwsh!,
      ['-NoProfile', '-File', file],
      all.map(([line]) => line),
    );
    // Where nothing is offered, PowerShell offers files.
    const isOffered = (word: string) => word !== '' && !/^\.[\\/]/.test(word);
    const words = told.map((line) => line.slice(1).split(' ').filter(isOffered).sort());
    expect(words).toEqual(all.map(([, wanted]) => [...wanted].sort()));
  });
});

function isMissing(shell: string): boolean {
  return spawnSync(shell, ['--version']).error !== undefined && !process.env['CI'];
}

function needs(shell: string): string {
  return `(needs ${shell})`;
}
