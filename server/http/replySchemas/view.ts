import { z } from 'zod';
import { clientEventSchemas } from '../../host/clientEventSchemas.ts';
import { statuses } from '../../host/status.ts';
import { replySchemas } from '../schemaNames.ts';
import { check } from './checks.ts';
import { mode, option } from './installations.ts';
import { openAnswer } from './openAnswers.ts';
import { outcome } from './outcome.ts';
import { screenId } from './pages.ts';
import { problemCode } from './problemDetails.ts';
import { installerProgress, signInPrompt } from './progress.ts';
import { runnerState } from './runners.ts';
import { screen } from './screen.ts';

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
