import type { Argument, Command, Option } from 'commander';

/** What a shell completes of a command, by commander's own declarations. */
export interface Completable {
  readonly name: string;
  readonly summary: string;
  /** Its own, and those that every command takes. */
  readonly options: readonly CompletableOption[];
  readonly args: readonly CompletableArgument[];
}

/** An option, as far as a shell can complete it or its value. */
export interface CompletableOption {
  /** As it is typed: `--output`, and `-h` where it has a short form. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** The values that it takes; nothing, where it may be any: then files are offered. */
  readonly choices: readonly string[];
  /** Its value is the id of an installation. */
  readonly isId: boolean;
}

/** An argument, as far as a shell can complete it. */
export interface CompletableArgument {
  readonly description: string;
  readonly choices: readonly string[];
  readonly isVariadic: boolean;
  /** It is the id of an installation. */
  readonly isId: boolean;
}

/** The program itself, by its name and without arguments, and each of its commands. */
export function completablesOf(program: Command): { readonly program: Completable; readonly commands: readonly Completable[] } {
  const common = optionsOf(program);
  const toCompletable = (command: Command, options: readonly CompletableOption[]): Completable => ({
    name: command.name(),
    summary: command.summary(),
    options,
    args: command.registeredArguments.map(argumentOf),
  });
  const ofCommand = (command: Command) => {
    const own = optionsOf(command);
    const isOwn = (flags: readonly string[]) => own.some((option) => option.flags.some((flag) => flags.includes(flag)));
    return toCompletable(command, [...own, ...common.filter(({ flags }) => !isOwn(flags))]);
  };
  return { program: toCompletable(program, common), commands: program.commands.map(ofCommand) };
}

function optionsOf(command: Command): CompletableOption[] {
  return command.createHelp().visibleOptions(command).map(optionOf);
}

function optionOf({ long, short, flags: declared, description, required, optional, argChoices = [] }: Option): CompletableOption {
  const flags = [long, short].filter((flag) => typeof flag === 'string');
  return { flags, description, takesValue: required || optional, choices: argChoices, isId: declared.endsWith('<id>') };
}

function argumentOf(argument: Argument): CompletableArgument {
  const { description, argChoices = [], variadic } = argument;
  return { description, choices: argChoices, isVariadic: variadic, isId: argument.name() === 'id' };
}
