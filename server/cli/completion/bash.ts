import type { Completable } from './completable.ts';
import { choicesOfArguments, choicesOfOptions, flagsOf, placesOfIds, valued, whereToAsk } from './words.ts';

/** For bash. What no words are known for is completed as the name of a file. */
export function bashCompletion(program: Completable, commands: readonly Completable[]): string {
  const all = [program, ...commands];
  const branches = (table: readonly (readonly [string, readonly string[]])[]) =>
    table.map(([key, words]) => `      '${key}') words='${words.join(' ')}' ;;`);
  const places = placesOfIds(commands).map((place) => `'${place}'`);
  const ids = [`      ${places.join('|')}) ids=1 ;;`];
  return [
    `# Completes ${program.name} in bash.`,
    '_mim_setup() {',
    '  local -a typed=() asked=()',
    '  local word before= command= value= words= ids= at given=0',
    '  # Bash takes an address apart at its colons, and what is put together by an equals sign.',
    '  for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do',
    '    if [[ ${typed[*]} && ( $word == [:=]* || ${typed[-1]} == *[:=] ) ]]; then typed[-1]+=$word; else typed+=("$word"); fi',
    '  done',
    '  word=${typed[-1]}',
    '  unset "typed[-1]"',
    '  for before in "${typed[@]:1}"; do',
    '    if [[ $value ]]; then',
    `      case $value in ${whereToAsk.join('|')}) asked+=("$value" "\${before//[\\"\\']/}") ;; esac`,
    '      value=',
    '      continue',
    '    fi',
    '    case $before in',
    `      ${valued(all).join('|')}) value=$before ;;`,
    `      ${whereToAsk.map((flag) => `${flag}=*`).join('|')}) asked+=("$before") ;;`,
    '      -*) ;;',
    '      *) if [[ $command ]]; then ((given += 1)); else command=$before; fi ;;',
    '    esac',
    '  done',
    '  if [[ $value ]]; then',
    '    case "$command $before" in',
    ...branches(choicesOfOptions(commands)),
    ...ids,
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
    ...ids,
    '    esac',
    '  fi',
    `  if [[ $ids ]]; then words=$(${program.name} "\${asked[@]}" completion ids 2> /dev/null < /dev/null | cut -f 1); fi`,
    '  COMPREPLY=()',
    '  if [[ $words || $ids ]]; then',
    '    compopt +o default 2> /dev/null',
    '    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")',
    '  fi',
    '}',
    `complete -o default -F _mim_setup ${program.name}`,
    '',
  ].join('\n');
}
