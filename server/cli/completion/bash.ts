import type { Completable } from './completable.ts';
import { choicesOfArguments, choicesOfOptions, flagsOf, valued } from './words.ts';

/** For bash. What no words are known for is completed as the name of a file. */
export function bashCompletion(program: Completable, commands: readonly Completable[]): string {
  const all = [program, ...commands];
  const branches = (table: readonly (readonly [string, readonly string[]])[]) =>
    table.map(([key, words]) => `      '${key}') words='${words.join(' ')}' ;;`);
  return [
    `# Completes ${program.name} in bash.`,
    '_mim_setup() {',
    '  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= value= words= at given=0',
    '  for ((at = 1; at < COMP_CWORD; at++)); do',
    '    if [[ $value ]]; then value=; continue; fi',
    '    case ${COMP_WORDS[at]} in',
    `      ${valued(all).join('|')}) value=1 ;;`,
    '      -*) ;;',
    '      *) if [[ $command ]]; then ((given += 1)); else command=${COMP_WORDS[at]}; fi ;;',
    '    esac',
    '  done',
    '  if [[ $value ]]; then',
    '    case "$command $before" in',
    ...branches(choicesOfOptions(commands)),
    '    esac',
    '  elif [[ $word == -* ]]; then',
    '    case $command in',
    ...branches(flagsOf(program, commands)),
    '    esac',
    '  elif [[ ! $command ]]; then',
    `    words='${commands.map(({ name }) => name).join(' ')}'`,
    '  else',
    '    case "$command $given" in',
    ...branches(choicesOfArguments(commands)),
    '    esac',
    '  fi',
    '  COMPREPLY=()',
    '  if [[ $words ]]; then',
    '    compopt +o default 2> /dev/null',
    '    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")',
    '  fi',
    '}',
    `complete -o default -F _mim_setup ${program.name}`,
    '',
  ].join('\n');
}
