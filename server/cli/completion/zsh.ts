import type { Completable, CompletableArgument, CompletableOption } from './completable.ts';
import { whereToAsk } from './words.ts';

/** The function that asks for the installations. */
const installations = '_mim_setup_installations';

/** For zsh: for a file `_mim-setup` in its `fpath`, or to be sourced. What no words are known for is completed as a file's name. */
export function zshCompletion(program: Completable, commands: readonly Completable[]): string {
  return [
    `#compdef ${program.name}`,
    `# Completes ${program.name} in zsh.`,
    `${installations}() {`,
    '  local -a asked found',
    "  local at tab=$'\\t'",
    '  for ((at = 2; at < ${#typed}; at++)); do',
    '    case $typed[at] in',
    `      (${whereToAsk.join('|')}) asked+=("$typed[at]" "\${(Q)typed[at+1]}") ;;`,
    `      (${whereToAsk.map((flag) => `${flag}=*`).join('|')}) asked+=("\${(Q)typed[at]}") ;;`,
    '    esac',
    '  done',
    `  found=("\${(@f)$(${program.name} "$asked[@]" completion ids 2> /dev/null < /dev/null)}")`,
    '  found=("${(@)found/$tab/:}")',
    '  [[ -n $found[1] ]] && _describe -t installations installation found',
    '}',
    '_mim_setup() {',
    '  local curcontext=$curcontext state line',
    '  local -a typed=("${words[@]}")',
    '  local -a commands=(',
    ...commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`),
    '  )',
    '  _arguments -C \\',
    ...program.options.flatMap(specsOf).map((spec) => `    ${spec} \\`),
    "    '(-): :->command' '(-)*:: :->argument'",
    '  case $state in',
    '    command) _describe command commands ;;',
    '    argument)',
    '      case $line[1] in',
    ...commands.flatMap(({ name, options, args }) => [
      `        ${name})`,
      '          _arguments \\',
      ...options.flatMap(specsOf).map((spec) => `            ${spec} \\`),
      `            ${args.map(argumentOf).join(' ') || "'*: :'"}`,
      '          ;;',
    ]),
    '      esac',
    '      ;;',
    '  esac',
    '}',
    `if [[ $funcstack[1] == _${program.name} ]]; then _mim_setup "$@"; else compdef _mim_setup ${program.name}; fi`,
    '',
  ].join('\n');
}

function specsOf({ flags, description, takesValue, choices, isId }: CompletableOption): string[] {
  const value = isId
    ? `:installation:${installations}`
    : choices.length > 0
      ? `:value:(${choices.join(' ')})`
      : takesValue
        ? ':value:_files'
        : '';
  // A long one takes its value behind an equals sign, too.
  const named = (flag: string) => (takesValue && flag.startsWith('--') ? `${flag}=` : flag);
  return flags.map((flag) => quoted(`${named(flag)}[${escaped(description)}]${value}`));
}

function argumentOf({ description, choices, isVariadic, isId }: CompletableArgument, at: number): string {
  const values = isId ? installations : choices.length > 0 ? `(${choices.join(' ')})` : '_files';
  return quoted(`${isVariadic ? '*' : at + 1}:${escaped(description)}:${values}`);
}

/** Brackets and colons have a meaning in what `_arguments` takes. */
function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
