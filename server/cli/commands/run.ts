import { type Command, InvalidArgumentError, Option } from 'commander';
import { addBeginOptions, type BeginOptions, toWish } from '../beginOptions.ts';
import { withService } from '../connection.ts';
import { prepareEach } from '../each/prepareEach.ts';
import { runEach } from '../each/runEach.ts';
import { canBeLaidUnder, openServerTable } from '../each/serverTable.ts';
import { openAnswersFile } from '../file/answersDocument.ts';
import { isWrong, judgeFile } from '../file/judgeFile.ts';
import { prepareFile, refuse } from '../file/prepareFile.ts';
import type { Invocation, Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';
import { walkThrough } from '../walkThrough.ts';

/** `run <answers>` */
export const run: Subcommand = {
  name: 'run',
  summary: 'Walk through the wizard by a file of answers, on one server or on each of many.',
  details:
    'Begins an installation and walks through the wizard by a file of answers, as far as they lead. Without --install (or `install: true` in the file) it stops at the review, before anything is touched. A secret in the file may stand elsewhere, as { env: NAME } or { file: path }. With --each, it does so for every server of a table, several at a time; all of them are judged before any is begun. Given again, it goes on with those that it has begun under their names: what has failed is retried, and what is finished is left alone.',
  declare(command, perform) {
    command.argument('<answers>', 'The file, YAML or JSON.').option('--install', 'Go on past the review, and install.');
    addBeginOptions(command);
    addEachOptions(command);
    command.action((path: string, options: Options) =>
      perform(async (invocation) => {
        if (options.each !== undefined) return onEach(path, options, options.each, invocation);
        if (options.only !== undefined) throw new Misuse('--only picks servers of the table that --each names.');
        return onOne(path, options, invocation);
      }),
    );
  },
};

interface Options extends BeginOptions {
  readonly install?: true;
  readonly each?: string;
  readonly only?: readonly string[];
  readonly atOnce: number;
}

async function onOne(path: string, options: Options, { settings, surroundings, out }: Invocation) {
  const prepared = prepareFile(path, options, surroundings, out);
  if (!prepared) return 'stopped';
  const file = options.install ? { ...prepared, install: true } : prepared;
  return withService(settings, surroundings, async (connection) => {
    const { id, revision } = await connection.api.begin(toWish(options));
    out.line(options.mode === 'live' ? `Installing by ${path}.` : `Rehearsing ${path}. Nothing on this computer is touched.`);
    out.line(`This is installation ${id}.\n`);
    return walkThrough({ id, after: revision, file, connection, surroundings, out });
  });
}

async function onEach(path: string, options: Options, table: string, { settings, surroundings, out }: Invocation) {
  const answers = openAnswersFile(path);
  if (!canBeLaidUnder(answers)) {
    refuse(path, judgeFile(answers).findings.filter(isWrong), out);
    return 'stopped';
  }
  const all = openServerTable(table, answers);
  const { mode, install = false, only, atOnce } = options;
  const unknown = only?.filter((name) => !all.some((server) => server.name === name)) ?? [];
  if (unknown.length > 0) throw new Misuse(`${table} names no server ${unknown.join(', ')}.`);
  const chosen = all.filter(({ name }) => only === undefined || only.includes(name));
  const servers = prepareEach(chosen, { mode, install }, surroundings, out);
  if (!servers) return 'stopped';
  return withService(settings, surroundings, (connection) =>
    runEach({ servers, wish: toWish(options), atOnce, connection, surroundings, out }),
  );
}

function addEachOptions(command: Command): void {
  const number = (text: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > 200)
      throw new InvalidArgumentError('It is a whole number from 1 to 200.');
    return value;
  };
  command
    .option('--each <table>', 'A table of servers: for each, what differs from the answers, and its runner.')
    .option('--only <names>', 'Of the table, only these servers, separated by commas.', (text: string) => text.split(','))
    .addOption(
      new Option('--at-once <number>', 'How many servers are installed on at the same time.').argParser(number).default(10),
    );
}
