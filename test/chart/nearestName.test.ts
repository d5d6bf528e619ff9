import { describe, expect, it } from 'vitest';
import { nearest } from '../../machines/vocabulary/nearestName.ts';

const names = ['mailServer', 'database', 'serviceAccount', 'serviceAddress', 'url', 'sharePointSite'];

describe('The name that a misspelt one stands for', () => {
  it.each([
    ['mailserver', 'mailServer'],
    ['mialServer', 'mailServer'],
    ['dtabase', 'database'],
    ['DATABASES', 'database'],
    ['servceAcount', 'serviceAccount'],
    ['serviceAdress', 'serviceAddress'],
    ['ur', 'url'],
    ['sharepoint', 'sharePointSite'],
    ['', undefined],
    ['weather', undefined],
    ['administrator', undefined],
  ])('%j is %j', (misspelt, meant) => {
    const suggested = nearest(misspelt, names);
    expect(suggested).toBe(meant);
  });

  it('is the nearest of several, and of two as near the first', () => {
    expect(nearest('serviceAccount', ['serviceAccounts', 'serviceAccount'])).toBe('serviceAccount');
    expect(nearest('ab', ['abc', 'abd'])).toBe('abc');
  });

  it('may be two letters away, and more where it is long', () => {
    expect([nearest('abcd', ['ab']), nearest('abcde', ['ab'])]).toEqual(['ab', undefined]);
    expect([nearest('abcdefghi', ['abcdefxyz']), nearest('abcdefghi', ['abcdewxyz'])]).toEqual(['abcdefxyz', undefined]);
  });

  it('is looked for in no more than 64 characters, however long the misspelt one is', () => {
    expect(nearest(`${'a'.repeat(64)}${'b'.repeat(1_000_000)}`, ['a'.repeat(64)])).toBe('a'.repeat(64));
    expect(nearest('\u{1f512}'.repeat(1_000), names)).toBeUndefined();
  });

  it('is none where there are none', () => {
    expect(nearest('url', [])).toBeUndefined();
  });
});
