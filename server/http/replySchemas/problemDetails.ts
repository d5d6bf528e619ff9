import { z } from 'zod';
import { problemCodes } from '../../../machines/vocabulary/problems.ts';
import { replySchemas } from '../schemaNames.ts';

/** Any code of the table of problems. */
export const problemCode = z.enum(problemCodes);

/** What is wrong with one field. */
export const finding = z
  .strictObject({
    field: z.string().meta({ description: 'Its path, dotted; empty where it is about the whole.' }),
    code: z.string(),
    message: z.string(),
  })
  .register(replySchemas, { id: 'Finding' });

/** A refusal, as RFC 9457 has it. */
export const problemDetails = z
  .strictObject({
    type: z.string().meta({ format: 'uri-reference' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is so.' }),
    code: problemCode.meta({ description: 'What kind of refusal it is. It does not change between versions.' }),
    remedy: z.string().meta({ description: 'What to do about it.' }),
    errors: z.array(finding).optional().meta({ description: 'Everything that is not valid.' }),
    page: z.string().optional().meta({ description: 'Where the installation is.' }),
    can: z.array(z.string()).optional().meta({ description: 'The events that it takes there.' }),
    checks: z.array(z.string()).optional().meta({ description: 'The checks that stand in the way.' }),
  })
  .register(replySchemas, { id: 'ProblemDetails' });
