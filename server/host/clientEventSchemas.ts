import { z } from 'zod';
import { printable } from '../../machines/vocabulary/printable.ts';

const screen = z.string().max(64);
const answers = z.record(z.string().max(64), z.unknown());
const reason = z.string().trim().min(1, 'Give a reason.').max(2000);

/** The events that a client may send, by type. What a page's answers have to be is the page's own matter. */
export const clientEventSchemas = {
  submit: z.strictObject({ type: z.literal('submit'), page: screen, answers }),
  acknowledge: z.strictObject({ type: z.literal('acknowledge'), page: screen }),
  back: z.strictObject({ type: z.literal('back') }),
  revisit: z.strictObject({ type: z.literal('revisit'), page: screen }),
  change: z
    .strictObject({
      type: z.literal('change'),
      page: screen.meta({ description: 'A page behind the present one.' }),
      answers: answers.meta({ description: 'All of its answers, as `submit` takes them. A secret that is kept may stay so.' }),
      revision: z
        .int()
        .min(1)
        .optional()
        .meta({ description: 'The revision that it is meant for: refused as stale at any other, as with `If-Match`.' }),
    })
    .meta({
      description:
        'Gives other answers for a page behind, and comes back from there as far as everything else still holds. What depends on them is checked again; `change` in the view tells what has to be asked.',
    }),
  recheck: z.strictObject({ type: z.literal('recheck') }),
  override: z.strictObject({ type: z.literal('override'), check: z.string().max(64), reason }),
  register: z.strictObject({
    type: z.literal('register'),
    mailbox: z.email('Enter the e-mail address of the mailbox.'),
    group: z.email('Enter the e-mail address of the mail-enabled group that holds the mailbox.'),
    secretMonths: z.number().int().min(1).max(24).optional(),
  }),
  settle: z.strictObject({
    type: z.literal('settle'),
    name: z.string().max(64).meta({ description: 'The open answer, as `openAnswers` names it.' }),
    property: z
      .string()
      .max(255)
      .nullable()
      .meta({ description: 'The property of the package that carries it; null takes the settlement back.' }),
    values: z
      .record(z.string().max(255), z.string().max(255).regex(printable, 'Leave out line breaks and control characters.'))
      .optional()
      .meta({
        description: 'What the package writes for each value; left out, that of the likeliest candidate with this property.',
      }),
    for: z
      .enum(['installation', 'package'])
      .meta({ description: 'For this installation, or for all from the same package: the same product code and version.' }),
  }),
  install: z.strictObject({ type: z.literal('install') }),
  retry: z.strictObject({ type: z.literal('retry') }),
  complete: z.strictObject({
    type: z.literal('complete'),
    task: z.string().max(64),
    outcome: z.enum(['done', 'skipped', 'failed']),
    reason: reason.optional(),
  }),
  cancel: z.strictObject({ type: z.literal('cancel') }),
};

/** An event as a client sends it: well-formed, and not yet judged. */
export type ClientEvent = z.output<(typeof clientEventSchemas)[keyof typeof clientEventSchemas]>;
