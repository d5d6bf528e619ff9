import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exitCodes } from '../../server/cli/exitCodes.ts';
import { createProgram } from '../../server/cli/program.ts';
import { answersSchemaText, commandLineText } from '../../server/docs/commandLineReference.ts';

const program = createProgram({
  environment: {},
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  leave: new AbortController().signal,
  called: 'mim-setup',
});

test('docs/command-line.md names every subcommand, option and exit code as the program has them', () => {
  const written = readFileSync('docs/command-line.md', 'utf8');
  expect(written).toBe(commandLineText(written, program));
  for (const { code, meaning } of Object.values(exitCodes)) expect(written).toContain(`| \`${code}\` | ${meaning} |`);
  for (const command of program.commands) expect(written).toContain(`## \`mim-setup ${command.name()}`);
});

test('docs/answers.schema.json is the schema that the service answers with', () => {
  expect(readFileSync('docs/answers.schema.json', 'utf8')).toBe(answersSchemaText());
});

test('no option takes a secret of the service, but for the token of the client', () => {
  const flags = [program, ...program.commands].flatMap(({ options }) => options.map(({ long }) => long));
  expect(flags).not.toContain('--key');
  expect(flags.filter((flag) => /password|secret/.test(flag ?? ''))).toEqual([]);
});
