import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageIds, screenIds } from '../../machines/chart/flow.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { problems } from '../../machines/vocabulary/problems.ts';
import { generatedFiles } from '../../server/docs/generatedFiles.ts';

const generated = await generatedFiles();
const pages = readFileSync('docs/pages.md', 'utf8');
const errors = readFileSync('docs/errors.md', 'utf8');

describe('The generated docs', () => {
  it.each(generated.map(({ file, text }) => [file.pathname.split('/').at(-1)!, file, text] as const))(
    '%s says what the program says; where it does not, npm run generate',
    (_, file, text) => {
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('have a row for each screen, and a section for each page that asks for something', () => {
    for (const screen of screenIds) expect(pages).toMatch(new RegExp(`^\\| \\[?\`${screen}\``, 'm'));
    const sections = [...pages.matchAll(/^## (\w+)$/gm)].map(([, page]) => page);
    expect(sections).toEqual(pageIds.filter((page) => Object.keys(pageOf(page).fields.shape).length > 0));
  });

  it('tell for the service account what the guide’s options ask for', () => {
    expect(pages).toContain(
      '| `emailPassword` | Service Email Account Password | secret | yes with option B, F, G; not accepted elsewhere |',
    );
    expect(pages).toContain(
      '| `password` | Service Account Password | secret | yes with option A, B, C, D, E; not accepted elsewhere |',
    );
  });

  it('have a row for each problem code', () => {
    for (const code of Object.keys(problems)) expect(errors.split(`| \`${code}\` |`)).toHaveLength(2);
  });

  it('name every code that a finding about a field can have', () => {
    const sources = [
      'machines/answers/judgeAnswers.ts',
      ...readdirSync('machines/pages').map((name) => `machines/pages/${name}`),
    ];
    const given = sources.flatMap((path) => [
      ...readFileSync(path, 'utf8').matchAll(/field.*?\bcode: '([\w-]+)'|^\s*code: '([a-z-]+)',\n\s*message: (?:managed|`)/gm),
    ]);
    expect(given.length).toBeGreaterThan(5);
    for (const [, code, other] of given) expect(errors).toContain(`\`${code ?? other}\``);
  });

  it('lead somewhere with every link, and the README’s do too', () => {
    for (const file of [
      'README.md',
      ...readdirSync('docs')
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ]) {
      const text = readFileSync(file, 'utf8');
      for (const [, target] of text.matchAll(/\]\((?!https?:|\/)([^)#]+)(?:#[^)]*)?\)/g)) {
        expect(
          () => readdirOrFile(new URL(target!, new URL(file, `file://${process.cwd()}/`))),
          `${file}: ${target}`,
        ).not.toThrow();
      }
    }
  });
});

function readdirOrFile(url: URL): unknown {
  try {
    return readdirSync(url);
  } catch {
    return readFileSync(url);
  }
}
