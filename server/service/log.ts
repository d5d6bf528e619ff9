import { dirname } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';
import { mask } from '../../services/secrets/mask.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { makePrivateFolder } from '../store/privateFolder.ts';

/** Names under which a secret could come into the log by mistake. */
const secretNames = [
  'password',
  'emailPassword',
  'clientSecret',
  'secret',
  'token',
  'authorization',
  'cookie',
  'accessToken',
  'key',
];

/**
 * The log as it is configured: on standard error, or at the end of a file, for its owner alone. A folder that is made for it may become
 * the data folder, so it is made as that one is.
 */
export function logOf({ logLevel, logFile }: Pick<Configuration, 'logLevel' | 'logFile'>): Logger {
  if (logFile === undefined) return createLog(logLevel);
  const folder = dirname(logFile);
  const isPrivate = makePrivateFolder(folder);
  const log = createLog(logLevel, pino.destination({ dest: logFile, sync: true, mode: 0o600 }));
  if (!isPrivate) log.warn({ path: folder }, 'others may be able to read the folder of the log: see to its permissions');
  return log;
}

/** The log: JSON lines on standard error, so that standard output stays with the command. Secrets are redacted. */
export function createLog(level: string, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  const paths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: mask } }, destination);
}
