import { z } from 'zod';
import { replySchemas } from '../schemaNames.ts';
import { problemCode } from './problemDetails.ts';

/** What to do to sign in with a code. */
export const signInPrompt = z.strictObject({
  userCode: z.string(),
  verificationUri: z.string(),
  expiresAt: z.iso.datetime(),
  note: z.string().optional(),
});

/** How far the installer is. */
export const installerProgress = z.strictObject({
  action: z.string(),
  phase: z.string(),
  percent: z.number().min(0).max(100),
  trouble: z
    .string()
    .optional()
    .meta({ description: 'Why the installer cannot be followed at the moment. It goes on meanwhile, and is followed on.' }),
});

const checkProgress = z.strictObject({
  id: z.string(),
  status: z.enum(['pending', 'passed', 'warning', 'failed', 'skipped']),
  page: z.string().optional(),
  code: problemCode.optional(),
  message: z.string().optional(),
  detail: z.string().optional(),
  field: z.string().optional(),
  at: z.iso.datetime().optional(),
  ms: z.number().optional(),
});

/** The data of a `progress` event: what a running call has told. It is forgotten with the call. */
export const progress = z
  .strictObject({
    checks: z.array(checkProgress).optional(),
    signIn: signInPrompt.optional(),
    installer: installerProgress.optional(),
  })
  .register(replySchemas, { id: 'Progress' });

/** The data of a `log` event: new lines of the installer's log. */
export const logLines = z.strictObject({ lines: z.array(z.string()) }).register(replySchemas, { id: 'LogLines' });

/** `GET …/stream`, as far as a schema can say it: its events, each as text. */
export const eventStream = z.string().meta({
  description: 'The data of a `view` event is a View, of `progress` a Progress, of `log` a LogLines.',
  contentSchema: { anyOf: ['View', 'Progress', 'LogLines'].map((name) => ({ $ref: `#/components/schemas/${name}` })) },
});
