import { z } from 'zod';
import type { Finding } from '../../machines/pages/definePage.ts';
import { type ClientEvent, clientEventSchemas } from '../host/clientEventSchemas.ts';
import { findingsInWords } from '../host/findingsInWords.ts';
import { Refusal } from '../host/refusal.ts';
import { statuses } from '../host/status.ts';
import { runnerName } from '../runner/runnerName.ts';
import { requestSchemas } from './schemaNames.ts';

for (const [type, schema] of Object.entries<z.ZodType>(clientEventSchemas)) requestSchemas.add(schema, { id: `event.${type}` });

/** The body of `POST …/events`. */
// `Event` would be the name of a class and, by `event.submit`, of a namespace in clients for .NET.

/** The body of `POST …/events`: any event that a client may send. */
export const event = z.union(Object.values<z.ZodType>(clientEventSchemas)).register(requestSchemas, { id: 'AnyEvent' });

/** The body of `POST /installations`. */
export const beginning = z
  .strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    mode: z.enum(['rehearsal', 'live']).meta({ description: 'It cannot be changed later.' }),
    package: z
      .string()
      .min(1)
      .max(1024)
      .optional()
      .meta({ description: "Path of `Service and Portal.msi`, on the host that installs: the runner's, else the service's." }),
    runner: runnerName.optional().meta({ description: 'The runner on the server that is to be installed on.' }),
    answers: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'An answers file to begin with. See `/api/v1/answers.schema.json`.' }),
    copyOf: z.uuid('There is no installation with this id. GET /api/v1/installations lists them.').optional().meta({
      description:
        'The id of an installation whose answers this one begins with, without its secrets. `answers` beside it are laid over them, field by field.',
    }),
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

/** The body of `PATCH /installations/{id}`. */
export const assigning = z
  .strictObject({
    runner: runnerName
      .nullable()
      .meta({ description: 'The runner that makes its calls from now on; null for the service itself.' }),
  })
  .register(requestSchemas, { id: 'Assigning' });

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
export function parseEvent(body: unknown): ClientEvent {
  const type = typeof body === 'object' && body !== null ? (body as { type?: unknown }).type : undefined;
  if (typeof type !== 'string') throw new Refusal('malformed', 'Send an object with the `type` of the event.');
  if (!Object.hasOwn(clientEventSchemas, type))
    throw new Refusal(
      'unknown-event',
      `There is no event of this type. There are ${Object.keys(clientEventSchemas).join(', ')}.`,
    );
  return parse(clientEventSchemas[type as keyof typeof clientEventSchemas] as z.ZodType<ClientEvent>, body, 'malformed');
}

/** @throws {Refusal} with every finding. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, code: 'malformed' | 'invalid-request' = 'invalid-request'): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap(findingsOf);
  throw new Refusal(code, findingsInWords(errors), { errors });
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  if (issue.code !== 'unrecognized_keys') return [{ field: issue.path.join('.'), code: 'invalid', message: issue.message }];
  return issue.keys.map((key) => {
    return { field: [...issue.path, key].join('.'), code: 'unknown-field', message: 'There is no such field here.' };
  });
}
