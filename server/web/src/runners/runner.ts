import type { z } from 'zod';
import type { runnerList } from '../../../http/replySchemas/runners.ts';
import { say } from '../language/say.ts';

/** A runner as `GET /runners` tells it. */
export type Runner = z.output<typeof runnerList>['items'][number];

/** How a runner stands, as it is said within a line. */
export const stateWords: Readonly<Record<Runner['state'], string>> = {
  invited: say('not connected yet'),
  connected: say('connected'),
  away: say('not connected'),
  otherVersion: say('another version'),
};
