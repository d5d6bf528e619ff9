import type { Completable, CompletableArgument, CompletableOption } from './completable.ts';

/** For zsh: for a file `_mim-setup` in its `fpath`, or to be sourced. What no words are known for is completed as a file's name. */
export function zshCompletion(program: Completable, commands: readonly Completable[]): string {
  return [
    `#compdef ${program.name}`,
    `# Completes ${program.name} in zsh.`,
    '_mim_setup() {',
    '  local curcontext=$curcontext state line',
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

function specsOf({ flags, description, takesValue, choices }: CompletableOption): string[] {
  const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : takesValue ? ':value:_files' : '';
  return flags.map((flag) => quoted(`${flag}[${escaped(description)}]${value}`));
}

function argumentOf({ description, choices, isVariadic }: CompletableArgument, at: number): string {
  const values = choices.length > 0 ? `(${choices.join(' ')})` : '_files';
  return quoted(`${isVariadic ? '*' : at + 1}:${escaped(description)}:${values}`);
}

/** Brackets and colons have a meaning in what `_arguments` takes. */
function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
