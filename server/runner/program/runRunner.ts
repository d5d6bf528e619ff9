import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { getProxyForUrl } from 'proxy-from-env';
import type { WebSocket } from 'ws';
import { whetherThisComesBack } from '../../../services/autostart/whetherThisComesBack.ts';
import { localParts } from '../../../services/live/localParts.ts';
import type { Parts } from '../../../services/live/parts.ts';
import type { LiveSettings } from '../../../services/live/settings.ts';
import { trustSystemAuthorities } from '../../../services/live/systemAuthorities.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import { liveSettingsOf } from '../../configuration/liveSettings.ts';
import { ownDataFolder } from '../../store/dataFolder.ts';
import { type AboutRunner, type FromRunner, fromService } from '../messages.ts';
import { ownVersion } from '../version.ts';
import { aboutThis } from './about.ts';
import { dial, dialledAt, NotLetIn } from './dial.ts';
import { Calls, type Performing } from './performing.ts';
import { type Credentials, TokenFile } from './tokenFile.ts';

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
const pauses = { least: 500, most: 30_000 };

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
  try {
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
      const pause = Math.min(pauses.most, pauses.least * 2 ** failures) * (0.5 + Math.random() / 2);
      await sleep(pause, undefined, { signal: leave }).catch(() => {});
    }
  } finally {
    folder.release();
  }
}

interface Connecting {
  readonly address: URL;
  readonly tokenFile: TokenFile;
  readonly about: AboutRunner;
  readonly performing: Omit<Performing, 'say'>;
  readonly leave: AbortSignal;
  readonly log: Logger;
  tell(line: string): void;
}

/** One connection, from its dialling to its end. Throws where it did not come to anything. */
async function connectOnce({ address, tokenFile, about, performing, leave, log, tell }: Connecting): Promise<void> {
  const credentials = tokenFile.read();
  const proxy = getProxyForUrl(address.href.replace(/^ws/, 'http')) || undefined;
  const { socket, by } = await open(address, credentials, proxy, leave);
  const ended = once(socket, 'close');
  const end = () => socket.close(1001);
  leave.addEventListener('abort', end, { once: true });
  const say = (message: FromRunner) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message));
  const calls = new Calls({ ...performing, say });
  let refusal: string | undefined;
  let isWelcome = false;
  let silence = setTimeout(() => socket.terminate(), 20_000);
  let patience = 20_000;
  const hearSign = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.terminate(), patience);
  };
  socket.on('ping', hearSign);
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    hearSign();
    const { success, data: message } = fromService.safeParse(parsed(String(data)));
    if (!success) return socket.close(1008);
    if (message.type === 'refused') refusal = message.message;
    else if (message.type === 'welcome') {
      isWelcome = true;
      patience = 3.5 * message.heartbeat;
      hearSign();
      if (by === 'code') tokenFile.enrolled(credentials.token);
      log.info({ name: message.name, version: message.version }, 'connected');
      tell(`Connected as ${message.name} to ${address.host}.`);
    } else if (isWelcome) calls.hear(message);
  });
  say({ type: 'hello', about, ...(by === 'code' && { token: credentials.token }) });
  await ended;
  clearTimeout(silence);
  leave.removeEventListener('abort', end);
  calls.callOff();
  log.info('disconnected');
  if (!isWelcome) throw new Error(refusal ?? 'The connection has ended before anything was said.');
}

/** By its token; where that is not known yet, by the code. */
async function open(
  address: URL,
  { token, code }: Credentials,
  proxy: string | undefined,
  leave: AbortSignal,
): Promise<{ readonly socket: WebSocket; readonly by: 'token' | 'code' }> {
  if (code === undefined) return { socket: await dial(address, token, proxy, leave), by: 'token' };
  try {
    return { socket: await dial(address, code, proxy, leave), by: 'code' };
  } catch (error) {
    if (!(error instanceof NotLetIn && error.status === 401)) throw error;
    // The code was used already: by this very runner, which did not hear that it was.
    return { socket: await dial(address, token, proxy, leave).catch(() => Promise.reject(error)), by: 'code' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
