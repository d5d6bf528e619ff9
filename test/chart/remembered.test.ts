import { describe, expect, it, vi } from 'vitest';
import { Remembered } from '../../machines/vocabulary/remembered.ts';

describe('What is remembered of an object', () => {
  it('is made once', () => {
    const make = vi.fn(({ a }: { a: number }) => [a]);
    const remembered = new Remembered(make);
    const one = { a: 1 };
    expect(remembered.get(one)).toBe(remembered.get(one));
    expect(remembered.get({ a: 1 })).not.toBe(remembered.get(one));
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is not made at all where it is known', () => {
    const remembered = new Remembered((): string => expect.unreachable('is known'));
    const one = {};
    remembered.set(one, 'known');
    expect(remembered.get(one)).toBe('known');
    remembered.set(one, 'known better');
    expect(remembered.get(one)).toBe('known better');
  });

  it('is each one thing, though several are remembered of the same object', () => {
    const [double, half] = [new Remembered(({ a }: { a: number }) => [2 * a]), new Remembered(({ a }: { a: number }) => [a / 2])];
    const one = { a: 4 };
    expect([double.get(one), half.get(one), double.get(one)]).toEqual([[8], [2], [8]]);
  });

  it('is seen neither in JSON nor in a copy, so that a copy that is changed has its own', () => {
    const remembered = new Remembered(({ a }: { a: number }) => `is ${a}`);
    const one = { a: 1 };
    remembered.get(one);
    expect(JSON.stringify(one)).toBe('{"a":1}');
    expect(remembered.get({ ...one, a: 2 })).toBe('is 2');
    expect(remembered.get(Object.assign({}, one, { a: 3 }))).toBe('is 3');
    expect(remembered.get({ ...structuredClone(one), a: 4 })).toBe('is 4');
  });
});
