import { z } from 'zod';

/** A name within a package: of a dialog, a control, a property, a feature or an action. */
export const nameInPackage = z.string().max(255);

/** A text of a package: what stands on a dialog, or what is written for a choice. */
const textInPackage = z.string().max(1000);

/** The form of what the dialogs of a package ask, where somebody else has read it: each text has its bound, and so has their number. */
export const askedForm = {
  productName: textInPackage.nullable(),
  productVersion: z.string().max(64).nullable(),
  dialogs: z
    .array(
      z.object({
        dialog: nameInPackage,
        control: nameInPackage,
        type: nameInPackage,
        property: nameInPackage,
        label: textInPackage.nullable(),
        password: z.boolean(),
        choices: z.array(z.object({ value: textInPackage, text: textInPackage.nullable() })).max(1000),
      }),
    )
    .max(10_000),
  screens: z.array(z.object({ dialog: nameInPackage, texts: z.array(textInPackage).max(100) })).max(1000),
};
