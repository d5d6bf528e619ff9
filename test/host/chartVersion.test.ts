import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flow, pageIds } from '../../machines/chart/flow.ts';
import { wizard } from '../../machines/chart/setup.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { optional, whenFacts, whenField, whenMatching } from '../../machines/pages/appliesWhen.ts';
import type { Page } from '../../machines/pages/definePage.ts';
import { choice, emailAddress, secret } from '../../machines/pages/fieldKinds.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { chartVersion, versionOf } from '../../server/host/chartVersion.ts';

/** A page with something of every kind. */
const page: Page = {
  kind: 'form',
  title: 'Title',
  subtitle: 'Subtitle',
  step: 'Step',
  guidance: 'Guidance.',
  team: 'project',
  fields: z.strictObject({
    source: choice({ store: 'The store', file: 'A file' }).meta({ title: 'Source', default: 'store' }),
    title: z
      .string()
      .max(20, 'Too long.')
      .meta({ title: 'Title', description: 'Help.', examples: ['a'] })
      .optional(),
    email: emailAddress().optional(),
    password: secret().optional(),
    checkAs: z.strictObject({ user: z.string().meta({ title: 'User' }) }).optional(),
  }),
  applies: {
    title: whenField('source', 'store'),
    email: optional(whenMatching('source', '^f')),
    password: whenFacts(({ option }) => option?.asksFor.password ?? true),
  },
  notes: [{ code: 'note', message: 'A note.', ...whenField('source', 'file') }],
  checks: { 'it-is': { title: 'It is' }, 'it-works': { title: 'It works', installerRefuses: true } },
};
const { shape } = page.fields;
const { title, ...untitled } = shape;
const of = (changed: Partial<Page>, id = 'page') => versionOf(wizardMachine, [[id, { ...page, ...changed }]]);
const having = (fields: Readonly<Record<string, z.ZodType>>) => of({ fields: z.strictObject({ ...shape, ...fields }) });
const applying = (rules: object) => of({ applies: { ...page.applies, ...rules } });

describe('The version of the chart', () => {
  it.each<[string, () => string]>([
    ['a title', () => of({ title: 'Another' })],
    ['a subtitle', () => of({ subtitle: 'Another' })],
    ['the guide’s step', () => of({ step: 'Another' })],
    ['the guidance', () => of({ guidance: 'Another.' })],
    ['a label', () => having({ title: z.string().max(20).meta({ title: 'Another', description: 'Help.' }).optional() })],
    ['help', () => having({ title: z.string().max(20).meta({ title: 'Title', description: 'Another.' }).optional() })],
    [
      'an example',
      () =>
        having({
          title: z
            .string()
            .max(20)
            .meta({ examples: ['b'] })
            .optional(),
        }),
    ],
    ['a message', () => having({ title: z.string().max(20, 'Shorten it.').optional() })],
    ['the words of a choice', () => having({ source: choice({ store: 'Another', file: 'A file' }) })],
    ['a proposed value', () => having({ source: choice({ store: 'The store', file: 'A file' }).meta({ default: 'file' }) })],
    ['a label within a group', () => having({ checkAs: z.strictObject({ user: z.string().meta({ title: 'Who' }) }).optional() })],
    ['a note', () => of({ notes: [] })],
    ['what a check is called', () => of({ checks: { 'it-is': { title: 'Another' }, 'it-works': page.checks!['it-works']! } })],
    ['what the installer is told', () => of({ properties: { SOURCE: { field: 'source' } } })],
  ])('is the same when %s changes', (_, version) => {
    expect(version()).toBe(of({}));
  });

  it.each<[string, () => string]>([
    ['a field is added', () => having({ more: z.string() })],
    ['a field is called otherwise', () => of({ fields: z.strictObject({ ...untitled, name: title! }) })],
    ['a field is needed', () => having({ title: z.string().max(20) })],
    ['a field is longer', () => having({ title: z.string().max(21).optional() })],
    ['a field reads otherwise', () => having({ title: z.string().max(20).regex(/^a/).optional() })],
    ['a field is of another type', () => having({ title: z.number().optional() })],
    ['a field is a secret', () => having({ title: secret().optional() })],
    ['a choice is added', () => having({ source: choice({ store: '', file: '', none: '' }) })],
    ['a choice is called otherwise', () => having({ source: choice({ store: '', disk: '' }) })],
    ['a field of a group is added', () => having({ checkAs: z.strictObject({ user: z.string(), more: z.string() }).optional() })],
    ['a field applies elsewhere', () => applying({ title: whenField('source', 'file') })],
    ['a field applies by another pattern', () => applying({ email: optional(whenMatching('source', '^s')) })],
    ['a field that applies may be left out', () => applying({ title: optional(whenField('source', 'store')) })],
    ['a field applies with another option', () => applying({ password: whenFacts(({ option }) => option?.option === 'C') })],
    ['a field applies with other features', () => applying({ password: whenFacts(({ features }) => features.length > 0) })],
    ['a field applies in another cloud', () => applying({ password: whenFacts(({ cloud }) => cloud !== 'china') })],
    ['a field ruled by facts may be left out', () => applying({ password: optional(whenFacts(() => true)) })],
    ['a check is added', () => of({ checks: { ...page.checks, more: { title: 'More' } } })],
    ['a check can be overridden', () => of({ checks: { 'it-is': { title: '' }, 'it-works': { title: '' } } })],
    ['the page is called otherwise', () => of({}, 'other')],
  ])('is another one when %s', (_, version) => {
    expect(version()).not.toBe(of({}));
  });

  it('is another one when the pages come in another order', () => {
    const pages = pageIds.map((id) => [id, pageOf(id)] as const);
    expect(versionOf(wizardMachine, pages)).toBe(chartVersion);
    expect(versionOf(wizardMachine, pages.toReversed())).not.toBe(chartVersion);
  });

  it.each([
    ['a state is added', { states: { ...wizardMachine.config.states, attic: {} } }],
    ['a transition is added', { on: { retry: '.cancelled' } }],
    ['a transition leads elsewhere', { on: { retry: '.finished' } }],
    ['a transition asks', { on: { retry: { target: '.cancelled', guard: 'runsHere' } } }],
    ['a transition does something', { on: { retry: { target: '.cancelled', actions: 'clearProblems' } } }],
  ])('is another one when %s', (_, more) => {
    const other = wizard.createMachine({ ...wizardMachine.config, ...more } as Parameters<typeof wizard.createMachine>[0]);
    const before = wizard.createMachine({ ...wizardMachine.config, on: { retry: '.installation' } } as never);
    const versions = [wizardMachine, before, other].map((machine) => versionOf(machine, []));
    expect(new Set(versions).size).toBe(3);
  });

  it('hangs on the flow: a line that shows under another question is another chart', () => {
    expect(JSON.stringify(wizardMachine.toJSON())).toContain(`"showsIf":"${flow.commonServices.databaseBackupWarning.showsIf}"`);
  });
});
