import { z } from 'zod';
import { replySchemas } from '../schemaNames.ts';

/** A check, as the view and `GET …/checks` show it. */
export const check = z
  .strictObject({
    id: z.string(),
    page: z.string().meta({ description: 'The page whose answers it is about; `ready` for the host.' }),
    title: z.string(),
    status: z
      .enum(['pending', 'passed', 'warning', 'failed', 'skipped', 'overridden'])
      .meta({ description: '`skipped`: it waits for another that did not pass.' }),
    message: z.string().meta({ description: 'What was found and, unless it passed, what to do next.' }),
    detail: z.string().optional().meta({ description: "The other side's own words." }),
    script: z.string().optional().meta({ description: 'PowerShell that mends it, to be run on the server, elevated.' }),
    at: z.iso.datetime().nullable().meta({ description: 'When it ended; null while it is pending.' }),
    ms: z.number().nullable().meta({ description: 'How long it took, milliseconds; null while it is pending.' }),
    overridable: z.boolean(),
    overridden: z.strictObject({ reason: z.string(), who: z.string(), at: z.iso.datetime() }).optional(),
  })
  .register(replySchemas, { id: 'Check' });

/** `GET …/checks`. */
export const checkList = z.array(check).register(replySchemas, { id: 'CheckList' });
