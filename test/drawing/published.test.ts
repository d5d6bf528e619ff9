import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { published } from '../../server/drawing/published.ts';

describe('The pictures in docs', () => {
  it('are those of the chart as it is; "npm run drawing" makes them anew', async () => {
    const files = await published();
    expect(files.map(({ file }) => file.pathname.split('/').at(-1))).toEqual(['flow.svg', 'flow.md']);
    for (const { file, text } of files) expect.soft(readFileSync(file, 'utf8') === text, `${file.pathname} is stale`).toBe(true);
  });

  it('are what the README shows', () => {
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toMatch(/!\[[^\]]+\]\(docs\/flow\.svg\)/);
  });
});
