import { type Reason, StoreUnavailable } from '../unavailable.ts';

/** What SQLite or the system says of a file that can't be used, as a sentence and a remedy; any other error stays as it is. */
export function toTrouble(error: unknown, path: string): unknown {
  const reason = reasonOf(error);
  return reason
    ? new StoreUnavailable(reason, sentences[reason](path), { cause: error, retryAfter: reason === 'locked' ? 1 : 10 })
    : error;
}

/** What a process is told whose file another one has taken: its lock was deleted, or went with the network. */
export function superseded(path: string): StoreUnavailable {
  return new StoreUnavailable('superseded', sentences.superseded(path), { retryAfter: 30 });
}

const sentences: Readonly<Record<Reason, (path: string) => string>> = {
  away: (path) =>
    `The database ${path} cannot be opened. See that the folder and its disk are there, and that no limit of open files is reached.`,
  locked: (path) =>
    `The database ${path} is locked by another program, such as a virus scanner or a backup. It is tried again; exclude the data folder there.`,
  full: (path) => `The disk of ${path} is full. Nothing is lost: make room, and it goes on by itself.`,
  'read-only': (path) =>
    `The database ${path} cannot be written. See to the permissions of the file and its folder, and to its disk.`,
  damaged: (path) =>
    `The database ${path} is damaged. Stop the service, keep a copy of the folder, and put back a backup with "mim-setup restore".`,
  superseded: (path) =>
    `Another mim-setup has taken the database ${path}, whose lock.db was deleted, moved or lost. This one has stopped writing to it: talk to the other, and stop this one.`,
};

function reasonOf(error: unknown): Reason | undefined {
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') return bySqlite.get(errcode) ?? bySqlite.get(errcode & 0xff);
  return typeof code === 'string' ? bySystem.get(code) : undefined;
}

/** https://www.sqlite.org/rescode.html */
const bySqlite = new Map<number, Reason>([
  [5, 'locked'],
  [6, 'locked'],
  [8, 'read-only'],
  // What cannot be read or written for a reason that the system keeps to itself.
  [10, 'away'],
  [11, 'damaged'],
  [13, 'full'],
  [14, 'away'],
  [26, 'damaged'],
]);

const bySystem = new Map<string, Reason>([
  ['EMFILE', 'away'],
  ['ENFILE', 'away'],
  ['ENOENT', 'away'],
  ['EIO', 'away'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
]);
