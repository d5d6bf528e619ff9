import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { featureNames } from '../../machines/vocabulary/features.ts';
import { mailOptions } from '../../machines/vocabulary/mailOptions.ts';
import type { exportAnswers } from '../../server/answers/exportAnswers.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { runs } from '../properties/settings.ts';
import { type Opened, openService } from './openService.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openService();
});
afterAll(() => opened.close());

type File = ReturnType<typeof exportAnswers>;

const text = fc.string({
  unit: fc.constantFrom('a', 'Z', '0', ' ', '"', "'", '#', ':', '{', '$', '%', '\\', 'é', '水'),
  minLength: 1,
  maxLength: 12,
});

/** A walk: the option and the components, what is typed, how far it goes, and where it turns back. */
const walks = fc.record({
  option: fc.constantFrom(...mailOptions.map(({ option }) => option)),
  features: fc
    .subarray([...featureNames], { minLength: 1 })
    .filter((chosen) => !chosen.includes('reporting') || chosen.includes('service')),
  password: text.filter((one) => one !== 'wrong'),
  database: fc.constantFrom('FIMService', 'MIM 2016: prod', 'yes', '0x10', '~', '1e3'),
  reuses: fc.boolean(),
  steps: fc.integer({ min: 0, max: 40 }),
  turns: fc.array(fc.boolean(), { maxLength: 8 }),
});

test('GET answers gives back a file that, its secrets filled in, walks to the same place', async () => {
  await fc.assert(
    fc.asyncProperty(walks, async (walk) => {
      const secrets = new Set([walk.password, 'Sign@in1', 'App@secret1', 'Mail@word1', 'Pool@word1']);
      const view = await walkAbout(walk);
      const file = await answersOf(view.id);
      const json = JSON.stringify(file);
      for (const secret of secrets) if (secret.length > 3) expect(json).not.toContain(JSON.stringify(secret).slice(1, -1));

      const { id } = await opened.client.begin();
      const { status, body } = await opened.client.request('PUT', `/api/v1/installations/${id}/answers`, filledIn(file), {
        Prefer: 'wait=20',
      });
      expect(status).toBe(200);
      expect(body.unused).toEqual([]);
      expect({ page: body.page.id, trail: body.trail, option: body.option }).toEqual({
        page: view.page.id,
        trail: view.trail,
        option: view.option,
      });
      expect(await answersOf(id)).toEqual(file);
    }),
    { numRuns: runs(12) },
  );
});

test('warnings that were gone past and checks that were overridden are in the file, and hold again', async () => {
  const { client } = opened;
  const answers = typed(answersFor('A'), { password: 'Pass@word1', database: 'FIMService', reuses: true });
  const unreachable = { ...answers, mailServer: { ...answers['mailServer'], host: 'mail.invalid' } };
  const { view: stuck } = await client.walk(await client.begin(), unreachable);
  expect(stuck.page.id).toBe('mailServer');
  const { body: on } = await client.event(stuck.id, { type: 'override', check: 'mail-reachable', reason: 'It moves on Monday.' });
  const { view } = await client.walk(on, unreachable);
  expect(view.page.id).toBe('ready');
  const file = await answersOf(view.id);
  expect(file.acknowledge).toContain('databaseBackupWarning');
  expect(file.override).toEqual([{ check: 'mail-reachable', reason: 'It moves on Monday.' }]);
  const { id } = await client.begin();
  const { body } = await client.request('PUT', `/api/v1/installations/${id}/answers`, filledIn(file), { Prefer: 'wait=20' });
  expect(body.stopped).toMatchObject({ page: 'ready', reason: 'ready' });
  expect(await answersOf(id)).toEqual(file);
});

test('the same holds for the file as YAML', async () => {
  const begun = await opened.client.begin();
  const { view } = await opened.client.walk(begun, answersFor('C'));
  const reply = await fetchYaml(view.id);
  const { id } = await opened.client.begin();
  const { body } = await opened.client.request('PUT', `/api/v1/installations/${id}/answers`, stringify(filledIn(parse(reply))), {
    'content-type': 'application/yaml',
    Prefer: 'wait=20',
  });
  expect(body.page.id).toBe('ready');
});

/** Goes so many steps, turning back now and then, and stays where the walk ends. */
async function walkAbout({ option, features, password, database, reuses, steps, turns }: Walk): Promise<View> {
  const { client } = opened;
  const answers = typed(answersFor(option, features), { password, database, reuses });
  let view = await client.begin();
  const left = [...turns];
  for (let step = 0; step < steps && (view.status === 'asking' || view.status === 'warning'); step++) {
    if (step % 5 === 4 && left.pop() && view.can.includes('back')) view = (await client.event(view.id, { type: 'back' })).body;
    else view = await client.step(view, answers);
  }
  // The first page asks nothing, and a file goes past it.
  return view.page.id === 'welcome' ? client.step(view, answers) : view;
}

type Walk = typeof walks extends fc.Arbitrary<infer Value> ? Value : never;

function typed(
  answers: PageAnswers,
  { password, database, reuses }: Pick<Walk, 'password' | 'database' | 'reuses'>,
): PageAnswers {
  const { database: page, serviceAccount, ...rest } = answers;
  const hasPassword = serviceAccount?.['password'] !== undefined;
  return {
    ...rest,
    database: { ...page, name: reuses ? 'FIMServiceOld' : database, whenExists: reuses ? 'reuse' : 'create' },
    serviceAccount: { ...serviceAccount, ...(hasPassword && { password }) },
  };
}

async function answersOf(id: string): Promise<File> {
  return (await opened.client.request<File>('GET', `/api/v1/installations/${id}/answers`)).body;
}

async function fetchYaml(id: string): Promise<string> {
  const response = await fetch(`${opened.url}/api/v1/installations/${id}/answers`, { headers: { Accept: 'application/yaml' } });
  expect(response.headers.get('content-type')).toContain('application/yaml');
  return response.text();
}

/** Each placeholder filled in, as the command line does it. */
function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  if ('env' in value) return `filled ${String(value.env)}`;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner)]));
}
