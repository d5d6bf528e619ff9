import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { applies } from '../../machines/answers/judgeAnswers.ts';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import { type Applies, definePage } from '../../machines/pages/definePage.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { type Condition, isDecided, readRules, requiredOf, standingOf, writeRule } from '../../machines/vocabulary/fieldRules.ts';
import { questionsOf } from '../../server/cli/wizard/questions.ts';
import { readForm, standing } from '../../server/web/src/form/schema.ts';

/** What was answered for `decides`, whether `hangs` applies by it, and whether that can be told. */
const isStore = { field: 'decides', is: ['store', 'both'] };
const isManaged = { field: 'decides', matches: '[^$]$' };
const isTwo = { field: 'decides', is: ['a', 'b'], matches: 'b' };
const table: readonly [Condition, unknown, boolean, boolean][] = [
  [isStore, 'store', true, true],
  [isStore, 'both', true, true],
  [isStore, 'selfIssued', false, true],
  [isStore, 'Store', false, true],
  [isStore, '', false, false],
  [isStore, undefined, false, false],
  [isStore, null, false, false],
  [isStore, true, false, true],
  [isStore, 0, false, true],
  [isStore, ['store'], false, true],
  [isManaged, 'contoso\\svcMIM', true, true],
  [isManaged, 'contoso\\svcMIM$', false, true],
  [isManaged, '$', false, true],
  [isManaged, '', false, false],
  [isManaged, undefined, false, false],
  [isManaged, 5, false, true],
  [{ field: 'decides', matches: '^.$' }, '\u{1f512}', true, true],
  [isTwo, 'b', true, true],
  [isTwo, 'a', false, true],
  [isTwo, 'bb', false, true],
  [{ field: 'decides' }, 'anything', true, true],
  [{ field: 'decides' }, '', false, false],
  [{ field: 'decides' }, 5, false, true],
  [{ field: 'other', is: ['store'] }, 'store', false, false],
];

describe.each(table)('Where a field hangs on %j, and the answer is %j,', (when, answer, doesApply, decided) => {
  const page = definePage({
    title: '',
    subtitle: '',
    step: '',
    guidance: '',
    team: 'project',
    fields: z.strictObject({ decides: z.string(), other: z.string().optional(), hangs: z.string().optional() }),
    applies: { hangs: { when } },
  });
  const schema = pageSchema(page as Parameters<typeof pageSchema>[0]);
  const answers = { decides: answer };

  it(`it ${doesApply ? 'applies' : 'does not apply'} to the service`, () => {
    expect(applies(when, answers, factsOf({}))).toBe(doesApply);
    expect(isDecided(when, answers)).toBe(decided);
  });

  it('and to the terminal', () => {
    const asked = questionsOf(schema, answers).find(({ name }) => name === 'hangs');
    expect(asked).toEqual(doesApply ? expect.objectContaining({ required: true }) : undefined);
  });

  it('and to the browser', () => {
    const form = readForm(schema);
    const field = form.fields.find(({ name }) => name === 'hangs')!;
    expect(standing(form, field, answers)).toEqual({ applies: doesApply, required: doesApply });
  });
});

describe('The rules of a field', () => {
  it('come back from the JSON Schema as they were declared, on every page', () => {
    for (const id of pageIds) {
      const declared = Object.entries((pageOf(id).applies ?? {}) as Readonly<Record<string, Applies>>).flatMap(
        ([field, { when, optional }]) => (typeof when === 'function' ? [] : [{ field, when, required: !optional }]),
      );
      expect(readRules(pageSchema(pageOf(id))), id).toEqual(declared);
    }
  });

  it('all have to hold, and one that requires is enough', () => {
    const rule = (is: string, required: boolean) => ({ field: 'hangs', when: { field: is, is: ['yes'] }, required });
    const rules = [rule('one', false), rule('two', true)];
    expect(standingOf('hangs', rules, { one: 'yes', two: 'yes' })).toEqual({ applies: true, required: true });
    expect(standingOf('hangs', rules, { one: 'yes', two: 'no' })).toEqual({ applies: false, required: false });
    expect(standingOf('hangs', rules.slice(0, 1), { one: 'yes' })).toEqual({ applies: true, required: false });
    expect(standingOf('other', rules, {})).toEqual({ applies: true, required: false });
  });

  it('are read from what writeRule writes, and what is no such rule is passed over', () => {
    const rule = { field: 'hangs', when: isTwo, required: false };
    const halves = [{ if: { properties: { decides: {} } } }, { else: { properties: { hangs: false } } }];
    expect(readRules({ allOf: [writeRule(rule), ...halves, { if: {} }, { not: {} }, {}] })).toEqual([rule]);
    expect(readRules({})).toEqual([]);
  });

  it('are written so that any JSON Schema validator says the same', () => {
    expect(writeRule({ field: 'hangs', when: isStore, required: true })).toEqual({
      if: { properties: { decides: { enum: ['store', 'both'] } }, required: ['decides'] },
      then: { properties: { hangs: true }, required: ['hangs'] },
      else: { properties: { hangs: false } },
    });
    expect(writeRule({ field: 'hangs', when: isManaged, required: false })).toEqual({
      if: { properties: { decides: { type: 'string', pattern: '[^$]$' } }, required: ['decides'] },
      else: { properties: { hangs: false } },
    });
  });

  it('have no condition that nobody declared once they are read', () => {
    const [rule] = readRules({ allOf: [writeRule({ field: 'hangs', when: isStore, required: true })] });
    expect(Object.keys(rule!.when)).toEqual(['field', 'is']);
  });

  it('count what is typed in the browser as it is sent: without blanks around it', () => {
    const form = readForm(pageSchema(pageOf('resetPortal')));
    const password = form.fields.find(({ name }) => name === 'password')!;
    expect(standing(form, password, { account: ' contoso\\MIMAppPoolGMSA$ ' }).applies).toBe(false);
  });
});

it('The fields that a schema asks for are those that it always requires, and those of a group once it is filled in', () => {
  expect(requiredOf({ required: ['user'] })).toEqual(['user']);
  expect(requiredOf({ then: { required: ['user', 'method'] } })).toEqual(['user', 'method']);
  expect(requiredOf({ then: { properties: {} } })).toEqual([]);
  expect(requiredOf({})).toEqual([]);
});
