import { type DestinationStream, type Logger, pino } from 'pino';
import { mask } from '../../services/secrets/mask.ts';

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

/** The log: JSON lines on standard error, so that standard output stays with the command. Secrets are redacted. */
export function createLog(level: string, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  const paths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: mask } }, destination);
}
