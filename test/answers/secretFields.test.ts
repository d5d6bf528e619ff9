import { describe, expect, it } from 'vitest';
import { fieldAt, isKept, mapSecretFields, mapSecretRefs, secretAt, secretPaths } from '../../machines/answers/secretFields.ts';
import { judgedPage } from './judgedPage.ts';

const { fields } = judgedPage;

describe('The secrets of a page', () => {
  it('are found by their paths', () => {
    expect(secretPaths(fields)).toEqual(['password', 'group.password']);
  });

  it('are put through a change, and nothing else is', () => {
    const changed = (value: unknown, path: string) => `${path}: ${value}`;
    const answers = { kind: 'account', password: 'a', group: { host: 'h', password: 'b' }, other: { password: 'c' } };
    expect(mapSecretFields(fields, answers, changed)).toEqual({
      ...answers,
      password: 'password: a',
      group: { host: 'h', password: 'group.password: b' },
    });
    expect(mapSecretFields(fields, { password: undefined }, changed)).toEqual({ password: undefined });
    for (const odd of [null, 'text', ['password'], undefined]) expect(mapSecretFields(fields, odd, changed)).toEqual(odd);
    expect(mapSecretFields(fields, { group: ['host'] }, changed)).toEqual({ group: ['host'] });
  });

  it('are kept by { "kept": true } alone', () => {
    expect([{ kept: true }, { kept: true, more: 1 }].map(isKept)).toEqual([true, true]);
    expect([{ kept: false }, { kept: 'true' }, {}, null, undefined, 'kept', true].map(isKept)).toEqual(Array(7).fill(false));
  });

  it('are read where a reference stands, and nowhere else', () => {
    const answers = { password: { secret: 'one' }, group: { password: { secret: 'two' } }, kind: 'account' };
    expect(secretAt(answers, 'password')).toEqual({ secret: 'one' });
    expect(secretAt(answers, 'group.password')).toEqual({ secret: 'two' });
    expect(['kind', 'group', 'nothing', 'nothing.password'].map((path) => secretAt(answers, path))).toEqual(
      Array(4).fill(undefined),
    );
    expect(secretAt(undefined, 'group.password')).toBeUndefined();
  });

  it('are changed wherever their references stand, lists included', () => {
    const one = { secret: 'one' };
    expect(mapSecretRefs({ a: one, b: [one, 7, null], c: { d: one, e: 'x' } }, ({ secret }) => secret)).toEqual({
      a: 'one',
      b: ['one', 7, null],
      c: { d: 'one', e: 'x' },
    });
    expect(mapSecretRefs(null, () => 'changed')).toBeNull();
  });
});

it('A field is found by its path, and is not there where none is declared', () => {
  expect(fieldAt(fields, [])).toBe(fields);
  expect(fieldAt(fields, ['group', 'password'])?.meta()).toMatchObject({ secret: true });
  expect(fieldAt(fields, ['kind'])?.meta()).toMatchObject({ title: 'Kind' });
  expect(fieldAt(fields, ['kind', 'deeper'])).toBeUndefined();
  expect(fieldAt(fields, ['toString'])).toBeUndefined();
});
