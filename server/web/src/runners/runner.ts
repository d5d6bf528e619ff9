import type { z } from 'zod';
import type { runnerList } from '../../../http/replySchemas/runners.ts';

/** A runner as `GET /runners` tells it. */
export type Runner = z.output<typeof runnerList>['items'][number];

/** How a runner stands. */
export const stateWords: Readonly<Record<Runner['state'], string>> = {
  invited: 'Has not come yet',
  connected: 'Connected',
  away: 'Away',
  otherVersion: 'Of another version',
};
