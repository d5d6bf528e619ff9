import { z } from 'zod';
import type { PartName } from '../../../services/live/parts.ts';

const installation = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);
const attempt = z.int().min(1);
const subject = z.looseObject({ installation, answers: z.record(z.string(), z.unknown()) });

/** What a part is given, in the form that it has to have. What the answers are was judged by the service. */
const forms: { readonly [Name in PartName]?: z.ZodType } = {
  localRights: z.object({ account: z.string().max(600) }),
  install: z.looseObject({
    installation,
    attempt,
    package: z.string().max(1024).optional(),
    features: z.array(z.string()),
    properties: z.record(z.string(), z.string()),
    hidden: z.array(z.string()).optional(),
    onlyIfBegun: z.boolean().optional(),
  }),
  stopInstaller: z.object({ installation, attempt }),
};

/** @throws {z.ZodError} where it has not the form. */
export function inputOf(part: PartName, input: unknown): unknown {
  return (forms[part] ?? subject).parse(input);
}
