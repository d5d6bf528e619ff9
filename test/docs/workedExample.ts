import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';

const run = promisify(execFile);

/** A copy of the program in which what a document shows has been done. */
export interface Example {
  readonly folder: string;
  /** Runs a program that stands at the top of the copy, and reads what it prints as JSON. */
  probe(program: string): Promise<unknown>;
  /** What the compiler says of the copy. */
  compile(): Promise<string>;
  remove(): void;
}

/** Does to a copy what sections of docs/architecture.md show as diffs, each to the file that was named last before it. */
export function workedExample(...sections: readonly string[]): Example {
  const copy = mkdtempSync(join(tmpdir(), 'adding-'));
  for (const part of ['machines', 'services', 'server', 'test', 'package.json', 'tsconfig.json']) {
    cpSync(part, join(copy, part), { recursive: true, filter: (path) => basename(path) !== 'dist' });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  const document = readFileSync('docs/architecture.md', 'utf8');
  for (const section of sections) expect(changesIn(document, section), section).not.toEqual([]);
  const changes = sections.flatMap((section) => changesIn(document, section));
  for (const { file, before, after } of changes) {
    const text = readFileSync(join(copy, file), 'utf8');
    expect(text.split(before), `${file} has this once:\n${before}`).toHaveLength(2);
    writeFileSync(
      join(copy, file),
      text.replace(before, () => after),
    );
  }
  return {
    folder: copy,
    async probe(program) {
      writeFileSync(join(copy, 'probe.ts'), program);
      const { stdout } = await run(process.execPath, ['probe.ts'], { cwd: copy });
      return JSON.parse(stdout);
    },
    async compile() {
      const settings = { extends: './tsconfig.json', include: ['machines', 'services', 'server', 'test/chart'] };
      writeFileSync(join(copy, 'tsconfig.copy.json'), JSON.stringify({ ...settings, exclude: ['server/web'] }));
      const tsc = resolve('node_modules/typescript/bin/tsc');
      return run(process.execPath, [tsc, '-p', 'tsconfig.copy.json'], { cwd: copy }).then(
        ({ stdout }) => stdout,
        ({ stdout }) => stdout,
      );
    },
    remove: () => rmSync(copy, { recursive: true }),
  };
}

function changesIn(document: string, section: string): { file: string; before: string; after: string }[] {
  const [, shown = ''] = document.split(`\n## ${section}\n`);
  const changes: ReturnType<typeof changesIn> = [];
  let file = '';
  for (const [, path, diff] of shown.split('\n## ')[0]!.matchAll(/`((?:machines|services)\/[\w/]+\.ts)`|```diff\n(.*?)```/gs)) {
    if (path) file = path;
    if (!diff) continue;
    const lines = diff.trimEnd().split('\n');
    const without = (sign: string) => lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1));
    changes.push({ file, before: without('+').join('\n'), after: without('-').join('\n') });
  }
  return changes;
}
