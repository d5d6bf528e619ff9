import { z } from 'zod';
import type { Finding } from '../../machines/pages/definePage.ts';
import { statuses } from '../view/status.ts';
import { requestSchemas } from './openapi/schemas.ts';
import { Refusal } from './refusal.ts';

const screen = z.string().max(64);
const reason = z.string().trim().min(1, 'Give a reason.').max(2000);

/** The bodies of `POST …/events`, by type. What a page's answers have to be is the page's own matter. */
export const events = {
  submit: z.strictObject({ type: z.literal('submit'), page: screen, answers: z.record(z.string().max(64), z.unknown()) }),
  acknowledge: z.strictObject({ type: z.literal('acknowledge'), page: screen }),
  back: z.strictObject({ type: z.literal('back') }),
  revisit: z.strictObject({ type: z.literal('revisit'), page: screen }),
  recheck: z.strictObject({ type: z.literal('recheck') }),
  override: z.strictObject({ type: z.literal('override'), check: z.string().max(64), reason }),
  register: z.strictObject({
    type: z.literal('register'),
    mailbox: z.email('Enter the e-mail address of the mailbox.'),
    group: z.email('Enter the e-mail address of the mail-enabled group that holds the mailbox.'),
    secretMonths: z.number().int().min(1).max(24).optional(),
  }),
  install: z.strictObject({ type: z.literal('install') }),
  retry: z.strictObject({ type: z.literal('retry') }),
  complete: z.strictObject({
    type: z.literal('complete'),
    task: z.string().max(64),
    outcome: z.enum(['done', 'skipped', 'failed']),
    reason: reason.optional(),
  }),
  cancel: z.strictObject({ type: z.literal('cancel') }),
};

export type EventBody = z.output<(typeof events)[keyof typeof events]>;

for (const [type, schema] of Object.entries<z.ZodType>(events)) requestSchemas.add(schema, { id: `event.${type}` });

/** The body of `POST …/events`. */
export const event = z.union(Object.values<z.ZodType>(events)).register(requestSchemas, { id: 'Event' });

/** The body of `POST /installations`. */
export const beginning = z
  .strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    mode: z.enum(['rehearsal', 'live']).meta({ description: 'It can not be changed later.' }),
    package: z
      .string()
      .min(1)
      .max(1024)
      .optional()
      .meta({ description: "Path of `Service and Portal.msi`, on the service's host." }),
    answers: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'An answers file to begin with. See `/api/v1/answers.schema.json`.' }),
    rehearsal: z
      .strictObject({
        failAt: z.string().max(64).optional().meta({ description: "The installer's action that fails." }),
        failCheck: z.string().max(64).optional().meta({ description: 'The check that fails.' }),
        times: z.number().int().min(1).max(1000).optional().meta({ description: 'How many times it fails; once, if left out.' }),
        pace: z.number().int().min(0).max(60_000).optional().meta({ description: 'Milliseconds that an action takes.' }),
      })
      .optional(),
  })
  .register(requestSchemas, { id: 'Beginning' });

/** The query of `GET /installations`. */
export const listing = z.object({
  status: z
    .enum([...statuses, 'damaged'])
    .optional()
    .meta({ description: 'Only those with this status.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'How many at most.' }),
  cursor: z.string().max(200).optional().meta({ description: 'Where to go on: `next` of the part before.' }),
});

/** @throws {Refusal} `unknown-event` or `malformed`. */
export function parseEvent(body: unknown): EventBody {
  const type = typeof body === 'object' && body !== null ? (body as { type?: unknown }).type : undefined;
  if (typeof type !== 'string') throw new Refusal('malformed', 'Send an object with the `type` of the event.');
  if (!Object.hasOwn(events, type))
    throw new Refusal('unknown-event', `There is no event of this type. There are ${Object.keys(events).join(', ')}.`);
  return parse(events[type as keyof typeof events] as z.ZodType<EventBody>, body, 'malformed');
}

/** @throws {Refusal} with every finding. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, code: 'malformed' | 'invalid-request' = 'invalid-request'): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(findingsOf);
  throw new Refusal(code, errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(' '), { errors });
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  if (issue.code !== 'unrecognized_keys') return [{ field: issue.path.join('.'), code: 'invalid', message: issue.message }];
  return issue.keys.map((key) => {
    return { field: [...issue.path, key].join('.'), code: 'unknown-field', message: 'There is no such field here.' };
  });
}
