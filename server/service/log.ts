import { type DestinationStream, type Logger, pino } from 'pino';
import { mask } from '../../services/secrets/mask.ts';
import type { Configuration } from '../configuration/configuration.ts';

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

/** The log as it is configured: on standard error, or at the end of a file, for its owner alone. */
export function logOf({ logLevel, logFile }: Pick<Configuration, 'logLevel' | 'logFile'>): Logger {
  if (logFile === undefined) return createLog(logLevel);
  return createLog(logLevel, pino.destination({ dest: logFile, mkdir: true, sync: true, mode: 0o600 }));
}

/** The log: JSON lines on standard error, so that standard output stays with the command. Secrets are redacted. */
export function createLog(level: string, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  const paths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: mask } }, destination);
}
