import { createHash } from 'node:crypto';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { pageIds } from '../../machines/chart/flow.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { pageOf } from '../../machines/pages/screens.ts';

/**
 * Names the chart by what it is: its states, its transitions and what its pages ask. What is kept under another name is never
 * loaded blindly.
 */
export const chartVersion = createHash('sha256')
  .update(JSON.stringify([wizardMachine.toJSON(), pageIds.map((id) => [id, pageSchema(pageOf(id))])]))
  .digest('hex')
  .slice(0, 12);
