import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readMe } from '../../server/bundle/documents.ts';

const text = readFileSync('README.md', 'utf8');

it.each([
  ['linux-x64', './mim-setup'],
  ['win-x64', '.\\mim-setup'],
] as const)('The README in the bundle for %s begins with what is there, and speaks of no npm', (platform, start) => {
  const shown = readMe(text, platform);
  expect([...shown.matchAll(/^ {4}(\S+)/gm)].map(([, first]) => first)).toEqual(Array(6).fill(start));
  expect(shown).toContain(`\n    ${start} serve\n`);
  expect(shown).not.toMatch(/npm run|npm ci|npx/);
  // All else is as it was.
  expect(shown).toContain('A whole rehearsed installation, with curl');
  expect(shown).toContain('| [docs/operating.md](docs/operating.md) |');
});

it('A README that no longer has what the bundle says otherwise is not taken', () => {
  expect(() => readMe(text.replace('npm run rehearse', 'npm run other'), 'linux-x64')).toThrow('rehearse');
});
