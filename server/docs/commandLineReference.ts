import type { Argument, Command, Option } from 'commander';
import { answersSchema } from '../answers/answersSchema.ts';
import { commonOptions } from '../cli/commonOptions.ts';
import { exitCodes } from '../cli/exitCodes.ts';
import { code as inCode, table } from '../markdown/table.ts';

const begin = '<!-- From here on this is made from the program: npm run generate -->';

/** `docs/command-line.md`: its words as they are written, and then every subcommand, option and exit code. */
export function commandLineText(written: string, program: Command): string {
  const words = written.split(begin)[0]!.trimEnd();
  return [
    words,
    begin,
    '## Options of every subcommand',
    optionTable(commonOptions()),
    ...program.commands.map(section),
    '## Exit codes',
    table(
      ['code', 'meaning'],
      Object.values(exitCodes).map(({ code, meaning }) => [inCode(String(code)), meaning]),
    ),
    '',
  ].join('\n\n');
}

/** `docs/answers.schema.json`, by which editors complete and check answers files. */
export function answersSchemaText(): string {
  return `${JSON.stringify(answersSchema(), null, 2)}\n`;
}

function section(command: Command): string {
  const usage = `## \`mim-setup ${command.name()}${command.registeredArguments.map(usageOf).join('')}\``;
  const rows = [
    ...command.registeredArguments.map((one) => [inCode(usageOf(one).trim()), one.description]),
    ...command.options.map(rowOf),
  ];
  return [usage, command.description(), ...(rows.length > 0 ? [table(['argument or option', 'what'], rows)] : [])].join('\n\n');
}

function optionTable(options: readonly Option[]): string {
  return table(['option', 'what'], options.map(rowOf));
}

function rowOf({ flags, description, argChoices, defaultValue }: Option): string[] {
  const choices = argChoices ? ` One of ${argChoices.join(', ')}.` : '';
  const usual = defaultValue === undefined ? '' : ` Unless stated: ${String(defaultValue)}.`;
  return [inCode(flags), `${description}${choices}${usual}`];
}

function usageOf(argument: Argument): string {
  return argument.required ? ` <${argument.name()}>` : ` [${argument.name()}]`;
}
