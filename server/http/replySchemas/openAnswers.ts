import { z } from 'zod';
import { pageIds } from '../../../machines/chart/flow.ts';
import { replySchemas } from '../schemaNames.ts';

const choice = z.strictObject({ value: z.string(), text: z.string().nullable() });

const candidate = z.strictObject({
  property: z.string(),
  dialog: z.string().nullable().meta({ description: 'Where the package asks for it; null where no dialog does.' }),
  control: z.string().nullable(),
  type: z.string().nullable(),
  label: z.string().nullable().meta({ description: 'The words beside the control.' }),
  choices: z.array(choice),
  values: z
    .record(z.string(), z.string())
    .meta({ description: 'What the package writes for each value of the answer, by the words that both show for it.' }),
  writes: z
    .string()
    .nullable()
    .meta({ description: 'What is passed on for the present answer; null for a secret, and where the package does not tell.' }),
  grounds: z.array(z.string()).meta({ description: 'What speaks for it.' }),
  proposed: z.boolean().meta({ description: 'It is the likeliest, and no other is as likely.' }),
});

const settlement = z.strictObject({
  property: z.string(),
  values: z.record(z.string(), z.string()).optional(),
  for: z.enum(['installation', 'package']),
  who: z.string(),
  at: z.iso.datetime(),
  product: z.strictObject({
    productName: z.string().nullable(),
    productCode: z.string().nullable(),
    productVersion: z.string().nullable(),
  }),
  asked: z.strictObject({ dialog: z.string(), control: z.string(), type: z.string(), label: z.string().nullable() }).optional(),
});

/** An answer whose property is not known for certain. */
export const openAnswer = z
  .strictObject({
    name: z.string().meta({ description: 'What `settle` names it by.' }),
    page: z.enum(pageIds),
    field: z.string(),
    label: z.string(),
    value: z.string().nullable().meta({ description: 'As the page shows it; null for a secret.' }),
    isSecret: z.boolean(),
    doubt: z.string().nullable().meta({ description: 'What sources disagree on; null where nobody has published its property.' }),
    candidates: z.array(candidate).meta({ description: 'What in the package may ask for it, the likeliest first.' }),
    settled: settlement.nullable(),
  })
  .register(replySchemas, { id: 'OpenAnswer' });
