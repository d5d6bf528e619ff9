import { z } from 'zod';
import { clientEventSchemas } from '../../host/clientEventSchemas.ts';
import { statuses } from '../../host/status.ts';
import { replySchemas } from '../openapi/schemas.ts';
import { check } from './checks.ts';
import { mode, option } from './installations.ts';
import { openAnswer } from './openAnswers.ts';
import { jsonSchema, note, screenHead, screenId } from './pages.ts';
import { problemCode } from './problemDetails.ts';
import { installerProgress, signInPrompt } from './progress.ts';
import { runnerState } from './runners.ts';

/** What is on screen. */
export const screen = z
  .strictObject({
    ...screenHead,
    schema: jsonSchema.meta({ description: 'What is asked, as JSON Schema (2020-12). Empty where nothing is.' }),
    answers: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Answered before, or proposed. A secret is `{ "kept": true }`.' }),
    uiSchema: jsonSchema.meta({ description: 'How the schema is shown, as `@rjsf/core` takes it.' }),
    jsonForms: jsonSchema.meta({ description: 'How the schema is shown, as JSON Forms takes it: its `uischema`.' }),
    formData: z.record(z.string(), z.unknown()).meta({
      description:
        'What a form begins with: the answers, without the secrets that are kept. One that is left out on submit stays kept.',
    }),
    notes: z
      .array(z.strictObject({ code: z.string(), message: z.string(), page: screenId }))
      .meta({ description: 'What the guide remarks about the answers given so far.' }),
    remarks: z
      .array(
        note.extend({
          when: z
            .strictObject({ field: z.string(), is: z.array(z.string()).optional(), matches: z.string().optional() })
            .optional()
            .meta({ description: 'The answer that it hangs on: that field is one of these, or reads like this.' }),
        }),
      )
      .meta({ description: 'What may be remarked about this page while it is being filled in.' }),
    ways: z
      .array(
        z.strictObject({
          code: z.enum(['register', 'vendorScript', 'byHand']),
          title: z.string(),
          roles: z.array(z.string()),
          steps: z.array(z.string()),
          scripts: z.array(z.strictObject({ title: z.string(), script: z.string() })),
        }),
      )
      .meta({
        description:
          'Ways to what the page asks for, each with the roles that it needs. What is not known yet stands in angle brackets in its scripts. `register` is the event of that name.',
      }),
    presets: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          needs: z.string(),
          answers: z.record(z.string(), z.array(z.unknown())),
        }),
      )
      .meta({
        description: 'Answers that go together, to be chosen as one: for each field those that fit, the first one first.',
      }),
  })
  .register(replySchemas, { id: 'Screen' });

const problem = z
  .strictObject({ code: problemCode, title: z.string(), detail: z.string(), field: z.string().optional() })
  .register(replySchemas, { id: 'Problem' });

const task = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    detail: z.string(),
    script: z.string().optional(),
    state: z.enum(['open', 'done', 'skipped', 'failed']),
    reason: z.string().optional(),
  })
  .register(replySchemas, { id: 'Task' });

const cause = z.strictObject({ title: z.string(), remedy: z.string(), source: z.string() });
const outcome = z
  .strictObject({
    result: z.enum(['succeeded', 'cancelled', 'failed', 'interrupted']),
    exitCode: z.int().nullable(),
    restartNeeded: z.boolean(),
    message: z.string(),
    rolledBack: z.boolean().nullable(),
    leftOut: z
      .array(z.string())
      .optional()
      .meta({ description: 'Answers that the command left out, for want of a known property.' }),
    failure: z
      .strictObject({
        action: z.string().nullable(),
        cause: cause.nullable(),
        otherCauses: z.array(cause).optional().meta({ description: 'What may be the cause as well.' }),
        lines: z.array(z.string()),
      })
      .optional(),
  })
  .register(replySchemas, { id: 'Outcome' });

const outlineEntry = z.strictObject({
  page: screenId,
  title: z.string(),
  subtitle: z.string(),
  state: z.enum(['done', 'current', 'ahead']),
  answers: z
    .enum(['counted', 'proposed'])
    .nullable()
    .meta({ description: 'Whether its answers count, or are proposed again because the page was left by going back.' }),
});

const stopped = z.strictObject({
  page: screenId,
  reason: z.string(),
  problems: z.array(
    z.strictObject({ code: z.string(), message: z.string(), field: z.string().optional(), check: z.string().optional() }),
  ),
});

/** A change of earlier answers that is under way. */
const change = z
  .strictObject({
    page: screenId.meta({ description: 'The page whose answers were changed.' }),
    asks: z
      .array(
        z.strictObject({
          page: screenId,
          reason: z.enum(['unanswered', 'invalid']),
          problems: z.array(z.strictObject({ field: z.string(), code: z.string(), message: z.string() })),
        }),
      )
      .meta({
        description:
          'What it has to ask, as far as can be told: pages that were not on the way before, and those whose answers do not hold any more. All others come back by themselves.',
      }),
  })
  .register(replySchemas, { id: 'Change' });

/** The one reply of every installation route. */
export const view = z
  .strictObject({
    id: z.uuid(),
    name: z.string().nullable(),
    mode,
    runner: z
      .string()
      .nullable()
      .meta({ description: 'The runner that makes its calls on the server; null for the service itself.' }),
    waitsFor: z
      .strictObject({ runner: z.string(), state: runnerState, seenAt: z.iso.datetime().nullable(), message: z.string() })
      .nullable()
      .meta({ description: 'The runner that is not there to do what this installation waits for. It goes on when that comes.' }),
    revision: z.int().meta({ description: 'Grows by one with each step. It is the `ETag`.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    status: z.enum(statuses),
    page: screen,
    option,
    trail: z.array(screenId).meta({ description: 'Screens on the way here, error boxes left out.' }),
    outline: z.array(outlineEntry).meta({ description: 'The way behind, and ahead as far as the answers tell.' }),
    step: z.strictObject({ index: z.int(), of: z.int() }),
    problems: z.array(problem).meta({ description: 'What stands against the page.' }),
    checks: z.array(check).meta({ description: 'The checks of this page.' }),
    signIn: signInPrompt.nullable().meta({ description: 'What to do to sign in with a code, while that is waited for.' }),
    openAnswers: z.array(openAnswer).meta({
      description: 'At `ready`: answers whose property is not publicly known, beside what the package asks.',
    }),
    holdsSecret: z
      .boolean()
      .meta({ description: 'A client secret that was registered here can be handed out, once: `POST …/secret`.' }),
    tasks: z.array(task).meta({ description: 'What is left to the user.' }),
    progress: installerProgress.nullable().meta({ description: 'How far the installer is, while it runs.' }),
    outcome: outcome.nullable().meta({ description: 'How the installer ended.' }),
    walking: z.boolean().meta({
      description:
        'An answers file is on its way through the pages: it takes the next step by itself, and an event of somebody else ends it. Wait until this is false before you send one.',
    }),
    stopped: stopped.nullable().meta({ description: 'Where the last answers file stopped, and why.' }),
    unused: z.array(z.string()).meta({ description: 'Pages of that file which are not on this path.' }),
    change: change.nullable().meta({ description: 'What a change of earlier answers still asks, while one is under way.' }),
    can: z
      .array(z.enum(Object.keys(clientEventSchemas) as (keyof typeof clientEventSchemas)[]))
      .meta({ description: 'The events that are taken here.' }),
    links: z.object({ self: z.string(), events: z.string(), stream: z.string() }).catchall(z.string()),
  })
  .register(replySchemas, { id: 'View' });
