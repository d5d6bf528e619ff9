import { z } from 'zod';
import { askedForm, nameInPackage } from '../../machines/ports/askedForm.ts';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import type { PackageAsks } from '../../machines/ports/packageListing.ts';
import { problemCodes } from '../../machines/vocabulary/problems.ts';
import { localRights } from '../../services/directory/localRights.ts';
import { declaredChecks } from '../host/declaredChecks.ts';

/** What a runner found is input like any other: its form is judged here, and each text has its bound. */
const shortText = z.string().max(1000);
const sentences = z.string().max(20_000);

const packageAsks: z.ZodType<PackageAsks> = z.strictObject({
  ...askedForm,
  from: z.enum(['file', 'listing']),
  productCode: z.string().max(64).nullable(),
  properties: z.array(nameInPackage).max(20_000),
});

const id = z.string().refine((one) => declaredChecks.has(one), 'There is no such check.');

const result = z.strictObject({
  id,
  page: z.string().max(64),
  status: z.enum(['passed', 'warning', 'failed', 'skipped']),
  code: z.enum(problemCodes).optional(),
  message: sentences,
  detail: sentences.optional(),
  script: z.string().max(200_000).optional(),
  field: z.string().max(200).optional(),
  at: z.iso.datetime(),
  ms: z.number().min(0),
  asks: packageAsks.optional(),
});

/** What checks found: each stands on the page that it is declared for. */
const checks = z
  .array(result)
  .max(100)
  .refine((results) => results.every((one) => declaredChecks.get(one.id)?.page === one.page), 'A check is of another page.');

const cause = z.strictObject({ title: shortText, remedy: sentences, source: shortText });

/** Without `leftOut`: which answers the command leaves out is for the service to tell, which has settled it (`settledInstall.ts`). */
const outcome: z.ZodType<InstallOutcome> = z.strictObject({
  result: z.enum(['succeeded', 'cancelled', 'failed', 'interrupted']),
  exitCode: z.int().nullable(),
  restartNeeded: z.boolean(),
  message: sentences,
  rolledBack: z.boolean().nullable(),
  failure: z
    .strictObject({
      action: nameInPackage.nullable(),
      cause: cause.nullable(),
      otherCauses: z.array(cause).max(20).optional(),
      lines: z.array(sentences).max(200),
    })
    .optional(),
}) as z.ZodType<InstallOutcome>;

/** What each kind of part gives. */
export const outputs = {
  checks,
  localRights: localRights.nullable(),
  install: outcome,
  stopInstaller: z.null(),
};

/** How far a call is. A runner signs nobody in. */
export const progressForm = z.strictObject({
  checks: z
    .array(z.union([result, z.strictObject({ id, status: z.literal('pending') })]))
    .max(100)
    .optional(),
  installer: z
    .strictObject({ action: nameInPackage, phase: shortText, percent: z.number().min(0).max(100), trouble: sentences.optional() })
    .optional(),
  log: z.array(z.string().max(100_000)).max(200).optional(),
});
