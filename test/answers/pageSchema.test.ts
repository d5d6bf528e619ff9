import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { definePage } from '../../machines/pages/definePage.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { judgedPage } from './judgedPage.ts';

const facts = factsOf({});
const inChina = factsOf({ cloud: { cloud: 'china' } });

/** The page as another one, so that no schema is kept for it from a test before. */
const anew = () => ({ ...judgedPage });

describe('A page as JSON Schema', () => {
  it('has its fields, the words of each choice, and what is needed', () => {
    const { properties, ...rest } = pageSchema(anew()) as { readonly properties: Readonly<Record<string, unknown>> };
    expect(rest).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'agreed'],
      allOf: [expect.objectContaining({ if: expect.anything() }), expect.objectContaining({ if: expect.anything() })],
    });
    expect(properties['kind']).toEqual({
      title: 'Kind',
      type: 'string',
      enum: ['account', 'none'],
      oneOf: [
        { const: 'account', title: 'An account' },
        { const: 'none', title: 'Nobody' },
      ],
    });
  });

  it('asks for a tick as an enum of one, which no form fills in by itself', () => {
    expect(pageSchema(anew())['properties']).toMatchObject({ agreed: { type: 'boolean', enum: [true] } });
    expect((pageSchema(anew())['properties'] as { agreed: object }).agreed).not.toHaveProperty('const');
  });

  it('takes a secret as text, or as one that is kept', () => {
    expect((pageSchema(anew())['properties'] as { password: object }).password).toEqual({
      writeOnly: true,
      format: 'password',
      pattern: '^[^\\u0000-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF\\u2028\\u2029]*$',
      anyOf: [
        { type: 'string', minLength: 1, maxLength: 1024 },
        { type: 'object', properties: { kept: { const: true } }, required: ['kept'] },
      ],
    });
  });

  it('writes patterns so that other languages can read them', () => {
    expect(pageSchema(anew())['properties']).toMatchObject({
      cloudName: { pattern: '^[^\\u0000-\\u001F\\u007F-\\u009F]*$' },
    });
  });

  it('has a field read-only that the pages before rule out, and asks for it where they call for it', () => {
    expect(pageSchema(anew(), facts)).toMatchObject({
      properties: { cloudName: { readOnly: true, not: {} } },
      required: ['kind', 'agreed'],
    });
    const china = pageSchema(anew(), inChina);
    expect(china['required']).toEqual(['kind', 'agreed', 'cloudName']);
    expect((china['properties'] as { cloudName: object }).cloudName).not.toHaveProperty('readOnly');
  });

  it('is made once for the same facts, and can’t be changed at any depth', () => {
    const schema = pageSchema(judgedPage, facts);
    expect(pageSchema(judgedPage, factsOf({}))).toBe(schema);
    expect(pageSchema(judgedPage, inChina)).not.toBe(schema);
    expect(Object.isFrozen(schema)).toBe(true);
    expect(Object.isFrozen((schema['properties'] as { kind: { oneOf: object[] } }).kind.oneOf[0])).toBe(true);
  });

  it('says nothing of needs and conditions where there are none', () => {
    const { fields } = judgedPage;
    const bare = definePage({ ...judgedPage, fields: fields.pick({ nickname: true }), applies: {}, judge: () => [] });
    expect(Object.keys(pageSchema(bare))).toEqual(['type', 'properties', 'additionalProperties']);
  });
});
