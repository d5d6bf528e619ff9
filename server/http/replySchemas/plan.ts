import { z } from 'zod';
import { pageIds } from '../../../machines/chart/flow.ts';
import { replySchemas } from '../schemaNames.ts';
import { option } from './installations.ts';

const pageId = z.enum(pageIds);

const property = z
  .strictObject({
    name: z.string(),
    value: z.string().nullable().meta({ description: 'Null for a secret.' }),
    secret: z.boolean(),
    page: pageId.nullable().meta({ description: 'The page that it comes from; null for one that configuration adds.' }),
    field: z.string().nullable(),
    provenance: z.enum(['documented', 'disputed', 'unknown', 'package']).meta({
      description: 'How surely it is known; `package`: it was settled by what the package asks.',
    }),
    note: z.string().optional(),
    passed: z.boolean().meta({ description: 'False for one whose name is not known: the command leaves it out.' }),
  })
  .register(replySchemas, { id: 'PlannedProperty' });

/** `GET …/plan`. */
export const plan = z
  .strictObject({
    complete: z.boolean().meta({ description: 'Whether everything is answered, and `ready` is reached.' }),
    missing: z.array(z.strictObject({ page: pageId, field: z.string() })),
    option,
    features: z.array(z.string()).meta({ description: 'As `ADDLOCAL` names them.' }),
    properties: z.array(property),
    uncertain: z.array(z.string()).meta({ description: 'Names of the properties that are not known for certain.' }),
    overrides: z
      .array(z.strictObject({ check: z.string(), reason: z.string(), who: z.string(), at: z.iso.datetime() }))
      .meta({ description: 'Failed checks that somebody answers for.' }),
    answers: z
      .array(z.strictObject({ page: pageId, field: z.string(), label: z.string(), value: z.string() }))
      .meta({ description: 'What was answered, in the words of the pages; a secret as `(secret)`.' }),
    notes: z
      .array(z.strictObject({ code: z.string(), message: z.string(), page: pageId }))
      .meta({ description: 'What the guide remarks about the answers.' }),
    afterwards: z
      .array(z.strictObject({ code: z.string(), title: z.string(), detail: z.string(), script: z.string().optional() }))
      .meta({ description: 'What has to be done outside the installer.' }),
    command: z.string().meta({ description: 'The command line, each secret as `********`.' }),
  })
  .register(replySchemas, { id: 'Plan' });
