import { z } from 'zod';
import { replySchemas } from '../schemaNames.ts';
import { historyEntry } from './history.ts';
import { view } from './view.ts';

const label = z.strictObject({
  event: z.string().meta({ description: 'What brings it about: an event, or how a service ended; empty where it is at once.' }),
  guard: z.string().nullable().meta({ description: 'The question that has to be answered with yes.' }),
  not: z.array(z.string()).meta({ description: 'The questions that have to be answered with no.' }),
});

const jump = z.strictObject({
  event: z.string(),
  guard: z.string().nullable(),
  to: z.string().nullable().meta({ description: 'Null for any screen visited before.' }),
  transitions: z.array(z.string()),
});

const node = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['page', 'warning', 'confirmation', 'errorBox', 'stage', 'end', 'work', 'choice', 'anywhere']),
    group: z.string().meta({ description: 'The phase; `ends` for what is in none.' }),
    title: z.string(),
    step: z.string().meta({ description: 'The step of the installation guide.' }),
    checks: z.array(z.string()),
    calls: z.array(z.string()).meta({ description: 'Services that it calls.' }),
    within: z.array(label.extend({ name: z.string() })).meta({ description: 'What happens within, without leading elsewhere.' }),
    jumps: z.array(jump).meta({ description: 'Ways to the beginning, or to any screen visited before.' }),
  })
  .register(replySchemas, { id: 'ChartNode' });

const edge = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['way', 'yes', 'no', 'problem', 'return']),
    from: z.string(),
    to: z.string(),
    labels: z.array(label),
    transitions: z.array(z.string()).meta({ description: 'The transitions of the statechart that it stands for.' }),
  })
  .register(replySchemas, { id: 'ChartEdge' });

/** `GET /chart`. */
export const chartReply = z
  .strictObject({
    version: z.string().meta({ description: 'Changes with the chart.' }),
    initial: z.string(),
    groups: z.array(z.strictObject({ id: z.string(), nodes: z.array(z.string()) })),
    nodes: z.array(node),
    edges: z.array(edge),
  })
  .register(replySchemas, { id: 'Chart' });

/** `GET …/history/{revision}`. */
export const pastStep = historyEntry
  .extend({
    state: z.unknown().meta({ description: 'The state of the statechart, as a name or nested.' }),
    answers: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The answers that counted then, by page. A secret is `{ "kept": true }`.' }),
    view: view.nullable().meta({ description: 'The view as it was; null where an older version had other states.' }),
  })
  .register(replySchemas, { id: 'PastStep' });
