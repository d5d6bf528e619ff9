import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formSchema } from '../../machines/answers/formSchema.ts';
import { judge } from '../../machines/answers/judgeAnswers.ts';
import { choice, secret } from '../../machines/pages/fieldKinds.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { pageWith } from './pageWith.ts';

const facts = factsOf({});
const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** A secret of its own, one that hangs on another answer, and one in a group. */
const guarded = () =>
  pageWith(
    {
      kind: choice({ code: 'By a code', application: 'As an application' }),
      own: secret(),
      clientSecret: secret().optional(),
      checkAs: z.strictObject({ user: z.string(), password: secret() }).optional(),
    },
    { applies: { clientSecret: { when: { field: 'kind', is: ['application'] } } } },
  );

/** Answers without a secret, and which has to be kept so that they do. */
const table: readonly (readonly [needs: string, answers: object])[] = [
  ['own', { kind: 'code' }],
  ['clientSecret', { kind: 'application', own: 'text' }],
  ['checkAs.password', { kind: 'code', own: 'text', checkAs: { user: 'sa' } }],
];

describe.each(table)('The secret %s', (path, answers) => {
  it('may be left out of a form where it is kept', () => {
    expect(takes(answers, [path])).toBe(true);
  });

  it('is asked for by a form where it is not kept, whatever others are, and where that is not known', () => {
    const others = table.map(([other]) => other).filter((other) => other !== path);
    for (const kept of [[], others, undefined]) expect(takes(answers, kept)).toBe(false);
  });

  it('stays as it is kept where it is left out, and is required where none is kept', () => {
    const earlier = {
      own: ref('own'),
      clientSecret: ref('clientSecret'),
      checkAs: { user: 'old', password: ref('checkAs.password') },
    };
    const verdict = judge(guarded(), answers, facts, earlier);
    expect(verdict).toMatchObject({ answers });
    expect(JSON.stringify(verdict)).toContain(JSON.stringify(ref(path)));
    expect(judge(guarded(), answers, facts)).toMatchObject({ findings: [{ field: path, code: 'required' }] });
  });
});

describe('A secret that may be kept', () => {
  it('is a text wherever it is typed, so that a form has a field for it', () => {
    const page = pageWith({ own: secret().meta({ title: 'Client Secret' }) });
    const typed = formSchema(page, { facts, kept: new Set() })['properties'];
    expect(typed).toMatchObject({ own: { type: 'string', format: 'password', title: 'Client Secret' } });
    expect(formSchema(page, { facts, kept: new Set(['own']) })).toMatchObject({
      properties: { own: { type: ['string', 'object'] } },
      allOf: [{ if: { properties: { own: { type: 'string' } } }, then: { properties: typed } }],
    });
  });
});

function ref(secret: string) {
  return { secret };
}

/** Whether a validator takes the answers by the form, these secrets being kept; not told, none is known to be. */
function takes(answers: object, kept?: readonly string[]): boolean {
  const form = formSchema(guarded(), kept && { facts, kept: new Set(kept) });
  return ajv.validate(form, answers);
}
