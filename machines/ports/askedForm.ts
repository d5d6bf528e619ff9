import { z } from 'zod';

/** What a package is called. */
export const name = z.string().max(255);
export const words = z.string().max(1000);

/** The form of what the dialogs of a package ask, where somebody else has read it: each text has its bound, and so has their number. */
export const askedForm = {
  productName: words.nullable(),
  productVersion: z.string().max(64).nullable(),
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
  screens: z.array(z.object({ dialog: name, texts: z.array(words).max(100) })).max(1000),
};
