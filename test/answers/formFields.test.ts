import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formSchema } from '../../machines/answers/formSchema.ts';
import { choice, secret } from '../../machines/pages/fieldKinds.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { pageWith } from './pageWith.ts';

const facts = factsOf({});

describe('The fields of a form', () => {
  it('name what a list is chosen from by the labels alone, and keep what else is said of the list', () => {
    const page = pageWith({
      components: z.array(choice({ service: 'MIM Service', portal: 'MIM Portal' })).meta({ title: 'Components' }),
    });
    expect(formSchema(page)['properties']).toEqual({
      components: {
        type: 'array',
        title: 'Components',
        items: {
          type: 'string',
          oneOf: [
            { const: 'service', title: 'MIM Service' },
            { const: 'portal', title: 'MIM Portal' },
          ],
        },
      },
    });
  });

  it.each([
    ['known', { facts, kept: new Set<string>() }],
    ['not known', undefined],
  ])('stand alone where each may be left out, without needs and rules, what is kept being %s', (_, asked) => {
    expect(formSchema(pageWith({ note: z.string().optional() }), asked)).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: { note: { type: 'string' } },
    });
  });

  it('are the same form for the same secrets kept, in whatever order these are told', () => {
    const page = pageWith({ one: secret(), two: secret() });
    const form = formSchema(page, { facts, kept: new Set(['one', 'two']) });
    expect(formSchema(page, { facts, kept: new Set(['two', 'one']) })).toBe(form);
    expect(formSchema(page, { facts, kept: new Set(['two']) })).not.toBe(form);
  });
});
