import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { readForm, standing } from '../../server/web/src/form/schema.ts';
import { initialValues, toAnswers, withoutSecrets } from '../../server/web/src/form/values.ts';
import { answersFor } from '../answers.ts';

describe('The form that is made of a page’s JSON Schema', () => {
  it.each(pageIds)('knows every field of %s, with a label and a kind that can be filled in', (page) => {
    const schema = pageSchema(pageOf(page));
    const { fields } = readForm(schema);
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(pageOf(page).fields.shape));
    for (const { name, label, kind, options } of fields) {
      expect.soft(label).not.toBe(name);
      if (kind === 'choice' || kind === 'choices') expect.soft(options.length).toBeGreaterThan(1);
    }
  });

  it.each(pageIds)('sends for %s what was typed, and nothing else', (page) => {
    for (const option of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const) {
      const answers = answersFor(option)[page] ?? {};
      const form = readForm(pageSchema(pageOf(page)));
      const secrets = form.fields.filter(({ kind, name }) => kind === 'secret' && name in answers).map(({ name }) => name);
      const typed = {
        ...initialValues(form.fields, answers),
        ...Object.fromEntries(secrets.map((name) => [name, answers[name]])),
      };
      expect.soft(toAnswers(form, typed, {})).toEqual(answers);
    }
  });

  it('leaves out what another answer rules out, even if it was typed before', () => {
    const form = readForm(pageSchema(pageOf('mailServer')));
    const typed = { type: 'none', host: 'mail.contoso.com', authentication: 'basic', managedServiceAccount: false };
    expect(toAnswers(form, typed, {})).toEqual({ type: 'none', managedServiceAccount: false });
    const host = form.fields.find(({ name }) => name === 'host')!;
    expect(standing(form, host, { type: 'smtp' })).toEqual({ applies: true, required: true });
    expect(standing(form, host, { type: 'office365' })).toEqual({ applies: false, required: false });
  });

  it('keeps a secret that was left as it is, sends one that was typed, and hands none to what the browser keeps', () => {
    const form = readForm(pageSchema(pageOf('database')));
    const kept = {
      server: 'sql',
      name: 'x',
      whenExists: 'create',
      checkAs: { method: 'sql', user: 'sa', password: { kept: true } },
    };
    const values = initialValues(form.fields, kept);
    expect(toAnswers(form, values, kept)).toEqual(kept);
    const typed = { ...values, checkAs: { method: 'sql', user: 'sa', password: 'Secret@word1' } };
    expect(toAnswers(form, typed, kept)).toMatchObject({ checkAs: { password: 'Secret@word1' } });
    expect(JSON.stringify(withoutSecrets(form.fields, typed))).not.toContain('Secret@word1');
  });

  it('sends a port as a number, and what is no number as it is, for the service to judge', () => {
    const form = readForm(pageSchema(pageOf('resetPortal')));
    expect(toAnswers(form, { port: ' 8080 ' }, {})).toMatchObject({ port: 8080 });
    expect(toAnswers(form, { port: 'eighty' }, {})).toMatchObject({ port: 'eighty' });
  });
});
