import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { whetherThisComesBack } from '../../../services/autostart/whetherThisComesBack.ts';
import { localParts } from '../../../services/live/localParts.ts';
import type { Parts } from '../../../services/live/parts.ts';
import type { LiveSettings } from '../../../services/live/settings.ts';
import { trustSystemAuthorities } from '../../../services/live/systemAuthorities.ts';
import { growingPause } from '../../../services/waiting/growingPause.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import { liveSettingsOf } from '../../configuration/liveSettings.ts';
import { ownDataFolder } from '../../store/dataFolder.ts';
import { ownVersion } from '../version.ts';
import { aboutThis } from './about.ts';
import { connectOnce } from './connectOnce.ts';
import { dialledAt } from './dial.ts';
import { TokenFile } from './tokenFile.ts';

/** What a runner is run with. */
export interface RunnerProgram {
  /** Where the service is. */
  readonly url: string;
  /** The file with its token. */
  readonly tokenFile: string;
  readonly config: Configuration;
  readonly log: Logger;
  readonly leave: AbortSignal;
  /** The version that it says it is of; its own, without it. */
  readonly version?: string | undefined;
  /** What does the work; the live services of this server, without it. */
  readonly partsFor?: (settings: LiveSettings) => Parts;
  /** Told, in words for people, of what changes: that it is connected, or why it is not. */
  tell(line: string): void;
}

/** Milliseconds until it is dialled again: a little more each time, and never in step with other runners. */
const pauses = { first: 500, longest: 30_000 };

/**
 * Runs a runner until it is to leave: connects to its service, does what it is asked to, and connects again whenever the connection
 * ends. It listens on nothing.
 *
 * @throws {ConfigurationError} for an address or a token that can't be used.
 * @throws {FolderInUse} where another process owns its data folder.
 */
export async function runRunner({
  url,
  tokenFile: path,
  config,
  log,
  leave,
  version = ownVersion,
  partsFor = localParts,
  tell,
}: RunnerProgram): Promise<void> {
  const address = dialledAt(url);
  const tokenFile = new TokenFile(path);
  tokenFile.read();
  trustSystemAuthorities();
  const folder = ownDataFolder(config.data);
  try {
    const report = (error: unknown, about: object) => log.error({ err: error, ...about }, 'something went wrong');
    const comesBack = whetherThisComesBack('runner', folder.path);
    const settings = {
      ...liveSettingsOf(config),
      jobsFolder: folder.jobs,
      package: config.package,
      settlements: {},
      comesBack,
      report,
    };
    const parts = partsFor(settings);
    const about = await aboutThis(version, config.package, comesBack, leave);
    let last = '';
    const tellOnce = (line: string) => {
      if (line !== last) tell(line);
      last = line;
    };
    for (let failures = 0; !leave.aborted; ) {
      try {
        await connectOnce({
          address,
          tokenFile,
          about,
          performing: { parts, jobsFolder: folder.jobs, report },
          leave,
          tell: tellOnce,
          log,
        });
        failures = 0;
      } catch (error) {
        if (leave.aborted) break;
        failures += 1;
        log.warn({ err: error }, 'not connected');
        tellOnce(`Not connected to ${url}: ${error instanceof Error ? error.message : String(error)} It is tried again.`);
      }
      const pause = growingPause(failures, pauses) * (0.5 + Math.random() / 2);
      await sleep(pause, undefined, { signal: leave }).catch(() => {});
    }
  } finally {
    folder.release();
  }
}
