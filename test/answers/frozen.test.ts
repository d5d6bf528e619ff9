import { expect, it } from 'vitest';
import { frozen } from '../../machines/answers/frozen.ts';

it('What is frozen is the value itself, and nothing in it can be changed, however deep', () => {
  const inner = { list: [{ name: 'a' }], nothing: null };
  const value = { inner, text: 'b' };
  expect(frozen(value)).toBe(value);
  expect(value).toEqual({ inner: { list: [{ name: 'a' }], nothing: null }, text: 'b' });
  for (const part of [value, inner, inner.list, inner.list[0]]) expect(part).toSatisfy(Object.isFrozen);
});

it.each([null, undefined, 'text', '', 0, true])('%j is frozen as it is', (value) => {
  expect(frozen(value)).toBe(value);
});
