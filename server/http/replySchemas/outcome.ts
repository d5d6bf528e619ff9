import { z } from 'zod';
import { replySchemas } from '../schemaNames.ts';

const cause = z.strictObject({ title: z.string(), remedy: z.string(), source: z.string() });

/** How the installer ended. */
export const outcome = z
  .strictObject({
    result: z.enum(['succeeded', 'cancelled', 'failed', 'interrupted']),
    exitCode: z.int().nullable(),
    restartNeeded: z.boolean(),
    message: z.string(),
    rolledBack: z.boolean().nullable(),
    leftOut: z
      .array(z.string())
      .optional()
      .meta({ description: 'Answers that the command left out, for want of a known property.' }),
    failure: z
      .strictObject({
        action: z.string().nullable(),
        cause: cause.nullable(),
        otherCauses: z.array(cause).optional().meta({ description: 'What may be the cause as well.' }),
        lines: z.array(z.string()),
      })
      .optional(),
  })
  .register(replySchemas, { id: 'Outcome' });
