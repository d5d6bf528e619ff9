import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { isPageId, pageOf, type ScreenId, screens } from '../../machines/pages/screens.ts';
import { problems } from '../../machines/vocabulary/problems.ts';

it('What pages, checks and problems say uses the terms of docs/terms.md, and none that stand against them', () => {
  const rows = [...readFileSync('docs/terms.md', 'utf8').matchAll(/^\| (?!write )(.+?) \| (.+?) \|$/gm)];
  const unwanted = rows.flatMap(([, , others = '']) => others.split(', '));
  expect(unwanted.length).toBeGreaterThan(35);
  const ids = Object.keys(screens) as ScreenId[];
  const said = JSON.stringify([
    screens,
    ids.flatMap((id) => (isPageId(id) ? [pageSchema(pageOf(id)), pageOf(id).checks, pageOf(id).notes] : [])),
    problems,
  ]);
  expect(unwanted.filter((term) => said.includes(term))).toEqual([]);
});
