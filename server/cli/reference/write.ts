import { readFileSync, writeFileSync } from 'node:fs';
import { createProgram } from '../program.ts';
import { answersSchemaText, commandLineText, documents } from './reference.ts';

const surroundings = {
  environment: {},
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  leave: new AbortController().signal,
};

writeFileSync(documents.commandLine, commandLineText(readFileSync(documents.commandLine, 'utf8'), createProgram(surroundings)));
writeFileSync(documents.answersSchema, answersSchemaText());
