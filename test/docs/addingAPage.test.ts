import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** Walks a copy of the chart, and prints what came of the page that was added. */
const probe = `
import { installJob } from '../../machines/chart/installJob.ts';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { pagesText } from './server/docs/pagesText.ts';
import { answersFor } from './test/answers.ts';
import { Walk } from './test/chart/walk.ts';

const email = 'help@contoso.com';
const answers = { ...answersFor('A'), supportContact: { email } };
const walk = new Walk();
const screens = walk.to('ready', answers);
const bare = new Walk();
const without = bare.to('ready', answersFor('A', ['service']));
const wrong = new Walk();
wrong.to('supportContact', answers);
console.log(JSON.stringify({
  before: screens[screens.indexOf('supportContact') - 1],
  after: screens[screens.indexOf('supportContact') + 1],
  shownWithoutPortal: without.includes('supportContact'),
  findings: wrong.submit({ email: 'help' }).map(({ field, code }) => field + ' ' + code),
  property: installJob(walk.context).properties['SUPPORT_EMAIL'],
  required: pageSchema(pageOf('supportContact')).required,
  documented: pagesText().includes('## supportContact'),
}));
`;

describe('Adding a page as docs/architecture.md says', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'adding-'));
    for (const part of ['machines', 'services', 'server', 'test', 'package.json', 'tsconfig.json']) {
      cpSync(part, join(copy, part), { recursive: true, filter: (path) => basename(path) !== 'dist' });
    }
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
    for (const { file, before, after } of changesOf(readFileSync('docs/architecture.md', 'utf8'))) {
      const text = readFileSync(join(copy, file), 'utf8');
      expect(text.split(before), `${file} has this once:\n${before}`).toHaveLength(2);
      writeFileSync(
        join(copy, file),
        text.replace(before, () => after),
      );
    }
    writeFileSync(join(copy, 'probe.ts'), probe);
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it('is one declaration and one edge: it is asked, judged, documented, and told the installer', async () => {
    const { stdout } = await run(process.execPath, ['probe.ts'], { cwd: copy });
    expect(JSON.parse(stdout)).toEqual({
      before: 'registrationPortalUrl',
      after: 'firewall',
      shownWithoutPortal: false,
      findings: ['email invalid'],
      property: 'help@contoso.com',
      required: ['email'],
      documented: true,
    });
  });

  it('leaves everything compiling', { timeout: 120_000 }, async () => {
    const settings = { extends: './tsconfig.json', include: ['machines', 'services', 'server', 'test/chart', 'probe.ts'] };
    writeFileSync(join(copy, 'tsconfig.copy.json'), JSON.stringify({ ...settings, exclude: ['server/web'] }));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    const told = run(process.execPath, [tsc, '-p', 'tsconfig.copy.json'], { cwd: copy }).then(
      ({ stdout }) => stdout,
      ({ stdout }) => stdout,
    );
    expect(await told).toBe('');
  });
});

/** The changes that a document tells of: each diff, made to the file that was named last before it. */
function changesOf(document: string): { file: string; before: string; after: string }[] {
  const changes: ReturnType<typeof changesOf> = [];
  let file = '';
  for (const [, path, diff] of document.matchAll(/`(machines\/[\w/]+\.ts)`|```diff\n(.*?)```/gs)) {
    if (path) file = path;
    if (!diff) continue;
    const lines = diff.trimEnd().split('\n');
    const without = (sign: string) => lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1));
    changes.push({ file, before: without('+').join('\n'), after: without('-').join('\n') });
  }
  return changes;
}
