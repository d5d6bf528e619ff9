import { describe, expect, it } from 'vitest';
import { Slots } from '../../server/service/slots.ts';

describe('Slots', () => {
  it('hold what was put in and not taken out again, in whatever order that is', () => {
    const slots = new Slots<string>();
    const [outOfA, outOfB, outOfC] = ['a', 'b', 'c'].map((thing) => slots.add(thing));
    expect([...slots]).toEqual(['a', 'b', 'c']);
    outOfB!();
    expect([...slots]).toEqual(['a', 'c']);
    slots.add('d');
    expect([...slots].sort()).toEqual(['a', 'c', 'd']);
    expect(slots.size).toBe(3);
    outOfA!();
    outOfC!();
    expect([...slots]).toEqual(['d']);
    expect(slots.size).toBe(1);
  });

  it('hold equal things as often as they were put in', () => {
    const slots = new Slots<string>();
    const out = slots.add('same');
    slots.add('same');
    out();
    expect([...slots]).toEqual(['same']);
  });
});
