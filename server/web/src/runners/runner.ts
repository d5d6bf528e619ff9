import type { z } from 'zod';
import type { runnerList } from '../../../http/replySchemas/runners.ts';
import { say } from '../language/say.ts';

/** A runner as `GET /runners` tells it. */
export type Runner = z.output<typeof runnerList>['items'][number];

/** How a runner stands. */
export const stateWords: Readonly<Record<Runner['state'], string>> = {
  invited: say('Has not come yet'),
  connected: say('Connected'),
  away: say('Away'),
  otherVersion: say('Of another version'),
};
