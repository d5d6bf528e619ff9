import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mayBeOverridden } from '../../machines/chart/failures.ts';
import type { AnyCheckId } from '../../machines/ports/checks.ts';
import { problems } from '../../machines/vocabulary/problems.ts';
import { readConfiguration } from '../../server/configuration/readConfiguration.ts';
import { declaredChecks } from '../../server/host/declaredChecks.ts';

const text = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');
/** The rows of the table of checks, cell by cell, with every id of a row that is about several. */
const rows = text
  .split('\n')
  .slice(text.split('\n').findIndex((line) => line.startsWith('| id | page')) + 2)
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  )
  .map(([ids = '', page = '', ...cells]) => ({
    ids: [...ids.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id!),
    pages: page.split(', '),
    cells,
  }));

describe('The table of checks', () => {
  test('has every check of the code once, and no other', () => {
    expect(rows.flatMap(({ ids }) => ids).sort()).toEqual([...declaredChecks.keys()].sort());
  });

  test('names the page of each', () => {
    for (const { ids, pages } of rows) {
      expect(ids.map((id) => [id, declaredChecks.get(id)?.page])).toEqual(ids.map((id, at) => [id, pages[at] ?? pages[0]]));
    }
  });

  test('says of each what it does, what it needs, and what its failure means', () => {
    for (const { ids, cells } of rows) {
      expect([ids, cells.length]).toEqual([ids, 3]);
      const [does, , means] = cells;
      expect([ids, does !== '' && means !== '']).toEqual([ids, true]);
    }
  });

  test('names no problem code that there is not', () => {
    const named = [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name]) => name!);
    const known = new Set([...declaredChecks.keys(), ...Object.keys(problems)]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('The title of a check', () => {
  test.each([...declaredChecks])('%s names what is looked at, and leaves the finding to its state', (_, { title }) => {
    expect(title).not.toMatch(/\b(is|are|has|have|may|can|no|not|answers|resolves|runs|exists and|offers|asks|accepts|knows)\b/);
    expect(title).not.toMatch(/\.$/);
  });

  test('is its own alone, so that it can be told apart among all checks', () => {
    const titles = [...declaredChecks.values()].map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test('The page of checks names every check that cannot be overridden, and no other', () => {
  const [, said = ''] = /^(.*) cannot be overridden/m.exec(text) ?? [];
  const named = [...said.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id);
  expect(named).toEqual([...declaredChecks.keys()].filter((id) => !mayBeOverridden(id as AnyCheckId)));
});

test('The page of checks tells the time-outs as they are by default', () => {
  const { timeout, hostTimeout } = readConfiguration({}, {}).checks;
  expect(text).toContain(`${timeout / 1000} seconds, or what \`checks.timeout\` says`);
  expect(text).toContain(`${hostTimeout / 1000} seconds, or what \`checks.hostTimeout\` says`);
});
