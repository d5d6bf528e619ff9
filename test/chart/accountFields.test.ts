import { describe, expect, it } from 'vitest';
import { pageView } from '../../server/view/page.ts';
import { answersFor } from '../answers.ts';
import { Walk } from './walk.ts';

/** Which fields of the service account page the guide has typed in (last step of each option); the others are greyed. */
const table = [
  { option: 'A', name: 'svcMIMService', password: true, email: true, emailPassword: false },
  { option: 'B', name: 'svcMIMService', password: true, email: true, emailPassword: true },
  { option: 'C', name: 'svcMIMService', password: true, email: true, emailPassword: false },
  { option: 'D', name: 'svcMIMService', password: true, email: true, emailPassword: false },
  { option: 'E', name: 'svcMIMService', password: true, email: false, emailPassword: false },
  { option: 'F', name: 'MIMSrvGMSAsvc$', password: false, email: true, emailPassword: true },
  { option: 'G', name: 'MIMSrvGMSAsvc$', password: false, email: true, emailPassword: true },
  { option: 'H', name: 'MIMSrvGMSAsvc$', password: false, email: true, emailPassword: false },
  { option: 'I', name: 'MIMSrvGMSAsvc$', password: false, email: false, emailPassword: false },
] as const;

const fields = ['password', 'email', 'emailPassword'] as const;
const typed = { password: 'Pass@word1', email: 'svcMIMService@contoso.com', emailPassword: 'Mail@word1' };

describe.each(table)('The service account of option $option', ({ option, name, ...asked }) => {
  const required = fields.filter((field) => asked[field]);
  const greyed = fields.filter((field) => !asked[field]);
  const complete = { name, domain: 'contoso', ...Object.fromEntries(required.map((field) => [field, typed[field]])) };

  it(`is complete with name, domain${required.map((field) => `, ${field}`).join('')}`, () => {
    const walk = atServiceAccount(option);
    expect(walk.submit(complete)).toEqual([]);
    // Microsoft: the installer always warns about a managed account.
    expect(walk.end([]).screen).toBe(asked.password ? 'synchronizationServer' : 'accountSecurityWarning');
  });

  it('needs name and domain', () => {
    const { name: _, domain: __, ...rest } = complete;
    expect(codes(atServiceAccount(option).submit(rest))).toEqual({ name: 'required', domain: 'required' });
  });

  it.each(required)('needs %s, and takes an empty one for a missing one', (field) => {
    const { [field]: _, ...rest } = complete as Record<string, unknown>;
    expect(codes(atServiceAccount(option).submit(rest))).toEqual({ [field]: 'required' });
    expect(codes(atServiceAccount(option).submit({ ...rest, [field]: '' }))).toEqual({ [field]: 'required' });
  });

  it.each(greyed)('has %s greyed: filled in, it is an error on that field', (field) => {
    const walk = atServiceAccount(option);
    expect(codes(walk.submit({ ...complete, [field]: typed[field] }))).toEqual({ [field]: 'not-applicable' });
    expect(walk.context.answers.serviceAccount).toBeUndefined();
  });

  it('has every wrong field told at once', () => {
    const { name: _, ...rest } = complete;
    const findings = codes(atServiceAccount(option).submit({ ...rest, ...typed, port: 1 }));
    expect(findings).toEqual({
      name: 'required',
      port: 'unknown-field',
      ...Object.fromEntries(greyed.map((field) => [field, 'not-applicable'])),
    });
  });

  it('is of the kind that was chosen: a managed one ends in $, and a regular one does not', () => {
    const other = name.endsWith('$') ? 'svcMIMService' : 'MIMSrvGMSAsvc$';
    expect(codes(atServiceAccount(option).submit({ ...complete, name: other }))).toEqual({ name: 'account-kind-mismatch' });
  });

  it('is described to a form in the same way', () => {
    const { schema } = pageView(atServiceAccount(option).context, 'serviceAccount');
    const { required: needed, properties } = schema as { required: string[]; properties: Record<string, { readOnly?: boolean }> };
    expect([...needed].sort()).toEqual(['domain', 'name', ...required].sort());
    expect(fields.filter((field) => properties[field]?.readOnly)).toEqual(greyed);
  });
});

function atServiceAccount(option: (typeof table)[number]['option']): Walk {
  const walk = new Walk();
  walk.to('serviceAccount', answersFor(option));
  return walk;
}

function codes(findings: readonly { readonly field: string; readonly code: string }[]) {
  return Object.fromEntries(findings.map(({ field, code }) => [field, code]));
}
