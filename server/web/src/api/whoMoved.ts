import type { z } from 'zod';
import type { history } from '../../../http/replySchemas/history.ts';
import { ask } from './request.ts';
import type { View } from './view.ts';

/** Who the journal names for what no user did. */
const serviceItself = 'mim-setup';

/** Who took the steps between two views; nothing where it was the service itself, at the end of a check. The journal knows. */
export async function whoMoved(path: string, before: View, after: View): Promise<string | undefined> {
  const journal = await ask<z.output<typeof history>>(`${path}/history`).catch(() => []);
  const steps = journal.filter(({ revision }) => revision > before.revision && revision <= after.revision);
  return steps.find(({ who }) => who !== serviceItself)?.who;
}
