import { type Reason, StoreUnavailable } from '../unavailable.ts';

/** What PostgreSQL or the network says of a database that can't be used, as a sentence and a remedy; any other error stays as it is. */
export function toTrouble(error: unknown, where: string): unknown {
  if (error instanceof StoreUnavailable) return error;
  const reason = reasonOf(error);
  return reason ? new StoreUnavailable(reason, sentences[reason](where), { cause: error, retryAfter: 2 }) : error;
}

/** Whether trying once more is the whole remedy: two transactions got in each other's way. */
export function isPassing(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
}

/** What a process is told when one of a later release serves its database. */
export function superseded(where: string): StoreUnavailable {
  return new StoreUnavailable('superseded', sentences.superseded(where), { retryAfter: 5 });
}

const sentences: Readonly<Record<Reason, (where: string) => string>> = {
  away: (where) =>
    `The database ${where} cannot be reached at the moment. Nothing is lost: a service that runs goes on by itself once it is there again.`,
  locked: (where) =>
    `The database ${where} has no connection to give. Allow it more, or this service fewer (databaseConnections).`,
  full: (where) => `The disk of the database ${where} is full. Nothing is lost: make room, and it goes on by itself.`,
  'read-only': (where) =>
    `The database ${where} takes no writing. Connect to the one that does, not to a copy of it that only reads.`,
  damaged: (where) => `The database ${where} says that its data are damaged. Restore it from a backup.`,
  superseded: (where) =>
    `A newer version of mim-setup serves the database ${where} now, and this one no more. Send the request to the newer one, and stop this one.`,
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function reasonOf(error: unknown): Reason | undefined {
  const code = codeOf(error);
  if (code === '53300' || code === '53400') return 'locked';
  if (code === '53100') return 'full';
  if (code === '25006') return 'read-only';
  if (/^XX00[12]$/.test(code)) return 'damaged';
  // The connection, the server's end or beginning, no room to work in, its owner's locks, or who may sign in.
  if (/^(?:08|57P|53|58|28|3D|55P03$|57014$)/.test(code)) return 'away';
  if (systemCodes.has(code)) return 'away';
  return error instanceof Error && lostConnection.test(error.message) ? 'away' : undefined;
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}

const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EMFILE',
]);

/** How the driver says it, which has no codes for these. */
const lostConnection =
  /connection terminated|connection ended|timeout exceeded when trying to connect|timeout expired|query read timeout|not queryable|client was closed|socket/i;
