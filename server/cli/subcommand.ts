import type { Command } from 'commander';
import type { CommonOptions } from './commonOptions.ts';
import type { Ending } from './exitCodes.ts';
import type { Output } from './output.ts';
import type { Surroundings } from './surroundings.ts';

/** What a subcommand has to work with. */
export interface Invocation {
  readonly settings: CommonOptions;
  readonly surroundings: Surroundings;
  readonly out: Output;
}

/** Makes what a subcommand does into how the command line ends. */
export type Perform = (act: (invocation: Invocation) => Promise<Ending>) => Promise<void>;

/** A subcommand: what it is called, what it takes, what it does. */
export interface Subcommand {
  readonly name: string;
  /** For the list of subcommands, and for its own help. */
  readonly summary: string;
  readonly details: string;
  /** Adds arguments, options and the action to the command. */
  declare(command: Command, perform: Perform): void;
}
