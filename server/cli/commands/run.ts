import { type Command, InvalidArgumentError, Option } from 'commander';
import { addBeginOptions, type BeginOptions, toWish } from '../beginOptions.ts';
import { type Connection, withService } from '../connection.ts';
import { prepareEach } from '../each/prepareEach.ts';
import { runEach } from '../each/runEach.ts';
import { canBeLaidUnder, openServerTable } from '../each/serverTable.ts';
import type { Ending } from '../exitCodes.ts';
import { AnswersDocument, openAnswersFile } from '../file/answersDocument.ts';
import { copied } from '../file/copied.ts';
import { isWrong, judgeFile } from '../file/judgeFile.ts';
import { prepareFile, refuse } from '../file/prepareFile.ts';
import type { Invocation, Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';
import { walkThrough } from '../walkThrough.ts';
import { idOf } from '../withInstallation.ts';

/** `run <answers>` */
export const run: Subcommand = {
  name: 'run',
  summary: 'Walk through the wizard by a file of answers, on one server or on each of many.',
  details:
    'Begins an installation and walks through the wizard by a file of answers, as far as they lead. Without --install (or `install: true` in the file) it stops at the review, before anything is touched. A secret in the file may stand elsewhere, as { env: NAME } or { file: path }. With --copy it begins with the answers of another installation; its secrets are not copied: they are read from the environment, such as SERVICE_ACCOUNT_PASSWORD. With --each, it does so for every server of a table, several at a time; all of them are judged before any is begun. Given again, it goes on with those that it has begun under their names: what has failed is retried, and what is finished is left alone.',
  declare(command, perform) {
    command
      .argument('[answers]', 'The file, YAML or JSON. With --copy it may be left out.')
      .option('--install', 'Go on past the review, and install.');
    addBeginOptions(command);
    command.option('--copy <id>', 'Begin with the answers of this installation; those of the file are laid over them.');
    addEachOptions(command);
    command.action((path: string | undefined, options: Options) => perform((invocation) => begin(path, options, invocation)));
  },
};

interface Options extends BeginOptions {
  readonly install?: true;
  readonly copy?: string;
  readonly each?: string;
  readonly only?: readonly string[];
  readonly atOnce: number;
}

/** What is to be walked by, and the service that it is walked at. */
interface Source {
  readonly answers: AnswersDocument;
  /** The installation whose answers they are laid over. */
  readonly copyOf?: string;
  connect(talk: (connection: Connection) => Promise<Ending>): Promise<Ending>;
}

async function begin(path: string | undefined, options: Options, invocation: Invocation): Promise<Ending> {
  const { settings, surroundings } = invocation;
  const { copy, each, only } = options;
  if (only !== undefined && each === undefined) throw new Misuse('--only picks servers of the table that --each names.');
  if (path === undefined && copy === undefined)
    throw new Misuse('Name a file of answers, or with --copy an installation whose answers it begins with.');
  const file = path === undefined ? new AnswersDocument(`the answers of ${copy}`, '') : openAnswersFile(path);
  const onAll = (source: Source) =>
    each === undefined ? onOne(source, options, invocation) : onEach(source, options, each, invocation);
  if (copy === undefined)
    return onAll({ answers: file, connect: (talk) => withService(settings, surroundings, (connection) => talk(connection)) });
  const talk = async (connection: Connection) => {
    const copyOf = await idOf(connection.api, copy);
    const answers = file.over(await copied(connection.api, copyOf));
    return onAll({ answers, copyOf, connect: (go) => go(connection) });
  };
  return withService(settings, surroundings, talk, { mustExist: true });
}

async function onOne({ answers, copyOf, connect }: Source, options: Options, { surroundings, out }: Invocation) {
  const prepared = prepareFile(answers, options, surroundings, out);
  if (!prepared) return 'stopped';
  const file = options.install ? { ...prepared, install: true } : prepared;
  return connect(async (connection) => {
    const walked = { connection, surroundings, out, ...(copyOf === undefined ? { file } : { install: file.install }) };
    const { id, revision } = await connection.api.begin({
      ...toWish(options),
      ...(copyOf !== undefined && { copyOf, answers: file }),
    });
    const { path } = answers;
    out.line(options.mode === 'live' ? `Installing by ${path}.` : `Rehearsing ${path}. Nothing on this computer is touched.`);
    out.line(`This is installation ${id}.\n`);
    return walkThrough({ id, after: revision, ...walked });
  });
}

async function onEach({ answers, connect }: Source, options: Options, table: string, { surroundings, out }: Invocation) {
  if (!canBeLaidUnder(answers)) {
    refuse(answers.path, judgeFile(answers).findings.filter(isWrong), out);
    return 'stopped';
  }
  const all = openServerTable(table, answers);
  const { mode, install = false, only, atOnce } = options;
  const unknown = only?.filter((name) => !all.some((server) => server.name === name)) ?? [];
  if (unknown.length > 0) throw new Misuse(`${table} names no server ${unknown.join(', ')}.`);
  const chosen = all.filter(({ name }) => only === undefined || only.includes(name));
  const servers = prepareEach(chosen, { mode, install }, surroundings, out);
  if (!servers) return 'stopped';
  return connect((connection) => runEach({ servers, wish: toWish(options), atOnce, connection, surroundings, out }));
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
