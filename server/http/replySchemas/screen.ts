import { z } from 'zod';
import { replySchemas } from '../schemaNames.ts';
import { jsonSchema, note, screenHead, screenId } from './pages.ts';

/** What is on screen. */
export const screen = z
  .strictObject({
    ...screenHead,
    schema: jsonSchema.meta({ description: 'What is asked, as JSON Schema (2020-12). Empty where nothing is.' }),
    answers: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Answered before, or proposed. A secret is `{ "kept": true }`.' }),
    proposed: z.array(z.strictObject({ field: z.string(), from: screenId, message: z.string() })).meta({
      description:
        'Fields that are filled in with what was answered on a page behind. They count for nothing until they are submitted; show the message at the field.',
    }),
    uiSchema: jsonSchema.meta({ description: 'How the schema is shown, as `@rjsf/core` takes it.' }),
    jsonForms: jsonSchema.meta({ description: 'How the schema is shown, as JSON Forms takes it: its `uischema`.' }),
    formData: z.record(z.string(), z.unknown()).meta({
      description:
        'What a form begins with: the answers, without the secrets that are kept. One that is left out on submit stays kept.',
    }),
    notes: z
      .array(z.strictObject({ code: z.string(), message: z.string(), page: screenId }))
      .meta({ description: 'What the guide remarks about the answers given so far.' }),
    remarks: z
      .array(
        note.extend({
          when: z
            .strictObject({ field: z.string(), is: z.array(z.string()).optional(), matches: z.string().optional() })
            .optional()
            .meta({ description: 'The answer that it hangs on: that field is one of these, or reads like this.' }),
        }),
      )
      .meta({ description: 'What may be remarked about this page while it is being filled in.' }),
    ways: z
      .array(
        z.strictObject({
          code: z.enum(['register', 'vendorScript', 'byHand']),
          title: z.string(),
          roles: z.array(z.string()),
          steps: z.array(z.string()),
          scripts: z.array(z.strictObject({ title: z.string(), script: z.string() })),
        }),
      )
      .meta({
        description:
          'Ways to what the page asks for, each with the roles that it needs. What is not known yet stands in angle brackets in its scripts. `register` is the event of that name.',
      }),
    presets: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          needs: z.string(),
          answers: z.record(z.string(), z.array(z.unknown())),
        }),
      )
      .meta({
        description: 'Answers that go together, to be chosen as one: for each field those that fit, the first one first.',
      }),
  })
  .register(replySchemas, { id: 'Screen' });
