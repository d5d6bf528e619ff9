import type { Command } from 'commander';
import type { AnswersFile } from '../../answers/answersFile.ts';
import { addBeginOptions, type BeginOptions, toWish } from '../beginOptions.ts';
import { type Connection, withService } from '../connection.ts';
import type { Ending } from '../exitCodes.ts';
import { openAnswersFile } from '../file/answersDocument.ts';
import { prepareFile } from '../file/prepareFile.ts';
import type { Invocation, Subcommand } from '../subcommand.ts';
import { isInteractive, Misuse } from '../surroundings.ts';
import { idOf } from '../withInstallation.ts';
import { chooseAnswers, type Source } from '../wizard/chooseAnswers.ts';
import { chooseRunner } from '../wizard/chooseRunner.ts';
import { converse } from '../wizard/converse.ts';
import { back, Prompts } from '../wizard/prompts.ts';

/** `wizard` */
export const wizard: Subcommand = {
  name: 'wizard',
  summary: 'Ask page by page in this terminal, then install.',
  details:
    'Asks page by page in this terminal, as the original wizard does, checks each page, shows the plan, and installs. It begins with nothing, with a file of answers, or with those of another installation without its secrets, and then goes on as far as they lead. Esc goes back; Ctrl-C leaves, and `resume` takes it up again.',
  declare(command: Command, perform) {
    addBeginOptions(command);
    command.option('--copy <id>', 'Begin with the answers of this installation, without its secrets.');
    command.action((options: Options) =>
      perform(async (invocation) => {
        const { settings, surroundings, out } = invocation;
        if (out.isJson || !isInteractive(surroundings)) {
          throw new Misuse(
            `The wizard asks somebody at a terminal, and there is none here. A file of answers needs nobody: ${surroundings.called} run <answers>`,
          );
        }
        return withService(settings, surroundings, (connection) => begin(options, connection, invocation));
      }),
    );
  },
};

interface Options extends BeginOptions {
  readonly copy?: string;
}

async function begin(options: Options, connection: Connection, { surroundings, out }: Invocation): Promise<Ending> {
  const { api } = connection;
  const { mode } = options;
  const talk = { api, prompts: new Prompts(surroundings) };
  const source: Source | typeof back =
    options.copy === undefined ? await chooseAnswers(talk) : { kind: 'copy', of: await idOf(api, options.copy) };
  const asks = mode === 'live' && options.runner === undefined;
  const runner = source !== back && asks ? await chooseRunner(talk, null) : null;
  if (source === back || runner === back) {
    out.line('Nothing was begun.');
    return 'left';
  }
  let file: AnswersFile | undefined;
  if (source.kind === 'file') {
    file = prepareFile(openAnswersFile(source.of), { mode }, surroundings, out);
    if (!file) return 'stopped';
  }
  const wish = { ...toWish(options), ...(runner !== null && { runner }), ...(source.kind === 'copy' && { copyOf: source.of }) };
  const begun = await api.begin(wish);
  // Whether to install is asked at the review, whatever the file says.
  const view = file ? await api.walk(begun.id, { ...file, install: false }) : begun;
  out.line(
    mode === 'live'
      ? 'This installs for real, once you choose Install.'
      : 'This is a rehearsal: nothing on this computer is touched.',
  );
  return converse({ view, connection, surroundings, out });
}
