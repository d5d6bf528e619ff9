import { createSchemaUtils, type RJSFSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { describe, expect, it } from 'vitest';
import { formSchema } from '../../machines/answers/formSchema.ts';
import { withProposals } from '../../machines/answers/proposedAnswers.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import { type PageId, pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { pageView } from '../../server/view/page.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';

/** What RJSF makes of a page, its own settings untouched: what it fills in, what it shows, and what it finds. */
function inRjsf(page: PageId, given: Readonly<Record<string, unknown>> = {}, kept: readonly string[] = []) {
  const schema = structuredClone(formSchema(pageOf(page), { facts: factsOf({}), kept: new Set(kept) })) as RJSFSchema;
  const utils = createSchemaUtils(validator, schema);
  const data = utils.getDefaultFormState(schema, given) as Record<string, unknown>;
  const { properties = {}, required = [] } = utils.retrieveSchema(schema, data);
  const shown = Object.keys(properties).filter((name) => properties[name] !== false);
  return { schema, data, shown, required, errors: validator.validateFormData(data, schema).errors.map(({ stack }) => stack) };
}

describe('A page’s form schema', () => {
  it('is made once for what is asked, and can’t be changed by whoever is handed it', () => {
    const asked = { facts: factsOf({}), kept: new Set<string>() };
    const form = formSchema(pageOf('database'), asked) as { properties: { name: { title: string } } };
    expect(formSchema(pageOf('database'), asked)).toBe(form);
    expect(() => {
      form.properties.name.title = 'Another';
    }).toThrow(TypeError);
  });

  it.each(pageIds)('takes for %s whatever answers do', (page) => {
    for (const option of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const) {
      const facts = factsOf(answersFor(option));
      const schema = structuredClone(formSchema(pageOf(page), { facts, kept: new Set() })) as RJSFSchema;
      expect.soft(validator.validateFormData(answersFor(option)[page] ?? {}, schema).errors).toEqual([]);
    }
  });

  it.each(pageIds)('names the choices of %s by their labels alone', (page) => {
    const all = JSON.stringify(formSchema(pageOf(page)));
    expect(all.match(/"enum":\[[^\]]*\],"(title|oneOf)"/g)?.filter((one) => !one.includes('[true]')) ?? []).toEqual([]);
  });

  it('has each secret as a text of the format password, and takes a kept one where one is kept', () => {
    const { properties = {} } = inRjsf('mailboxApplication').schema;
    expect(properties['clientSecret']).toMatchObject({
      type: 'string',
      format: 'password',
      title: 'Client Secret',
      minLength: 1,
    });
    const given = { ...answersFor('C')['mailboxApplication'] };
    const { clientSecret: _, ...rest } = given;
    expect(inRjsf('mailboxApplication', rest).errors).toEqual(["must have required property 'Client Secret'"]);
    expect(inRjsf('mailboxApplication', rest, ['clientSecret']).errors).toEqual([]);
    expect(inRjsf('mailboxApplication', { ...rest, clientSecret: { kept: true } }, ['clientSecret']).errors).toEqual([]);
    expect(inRjsf('mailboxApplication', { ...rest, clientSecret: { kept: false } }, ['clientSecret']).errors).not.toEqual([]);
  });

  it('does not have the license accepted by itself', () => {
    const { data, errors } = inRjsf('licenseAgreement');
    expect(data['accepted']).not.toBe(true);
    expect(errors).toHaveLength(1);
  });

  it('asks for the fields of an optional group only once one of them is filled in', () => {
    const given = { server: 'sql.contoso.com' };
    expect(inRjsf('database', given).errors).toEqual([]);
    const untouched = inRjsf('database', given).data;
    const walk = at('database');
    expect(walk.submit(untouched)).toEqual([]);
    expect(walk.context.answers.database).toEqual({ server: 'sql.contoso.com', name: 'FIMService', whenExists: 'create' });
    for (const begun of [{ user: 'sa' }, { method: 'sql' }, { domain: 'contoso' }]) {
      expect(inRjsf('database', { ...given, checkAs: begun }).errors).toContain("must have required property 'Password'");
      const [finding] = at('database').submit({ ...untouched, checkAs: begun });
      expect(finding).toMatchObject({ code: 'required' });
    }
  });

  it('shows a field while it applies, and asks for it then', () => {
    expect(inRjsf('mailServer', { type: 'smtp' })).toMatchObject({
      shown: ['type', 'host', 'authentication', 'managedServiceAccount'],
      required: ['type', 'managedServiceAccount', 'host', 'authentication'],
    });
    expect(inRjsf('mailServer', { type: 'none' })).toMatchObject({ shown: ['type', 'managedServiceAccount'], errors: [] });
    expect(inRjsf('resetPortal', { account: 'contoso\\MIMAppPoolGMSA$' }).shown).not.toContain('password');
  });

  it('proposes the government cloud that the tenant is in', () => {
    const facts = factsOf({ cloud: { cloud: 'governmentDod' } });
    const { properties } = formSchema(pageOf('mailServer'), { facts, kept: new Set() }) as RJSFSchema;
    expect(properties?.['governmentCloud']).toMatchObject({ default: 'dod' });
  });
});

describe('What a page proposes', () => {
  it('stands in its answers for all that has to be answered, as far as it applies, and for nothing that may be left out', () => {
    const proposed = (page: PageId, given = {}) => withProposals(inRjsf(page).schema, given);
    expect(proposed('mailServer')).toEqual({
      type: 'exchange',
      authentication: 'integratedWindows',
      managedServiceAccount: false,
    });
    expect(proposed('mailServer', { type: 'none' })).toEqual({ type: 'none', managedServiceAccount: false });
    expect(proposed('resetPortal', { port: 8080 })).toEqual({ port: 8080, openPort: false });
    expect(pageView(at('firewall').context, 'firewall').answers).toEqual({ openServicePorts: true, grantPortalAccess: true });
  });
});

describe('A secret that is kept', () => {
  it('stays as it is where it is left out, as forms leave it, and is no part of what a form begins with', () => {
    const walk = at('mailboxApplication').step(answersFor('C'));
    const sealed = walk.context.answers.mailboxApplication?.clientSecret;
    walk.send({ type: 'back' });
    const { formData, answers, uiSchema } = pageView(walk.context, 'mailboxApplication');
    expect(answers['clientSecret']).toEqual({ kept: true });
    expect(JSON.parse(JSON.stringify(formData))).not.toHaveProperty('clientSecret');
    expect(uiSchema['clientSecret']).toMatchObject({ 'ui:widget': 'password', 'ui:help': expect.stringContaining('kept') });
    expect(walk.submit(formData)).toEqual([]);
    expect(walk.context.answers.mailboxApplication?.clientSecret).toEqual(sealed);
  });

  it('is asked for anew where it is kept for a field that does not apply any more', () => {
    const walk = at('resetPortal').step(answersFor('C')).send({ type: 'back' });
    const managed = { ...pageView(walk.context, 'resetPortal').formData, account: 'contoso\\MIMAppPoolGMSA$' };
    expect(walk.submit(managed)).toEqual([]);
    expect(walk.context.answers.resetPortal).not.toHaveProperty('password');
  });
});

function at(page: PageId): Walk {
  const walk = new Walk();
  walk.to(page, answersFor('C'));
  return walk;
}
