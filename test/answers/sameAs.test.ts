import { expect, it } from 'vitest';
import { sameAs } from '../../machines/vocabulary/sameAs.ts';

it.each<[string, unknown, unknown]>([
  ['fields in another order', { a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 }],
  ['a field without a value', { a: 1, b: undefined }, { a: 1 }],
  ['nothing and nothing', null, null],
])('Answers with %s say the same', (_, one, other) => {
  expect([sameAs(one, other), sameAs(other, one)]).toEqual([true, true]);
});

it.each<[string, unknown, unknown]>([
  ['another value', { a: { b: 1 } }, { a: { b: 2 } }],
  ['one field more', { a: 1 }, { a: 1, b: false }],
  ['a number and its digits', { a: 1 }, { a: '1' }],
  ['a number and no fields', { a: 1 }, { a: {} }],
  ['items in another order', [1, 2], [2, 1]],
  ['a list and fields that are numbered', ['a'], { 0: 'a' }],
  ['an empty list and no fields', { a: [] }, { a: {} }],
  ['nothing and no fields', null, {}],
])('Answers with %s do not say the same', (_, one, other) => {
  expect([sameAs(one, other), sameAs(other, one)]).toEqual([false, false]);
});
