import { z } from 'zod';
import type { PackageListing } from '../../../machines/ports/packageListing.ts';
import { requestSchemas } from '../openapi/schemas.ts';

const name = z.string().max(255);
const words = z.string().max(1000);
const origins = ['default', 'secure', 'hidden', 'dialog', 'search', 'upgrade', 'folder', 'condition', 'text'] as const;

/** What of `mim-setup inspect --json` is taken. What else stands in it, as a later version may have it, is passed over. */
export const packageListing: z.ZodType<PackageListing> = z
  .object({
    productName: words.nullable(),
    productCode: z
      .string()
      .regex(/^\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}$/, 'Give the product code as inspect has told it.')
      .nullable(),
    productVersion: z.string().max(64).nullable(),
    features: z.array(z.object({ id: name })).max(1000),
    properties: z
      .array(
        z.object({
          name,
          value: z.string().max(32_768).nullable(),
          secure: z.boolean(),
          from: z.array(z.enum(origins)).max(origins.length),
        }),
      )
      .max(20_000),
    dialogs: z
      .array(
        z.object({
          dialog: name,
          control: name,
          type: name,
          property: name,
          label: words.nullable(),
          password: z.boolean(),
          choices: z.array(z.object({ value: words, text: words.nullable() })).max(1000),
        }),
      )
      .max(10_000),
    screens: z
      .array(z.object({ dialog: name, texts: z.array(words).max(100) }))
      .max(1000)
      .optional(),
    summary: z.object({ state: z.enum(['fine', 'missing', 'damaged']) }),
  })
  .register(requestSchemas, { id: 'PackageListing' });
