import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { audit } from './commands/audit.ts';
import { autostart } from './commands/autostart.ts';
import { backup } from './commands/backup.ts';
import { cancel } from './commands/cancel.ts';
import { checklist } from './commands/checklist.ts';
import { collect } from './commands/collect.ts';
import { completion } from './commands/completion.ts';
import { config } from './commands/config.ts';
import { events } from './commands/events.ts';
import { forget } from './commands/forget.ts';
import { inspect } from './commands/inspect.ts';
import { list } from './commands/list.ts';
import { log } from './commands/log.ts';
import { pages } from './commands/pages.ts';
import { plan } from './commands/plan.ts';
import { report } from './commands/report.ts';
import { restore } from './commands/restore.ts';
import { resume } from './commands/resume.ts';
import { run } from './commands/run.ts';
import { runner } from './commands/runner.ts';
import { serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { store } from './commands/store.ts';
import { validate } from './commands/validate.ts';
import { verify } from './commands/verify.ts';
import { wizard } from './commands/wizard.ts';
import type { CommonOptions } from './commonOptions.ts';
import { commonOptions } from './commonOptions.ts';
import { type Ending, exitCodes } from './exitCodes.ts';
import { Output } from './output.ts';
import { endingOf } from './problems.ts';
import type { Subcommand } from './subcommand.ts';
import type { Surroundings } from './surroundings.ts';

/** The subcommands, in the order in which one meets them. */
const subcommands: readonly Subcommand[] = [
  wizard,
  run,
  resume,
  list,
  show,
  log,
  audit,
  verify,
  events,
  report,
  collect,
  cancel,
  forget,
  validate,
  plan,
  checklist,
  pages,
  inspect,
  config,
  serve,
  runner,
  autostart,
  backup,
  restore,
  store,
  completion,
];

/** Runs one command line and tells its exit code. Whatever goes wrong is told to the user, not thrown. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let ending: Ending = 'done';
  const program = createProgram(surroundings, (how) => {
    ending = how;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.misused.code;
    const { json = false } = program.opts<CommonOptions>();
    const { ending: how, details } = endingOf(error);
    new Output(surroundings, json).problem(details);
    ending = how;
  }
  return exitCodes[ending].code;
}

/** The whole command line as commander has it; the reference in `docs/` is made from it. */
export function createProgram(surroundings: Surroundings, end: (ending: Ending) => void = () => {}): Command {
  const { output, errors } = surroundings;
  const program = new Command('mim-setup')
    .description('Installs Microsoft Identity Manager 2016 SP2 Service and Portal without anyone clicking through its wizard.')
    .version(manifest.version, '--version', 'Print the version.')
    .configureOutput({ writeOut: (text) => output.write(text), writeErr: (text) => errors.write(text) })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help tells more)')
    .exitOverride();
  for (const option of commonOptions()) program.addOption(option);
  for (const { name, summary, details, declare } of subcommands) {
    const command = program.command(name).summary(summary).description(details).exitOverride();
    declare(command, async (act) => {
      const settings = program.opts<CommonOptions>();
      end(await act({ settings, surroundings, out: new Output(surroundings, settings.json ?? false) }));
    });
  }
  return program;
}
