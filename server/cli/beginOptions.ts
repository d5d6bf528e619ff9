import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Wish } from './api.ts';

/** What `run` and `wizard` begin an installation with. */
export interface BeginOptions {
  readonly mode: 'rehearsal' | 'live';
  readonly name?: string;
  readonly package?: string;
  readonly runner?: string;
  readonly failAt?: string;
  readonly failCheck?: string;
  readonly times?: number;
  readonly pace?: number;
}

/** Declares them on a command, with their words for its help. */
export function addBeginOptions(command: Command): void {
  const whole = (text: string) => {
    if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
    return Number(text);
  };
  command
    .addOption(
      new Option('--mode <mode>', 'Rehearse in a made-up environment, or install for real.')
        .choices(['rehearsal', 'live'])
        .default('rehearsal'),
    )
    .option('--name <name>', 'A name by which people know the installation.')
    .option('--package <file>', 'The path of Service and Portal.msi, where it is not the configured one.')
    .option('--runner <name>', 'The runner on the server that is to be installed on.')
    .option('--fail-at <action>', 'Rehearsal: the action of the installer that fails.')
    .option('--fail-check <check>', 'Rehearsal: the check that fails.')
    .option('--times <number>', 'Rehearsal: how many times they fail.', whole)
    .option('--pace <milliseconds>', 'Rehearsal: what an action of the installer takes.', whole);
}

/** As `POST /installations` takes it: what was not given is not there. */
export function toWish({ mode, name, package: path, runner, failAt, failCheck, times, pace }: BeginOptions): Wish {
  const rehearsal = {
    ...(failAt !== undefined && { failAt }),
    ...(failCheck !== undefined && { failCheck }),
    ...(times !== undefined && { times }),
    ...(pace !== undefined && { pace }),
  };
  return {
    mode,
    ...(name !== undefined && { name }),
    ...(path !== undefined && { package: path }),
    ...(runner !== undefined && { runner }),
    ...(Object.keys(rehearsal).length > 0 && { rehearsal }),
  };
}
