import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { answersSchema } from '../../server/answers/answersSchema.ts';
import { AnswersDocument } from '../../server/cli/file/answersDocument.ts';
import { fillSecrets } from '../../server/cli/file/fillSecrets.ts';
import { judgeFile } from '../../server/cli/file/judgeFile.ts';
import { type Opened, openService } from './openService.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openService();
});
afterAll(() => opened.close());

const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

test.each(options)(
  'docs/examples/option-%s.yaml is right by the schema and by the chart, and answers every page on its way',
  (letter) => {
    const { document, text } = exampleOf(letter);
    const { findings, understood } = judgeFile(document);
    expect(findings).toEqual([]);
    expect(understood?.way.screens.at(-1)).toBe('ready');
    expect(understood?.way.option).toBe(letter.toUpperCase());
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(answersSchema());
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  },
);

test.each(options)('docs/examples/option-%s.yaml reaches ready in rehearsal, without a check that fails', async (letter) => {
  const { document } = exampleOf(letter);
  const { understood } = judgeFile(document);
  const { file } = fillSecrets(document, understood!.file, understood!.secrets, {}, { mode: 'rehearsal' });
  const { id } = await opened.client.begin();
  const headers = { Prefer: 'wait=20' };
  const { status, body } = await opened.client.request('PUT', `/api/v1/installations/${id}/answers`, file, headers);
  expect(status).toBe(200);
  expect(body.stopped).toEqual({ page: 'ready', reason: 'ready', problems: [] });
  expect(body.option).toBe(letter.toUpperCase());
  expect(body.unused).toEqual([]);
  expect(body.can).toContain('install');
});

test.each(options)('docs/examples/option-%s.yaml explains itself, and holds no secret', (letter) => {
  const { text } = exampleOf(letter);
  expect(text.match(/^ *#/gm)?.length).toBeGreaterThan(15);
  for (const [line] of text.matchAll(/.*(?:password|clientSecret):.*/gi)) expect(line).toMatch(/\{ env: [A-Z_]+ \}/);
});

function exampleOf(letter: string) {
  const path = new URL(`../../docs/examples/option-${letter}.yaml`, import.meta.url).pathname;
  const text = readFileSync(path, 'utf8');
  return { text, document: new AnswersDocument(path, text) };
}
