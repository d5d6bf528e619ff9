import { z } from 'zod';
import { askedForm, nameInPackage } from '../../../machines/ports/askedForm.ts';
import type { PackageListing } from '../../../machines/ports/packageListing.ts';
import { requestSchemas } from '../schemaNames.ts';

const origins = ['default', 'secure', 'hidden', 'dialog', 'search', 'upgrade', 'folder', 'condition', 'text'] as const;

/** What of `mim-setup inspect --json` is taken. What else stands in it, as a later version may have it, is passed over. */
export const packageListing: z.ZodType<PackageListing> = z
  .object({
    ...askedForm,
    productCode: z
      .string()
      .regex(/^\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}$/, 'Give the product code as inspect has told it.')
      .nullable(),
    features: z.array(z.object({ id: nameInPackage })).max(1000),
    properties: z
      .array(
        z.object({
          name: nameInPackage,
          value: z.string().max(32_768).nullable(),
          secure: z.boolean(),
          from: z.array(z.enum(origins)).max(origins.length),
        }),
      )
      .max(20_000),
    screens: askedForm.screens.optional(),
    summary: z.object({ state: z.enum(['fine', 'missing', 'damaged']) }),
  })
  .register(requestSchemas, { id: 'PackageListing' });
