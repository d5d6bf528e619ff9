import type { Completable } from './completable.ts';

/** Words to offer, by what stands before them. */
type Words = readonly (readonly [before: string, words: readonly string[]])[];

/** Every option that takes a value. */
export function valued(all: readonly Completable[]): string[] {
  return [...new Set(all.flatMap(({ options }) => options.filter(({ takesValue }) => takesValue).flatMap(({ flags }) => flags)))];
}

/** The values of options that take only some: `plan --format` is followed by `json`, `cmd` or `ps1`. */
export function choicesOfOptions(commands: readonly Completable[]): Words {
  return commands.flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .flatMap(({ flags, choices }) => flags.map((flag) => [`${name} ${flag}`, choices] as const)),
  );
}

/** The options of each command, and of none. */
export function flagsOf(program: Completable, commands: readonly Completable[]): Words {
  return [
    ['', program.options.flatMap(({ flags }) => flags)],
    ...commands.map(({ name, options }) => [name, options.flatMap(({ flags }) => flags)] as const),
  ];
}

/** The values of arguments that take only some, by the number of those before: `runner 0` is `enroll`, `list` or `remove`. */
export function choicesOfArguments(commands: readonly Completable[]): Words {
  return commands.flatMap(({ name, args }) =>
    args.flatMap(({ choices }, at) => (choices.length > 0 ? [[`${name} ${at}`, choices] as const] : [])),
  );
}

/** Behind what the id of an installation stands: `show 0`, its first argument, and `run --copy`. */
export function placesOfIds(commands: readonly Completable[]): string[] {
  return commands.flatMap(({ name, options, args }) => [
    ...args.flatMap(({ isId }, at) => (isId ? [`${name} ${at}`] : [])),
    ...options.filter(({ isId }) => isId).flatMap(({ flags }) => flags.map((flag) => `${name} ${flag}`)),
  ]);
}

/** Where the installations are asked for: the options of every command that the asking has to be given as well. */
export const whereToAsk = ['--url', '--token', '--token-file', '--data', '--config'] as const;
