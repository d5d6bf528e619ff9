import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('The pictures in docs', () => {
  it('are what the README shows', () => {
    expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toMatch(/!\[[^\]]+\]\(docs\/flow\.svg\)/);
  });
});
