import type { Completable, CompletableOption } from './completable.ts';

/** For fish. What no words are known for is completed as the name of a file. */
export function fishCompletion(program: Completable, commands: readonly Completable[]): string {
  const complete = (...parts: readonly string[]) => ['complete', '-c', program.name, ...parts].join(' ');
  const names = commands.map(({ name }) => name).join(' ');
  const none = quoted(`not __fish_seen_subcommand_from ${names}`);
  return [
    `# Completes ${program.name} in fish.`,
    complete('-n', none, '-f'),
    ...commands.map(({ name, summary }) => complete('-n', none, '-a', name, '-d', quoted(summary))),
    ...program.options.map((option) => complete('-n', none, ...switchOf(option))),
    ...commands.flatMap(({ name, options, args }) => {
      const here = quoted(`__fish_seen_subcommand_from ${name}`);
      return [
        ...options.map((option) => complete('-n', here, ...switchOf(option))),
        ...args.flatMap(({ choices }) => {
          if (choices.length === 0) return [];
          const still = quoted(`__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${choices.join(' ')}`);
          return [complete('-n', still, '-f', '-a', quoted(choices.join(' ')))];
        }),
      ];
    }),
    '',
  ].join('\n');
}

function switchOf({ flags, description, takesValue, choices }: CompletableOption): string[] {
  return [
    ...flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...(choices.length > 0 ? ['-x', '-a', quoted(choices.join(' '))] : takesValue ? ['-r'] : []),
    '-d',
    quoted(description),
  ];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
