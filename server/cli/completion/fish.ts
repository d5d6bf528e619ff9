import type { Completable, CompletableOption } from './completable.ts';
import { whereToAsk } from './words.ts';

/** The function that asks for the installations. */
const installations = '__mim_setup_installations';

/** For fish. What no words are known for is completed as the name of a file. */
export function fishCompletion(program: Completable, commands: readonly Completable[]): string {
  const complete = (...parts: readonly string[]) => ['complete', '-c', program.name, ...parts].join(' ');
  const names = commands.map(({ name }) => name).join(' ');
  const none = quoted(`not __fish_seen_subcommand_from ${names}`);
  return [
    `# Completes ${program.name} in fish.`,
    `function ${installations}`,
    '    set -l asked',
    '    set -l typed (commandline -opc)',
    '    for at in (seq 2 1 (count $typed))',
    '        switch $typed[$at]',
    `            case ${whereToAsk.join(' ')}`,
    '                set -a asked $typed[$at] $typed[(math $at + 1)]',
    `            case ${whereToAsk.map((flag) => `'${flag}=*'`).join(' ')}`,
    '                set -a asked $typed[$at]',
    '        end',
    '    end',
    `    ${program.name} $asked completion ids 2>/dev/null </dev/null`,
    'end',
    complete('-n', none, '-f'),
    ...commands.map(({ name, summary }) => complete('-n', none, '-a', name, '-d', quoted(summary))),
    ...program.options.map((option) => complete('-n', none, ...switchOf(option))),
    ...commands.flatMap(({ name, options, args }) => {
      const here = quoted(`__fish_seen_subcommand_from ${name}`);
      return [
        ...options.map((option) => complete('-n', here, ...switchOf(option))),
        ...args.flatMap(({ choices, isId }) => {
          if (isId) return [complete('-n', here, '-f', '-a', quoted(`(${installations})`))];
          if (choices.length === 0) return [];
          const still = quoted(`__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${choices.join(' ')}`);
          return [complete('-n', still, '-f', '-a', quoted(choices.join(' ')))];
        }),
      ];
    }),
    '',
  ].join('\n');
}

function switchOf({ flags, description, takesValue, choices, isId }: CompletableOption): string[] {
  const values = isId ? `(${installations})` : choices.join(' ');
  return [
    ...flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...(values !== '' ? ['-x', '-a', quoted(values)] : takesValue ? ['-r'] : []),
    '-d',
    quoted(description),
  ];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
