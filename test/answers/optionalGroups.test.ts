import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formSchema } from '../../machines/answers/formSchema.ts';
import { judge } from '../../machines/answers/judgeAnswers.ts';
import { withoutIdleGroups } from '../../machines/answers/leftOut.ts';
import { choice } from '../../machines/pages/fieldKinds.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { pageWith } from './pageWith.ts';

const method = choice({ ntlm: 'Windows', sql: 'SQL' }).meta({ default: 'ntlm' });
const account = z.strictObject({ method, user: z.string(), note: z.string().optional() });
const facts = factsOf({});
const ajv = new Ajv2020({ strict: false, allErrors: true });

/** A group that may be left out, and one that may not. */
const grouped = () => pageWith({ checkAs: account.optional(), owner: account });
const owner = { method: 'sql', user: 'sa' };

const untouched = [undefined, {}, { method: 'ntlm' }];
const whole = [
  { method: 'ntlm', user: 'sa' },
  { method: 'sql', user: 'sa', note: 'for the check alone' },
];
const begun: readonly (readonly [object, missing: string])[] = [
  [{ method: 'sql' }, 'user'],
  [{ user: 'sa' }, 'method'],
  [{ method: 'ntlm', note: 'for the check alone' }, 'user'],
];

describe('A group that may be left out', () => {
  it.each(untouched)('is none in which nothing is entered but what is proposed: %j', (checkAs) => {
    expect(problemsInForm({ checkAs, owner })).toEqual([]);
    expect(judge(grouped(), { checkAs, owner }, facts)).toEqual({ answers: { owner } });
  });

  it.each(whole)('is taken as it is filled in: %j', (checkAs) => {
    expect(problemsInForm({ checkAs, owner })).toEqual([]);
    expect(judge(grouped(), { checkAs, owner }, facts)).toEqual({ answers: { checkAs, owner } });
  });

  it.each(begun)('with %j begun asks for %s', (checkAs, missing) => {
    expect(problemsInForm({ checkAs, owner })).toContain(`/checkAs must have required property '${missing}'`);
    expect(judge(grouped(), { checkAs, owner }, facts)).toMatchObject({
      findings: [{ field: `checkAs.${missing}`, code: 'required' }],
    });
  });

  it('stands in the form as it is where none of its fields has to be filled in', () => {
    const page = pageWith({ extra: z.strictObject({ note: z.string().optional() }).optional() });
    expect(formSchema(page)['properties']).toEqual({
      extra: { type: 'object', additionalProperties: false, properties: { note: { type: 'string' } } },
    });
  });

  it('does not count as left out with a field in it that does not exist', () => {
    expect(judge(grouped(), { checkAs: { methods: 'ntlm' }, owner }, facts)).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ field: 'checkAs.methods', code: 'unknown-field' })]),
    });
  });

  it.each([[null], ['text'], [[]]])('is not %j: that is left to whoever judges it', (checkAs) => {
    expect(withoutIdleGroups(grouped().fields, { checkAs })).toEqual({ checkAs });
  });
});

describe('A group that has to be answered', () => {
  it.each([{}, { method: 'ntlm' }])('asks for its fields at once: %j', (given) => {
    expect(problemsInForm({ owner: given })).toContain("/owner must have required property 'user'");
    expect(judge(grouped(), { owner: given }, facts)).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ field: 'owner.user', code: 'required' })]),
    });
  });
});

/** What a validator finds by the form as a client receives it. */
function problemsInForm(answers: object): string[] {
  const [form, sent] = [formSchema(grouped()), answers].map((sides) => JSON.parse(JSON.stringify(sides)));
  ajv.validate(form, sent);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
