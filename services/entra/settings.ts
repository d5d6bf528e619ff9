import type { CloudOverrides } from './clouds.ts';
import type { Polling } from './pollingPace.ts';
import type { Patience } from './retryWhileTooEarly.ts';

/** What can be configured about the directory, Microsoft Graph and the mail service of Office 365. */
export interface EntraSettings {
  /** How long one check, and one request, may take, milliseconds. A sign-in with a code lasts as long as its code. */
  readonly checkTimeout: number;
  /** Hosts to use in place of a cloud's own, by cloud. Https only. */
  readonly clouds: CloudOverrides;
  /**
   * The public application that signs users in with a code. The default is Microsoft Graph Command Line Tools, which
   * Microsoft provides in every tenant of every cloud; an organization that blocks it enters one of its own.
   */
  readonly clientId: string;
  /** How long to wait until the directory has replicated what was just created. */
  readonly replication: Patience;
  /** How much slower to poll for a device code when the directory asks for it, or does not answer. */
  readonly polling: Polling;
}

/** What holds where nothing is configured. */
export const entraDefaults: EntraSettings = {
  checkTimeout: 15_000,
  clouds: {},
  clientId: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
  replication: { limit: 120_000, firstWait: 1_000, longestWait: 15_000 },
  polling: { slowDown: 5_000, longest: 60_000 },
};
