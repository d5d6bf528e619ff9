import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = readdirSync('docs/decisions')
  .filter((name) => /^\d/.test(name))
  .toSorted();
const decisions = files.map((file) => {
  const [, number, title = ''] = /^# (\d+)\. (.+)\n/.exec(readFileSync(`docs/decisions/${file}`, 'utf8')) ?? [];
  return { file, number: Number(number), title };
});

describe('The decisions', () => {
  it('are numbered without a gap, in the order of their files', () => {
    expect(decisions.map(({ number }) => number)).toEqual(decisions.map((_, at) => at + 1));
  });

  it.each(decisions)('$file is titled as its file is named', ({ file, number, title }) => {
    const words = title
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    expect(file).toBe(`${String(number).padStart(4, '0')}-${words}.md`);
  });
});
