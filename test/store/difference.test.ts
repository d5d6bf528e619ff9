import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDifference, differenceOf } from '../../server/store/difference.ts';

describe('What one JSON value differs in from another', () => {
  it('makes the one into the other, also as text, whatever the two are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (before, after) => {
        const difference = differenceOf(before, after);
        const read = difference && JSON.parse(JSON.stringify(difference));
        expect(JSON.parse(JSON.stringify(applyDifference(before, read)))).toEqual(JSON.parse(JSON.stringify(after)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing where they are the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(differenceOf(value, structuredClone(value))).toBeUndefined();
      }),
    );
  });

  it('is found in values that share much, and is small there', () => {
    const before = { trail: ['welcome', 'cloud'], answers: { cloud: { cloud: 'global' } }, checks: [{ id: 'a' }] };
    const after = {
      ...before,
      trail: [...before.trail, 'signIn'],
      answers: { ...before.answers, signIn: { method: 'deviceCode' } },
    };
    expect(differenceOf(before, after)).toEqual({
      in: { trail: { keep: 2, then: ['signIn'] }, answers: { in: { signIn: { to: { method: 'deviceCode' } } } } },
    });
  });

  it('takes a name that objects have by themselves for a name', () => {
    const before = JSON.parse('{"__proto__":{"a":1},"constructor":1}') as unknown;
    const after = JSON.parse('{"__proto__":{"a":2},"toString":"x"}') as unknown;
    const applied = applyDifference(before, JSON.parse(JSON.stringify(differenceOf(before, after))));
    expect(JSON.stringify(applied)).toBe(JSON.stringify(after));
  });

  it('is refused for a value that it was not taken from', () => {
    expect(() => applyDifference({ a: 1 }, { keep: 2, then: [] })).toThrow('list');
    expect(() => applyDifference([1], { in: {} })).toThrow('object');
  });
});
