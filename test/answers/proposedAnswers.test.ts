import { describe, expect, it } from 'vitest';
import { withProposals } from '../../machines/answers/proposedAnswers.ts';
import { writeRule } from '../../machines/vocabulary/fieldRules.ts';

const proposing = { default: 'proposed' };
const hanging = { field: 'hangs', when: { field: 'decides', is: ['yes'] } };

describe('What is proposed for a field', () => {
  it.each([
    ['stands where it has to be answered', { properties: { own: proposing }, required: ['own'] }, { own: 'proposed' }],
    ['stays out where it may be left out', { properties: { own: proposing, other: {} }, required: ['other'] }, {}],
    ['stays out where nothing has to be answered', { properties: { own: proposing } }, {}],
    ['stays out where it is read-only', { properties: { own: { ...proposing, readOnly: true } }, required: ['own'] }, {}],
    ['is nothing where none is declared', { properties: { own: {} }, required: ['own'] }, {}],
    ['is nothing where there are no fields', {}, {}],
  ] as const)('%s', (_, schema, expected) => {
    expect(withProposals(schema, {})).toStrictEqual(expected);
  });

  it('gives way to what is answered already', () => {
    expect(withProposals({ properties: { own: proposing }, required: ['own'] }, { own: 'given' })).toEqual({ own: 'given' });
  });

  it.each([
    ['stands once that one calls for it', 'yes', true, [], true],
    ['stays out while that one rules it out', 'no', true, ['hangs'], false],
    ['stays out where that one merely allows it', 'yes', false, [], false],
    ['stands where that one allows it, and the page requires it', 'yes', false, ['hangs'], true],
  ])('that hangs on another %s', (_, decides, required, others, stands) => {
    const schema = {
      properties: { decides: {}, hangs: proposing },
      required: others,
      allOf: [writeRule({ ...hanging, required })],
    };
    expect(withProposals(schema, { decides })).toStrictEqual({ decides, ...(stands && { hangs: 'proposed' }) });
  });

  it('decides about the fields after it', () => {
    const schema = {
      properties: { decides: { default: 'yes' }, hangs: proposing },
      required: ['decides'],
      allOf: [writeRule({ ...hanging, required: true })],
    };
    expect(withProposals(schema, {})).toEqual({ decides: 'yes', hangs: 'proposed' });
  });
});
