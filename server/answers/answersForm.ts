import { z } from 'zod';
import { isPublicName } from '../../machines/vocabulary/publicProperty.ts';
import { clientEventSchemas } from '../host/clientEventSchemas.ts';

const { override, complete, settle } = clientEventSchemas;

/** Why a check may fail, or a task ends so. */
export const overrideReason = override.shape.reason;

const { outcome } = complete.shape;
const property = z.string().min(1).refine(isPublicName, 'Give the name of a public property: upper case, digits, _ and . only.');
/** What the package writes for a value. */
const written = settle.shape.values.unwrap().valueType;

/** By which property of the package an open answer is carried. */
export const settlement = z.union([property, z.strictObject({ property, values: z.record(z.string(), written).optional() })]);

/** What becomes of a closing task. */
export const ending = z.union([outcome, z.strictObject({ outcome, reason: overrideReason.optional() })]);

/** The form of a file of answers; what its pages hold is declared with each page. */
export const answersFileForm = z.strictObject({
  $schema: z.string().optional(),
  pages: z
    .record(
      z.string(),
      z.preprocess((answers) => answers ?? {}, z.record(z.string(), z.unknown())),
    )
    .default({}),
  acknowledge: z.array(z.string()).optional(),
  override: z
    .union([z.array(z.strictObject({ check: z.string(), reason: overrideReason })), z.record(z.string(), overrideReason)])
    .optional(),
  settle: z.record(z.string(), settlement).optional(),
  install: z.boolean().optional(),
  complete: z.union([z.literal('all'), z.record(z.string(), ending)]).optional(),
});

/** A secret that stands elsewhere: for the command line alone. */
export const placeholder = z.union([z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })]);
