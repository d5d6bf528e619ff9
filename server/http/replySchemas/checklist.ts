import { z } from 'zod';
import { pageIds } from '../../../machines/chart/flow.ts';
import { teamNames } from '../../../machines/pages/teams.ts';
import { replySchemas } from '../schemaNames.ts';

const asked = z
  .strictObject({
    page: z.enum(pageIds),
    title: z.string().meta({ description: 'The title of its page.' }),
    text: z.string().nullable().meta({ description: 'When the page shows; null where it always does.' }),
    field: z.string(),
    label: z.string(),
    description: z.string().optional(),
    needed: z
      .enum(['always', 'dependent', 'optional'])
      .meta({ description: 'Where its page shows. `dependent`: by another answer; `optional`: it may be left out.' }),
    secret: z.boolean(),
    options: z
      .array(z.strictObject({ const: z.unknown(), title: z.string() }))
      .optional()
      .meta({ description: 'What can be chosen.' }),
    default: z.unknown().optional(),
    examples: z.array(z.unknown()).optional(),
    parts: z
      .array(z.strictObject({ field: z.string(), label: z.string(), secret: z.boolean() }))
      .optional()
      .meta({ description: 'The answers that make up this one.' }),
  })
  .register(replySchemas, { id: 'AskedOfTeam' });

const sheet = z
  .strictObject({
    team: z.enum(teamNames),
    title: z.string(),
    text: z.string().meta({ description: 'What it does for the installation.' }),
    asked: z.array(asked),
    checks: z
      .array(z.strictObject({ id: z.string(), title: z.string() }))
      .meta({ description: 'What is checked of what this team provides.' }),
  })
  .register(replySchemas, { id: 'TeamSheet' });

/** `GET /checklist`. */
export const checklistReply = z.strictObject({ items: z.array(sheet) }).register(replySchemas, { id: 'Checklist' });
