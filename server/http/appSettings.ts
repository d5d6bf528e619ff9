import type { Logger } from 'pino';
import type { AboutService } from '../collection/making.ts';
import type { Token } from '../configuration/tokens.ts';
import type { Installations } from '../host/installations.ts';
import type { Planning } from '../plan/forms.ts';
import type { Runners } from '../runner/runners.ts';
import type { EndedSessions } from '../store/endedSessions.ts';
import type { RefusedTokens } from './refusedTokens.ts';

/** What the service, as seen by HTTP, is put together from. */
export interface AppSettings {
  readonly installations: Installations;
  readonly runners: Runners;
  readonly endedSessions: Pick<EndedSessions, 'add' | 'has'>;
  /** Counts the tokens that were refused, at every door. */
  readonly refused: RefusedTokens;
  readonly log: Logger;
  readonly tokens: readonly Token[];
  /** Names that this service is known by, beside localhost and this host's own. */
  readonly names: readonly string[];
  /** Of other pages that may drive this service. */
  readonly origins: readonly string[];
  /** What configuration adds to every plan. */
  readonly planning: Planning;
  /** Where the installer's jobs have their folders. */
  readonly jobsFolder: string;
  readonly installerActions: readonly string[];
  /** What collections tell of this service. */
  readonly about: AboutService;
}
