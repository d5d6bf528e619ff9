import { z } from 'zod';
import { aboutRunner } from '../../runner/messages.ts';
import { replySchemas } from '../schemaNames.ts';

/** How a runner stands to this service. */
export const runnerState = z.enum(['invited', 'connected', 'away', 'otherVersion']).meta({
  description:
    '`invited`: it was given a code, and has not come yet. `otherVersion`: it has come, and cannot be worked with; `note` says what to do.',
});

const runner = z
  .strictObject({
    name: z.string(),
    state: runnerState,
    enrolledAt: z.iso.datetime().nullable(),
    codeExpires: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Until when the code is good that it was given, where there is one.' }),
    seenAt: z.iso.datetime().nullable(),
    about: aboutRunner.nullable().meta({ description: 'What it said of itself when it came last.' }),
    calls: z
      .array(z.strictObject({ installation: z.uuid(), service: z.string() }))
      .meta({ description: 'What it does, or is to do when it comes, and for which installation.' }),
    note: z.string().nullable().meta({ description: 'What is to be done about it.' }),
  })
  .register(replySchemas, { id: 'Runner' });

/** `GET /runners`. */
export const runnerList = z.strictObject({ items: z.array(runner) }).register(replySchemas, { id: 'RunnerList' });

/** `POST /runners`. */
export const invitation = z
  .strictObject({
    name: z.string(),
    code: z.string().meta({ description: 'It is shown this once. A runner that comes with it makes itself a token.' }),
    expiresAt: z.iso.datetime(),
  })
  .register(replySchemas, { id: 'Invitation' });
