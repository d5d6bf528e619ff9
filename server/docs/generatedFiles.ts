import { readdirSync, readFileSync } from 'node:fs';
import { createProgram } from '../cli/program.ts';
import { chart } from '../drawing/chart.ts';
import { layoutFile } from '../drawing/drawing.ts';
import { layoutText } from '../drawing/keptLayout.ts';
import { drawSvg } from '../drawing/svg.ts';
import { type Language, languages, translatorTo } from '../language/languages.ts';
import { english } from '../view/wording.ts';
import { answersSchemaText, commandLineText } from './commandLineReference.ts';
import { decisionsText } from './decisionsText.ts';
import { errorsText } from './errorsText.ts';
import { floorsOf } from './floors.ts';
import { floorsPicture } from './floorsPicture.ts';
import { flowText } from './flowText.ts';
import { layOut } from './layout/layOut.ts';
import { openApiText } from './openApiText.ts';
import { pagesText } from './pagesText.ts';

/** Every file that is made from the program, in `docs/` most of them, and what is to stand in it; a test holds them to it. */
export async function generatedFiles(): Promise<{ readonly file: URL; readonly text: string }[]> {
  const commandLine = docs('command-line.md');
  return [
    { file: docs('pages.md'), text: pagesText() },
    { file: docs('decisions/README.md'), text: decisionsText(decisions()) },
    { file: docs('errors.md'), text: errorsText() },
    { file: docs('flow.svg'), text: drawSvg(chart, await layOut(chart)) },
    ...(await Promise.all(languages.map(layoutIn))),
    { file: docs('flow.md'), text: flowText() },
    { file: docs('floors.svg'), text: floorsPicture(floors()) },
    { file: docs('openapi.json'), text: openApiText() },
    { file: docs('answers.schema.json'), text: answersSchemaText() },
    { file: commandLine, text: commandLineText(readFileSync(commandLine, 'utf8'), createProgram(surroundings)) },
  ];
}

/** Where everything stands on the picture of the flow, whose words are of another length in each language. */
async function layoutIn(language: Language): Promise<{ readonly file: URL; readonly text: string }> {
  return { file: layoutFile(language), text: layoutText(await layOut(chart, (await translatorTo(language)) ?? english)) };
}

/** The program is described, and never run. */
const surroundings = {
  environment: {},
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  leave: new AbortController().signal,
  called: 'mim-setup',
};

function decisions() {
  const files = readdirSync(docs('decisions/')).filter((name) => /^\d/.test(name));
  return files.toSorted().map((file) => ({ file, text: readFileSync(docs(`decisions/${file}`), 'utf8') }));
}

function floors() {
  const serverReadme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const services = readdirSync(new URL('../../services/', import.meta.url), { withFileTypes: true });
  const names = services.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return floorsOf(serverReadme, readFileSync(docs('architecture.md'), 'utf8'), names.toSorted());
}

function docs(name: string): URL {
  return new URL(`../../docs/${name}`, import.meta.url);
}
