import { describe, expect, it } from 'vitest';
import { optional, whenFacts, whenField, whenMatching } from '../../machines/pages/appliesWhen.ts';

describe('A field applies', () => {
  it('where another one has one of some values', () => {
    expect(whenField('source', 'store', 'file')).toEqual({ when: { field: 'source', is: ['store', 'file'] } });
  });

  it('where another one reads like a pattern', () => {
    expect(whenMatching('url', '^https:')).toEqual({ when: { field: 'url', matches: '^https:' } });
  });

  it('where the pages before say so', () => {
    const inChina = whenFacts(({ cloud }) => cloud === 'china');
    expect(inChina.when({ cloud: 'china' } as Parameters<typeof inChina.when>[0])).toBe(true);
    expect(inChina.when({ cloud: 'global' } as Parameters<typeof inChina.when>[0])).toBe(false);
  });

  it('and may be left out, where that is said', () => {
    expect(optional(whenField('source', 'store'))).toEqual({ when: { field: 'source', is: ['store'] }, optional: true });
  });
});
