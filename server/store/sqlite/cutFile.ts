import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { StoreUnavailable } from '../unavailable.ts';

/**
 * Looks whether the whole of a database is there, which SQLite notices only where it comes to what is missing. What a checkpoint had
 * not yet brought from the log into the file when the process was killed is not missing: the file then says how long it is to be, and
 * the log still has its last pages.
 *
 * @param size of the file, bytes.
 * @throws {StoreUnavailable} where it is no database, or was cut, with what to do. https://www.sqlite.org/fileformat.html
 */
export function refuseWhatWasCut(path: string, size: number): void {
  const header = Buffer.alloc(100);
  const read = withFile(path, (file) => readSync(file, header, 0, 100, 0));
  if (read < 100 || header.toString('latin1', 0, 15) !== 'SQLite format 3') throw damaged(path, 'is no database');
  const tellsItsPages = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (!tellsItsPages) return;
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  if (size >= pages * pageSize) return;
  const logged = pagesInLog(`${path}-wal`);
  for (let page = Math.floor(size / pageSize) + 1; page <= pages; page++)
    if (!logged.has(page) && page !== lockedPage(pageSize))
      throw damaged(path, `was cut: ${size} of ${pages * pageSize} bytes are there`);
}

/** The byte that SQLite locks lies in a page that is never written. */
const lockedPage = (pageSize: number) => 0x4000_0000 / pageSize + 1;

/** The pages that a log has since it was last begun anew: what lies behind is of an earlier time, and has another salt. */
function pagesInLog(path: string): ReadonlySet<number> {
  const pages = new Set<number>();
  if (!existsSync(path)) return pages;
  withFile(path, (file) => {
    const header = Buffer.alloc(32);
    if (readSync(file, header, 0, 32, 0) < 32) return;
    const frame = Buffer.alloc(24);
    const step = frame.length + header.readUInt32BE(8);
    for (let at = header.length; readSync(file, frame, 0, frame.length, at) === frame.length; at += step) {
      if (frame.compare(header, 16, 24, 8, 16) !== 0) return;
      pages.add(frame.readUInt32BE(0));
    }
  });
  return pages;
}

function withFile<Result>(path: string, read: (file: number) => Result): Result {
  const file = openSync(path, 'r');
  try {
    return read(file);
  } finally {
    closeSync(file);
  }
}

function damaged(path: string, what: string): StoreUnavailable {
  return new StoreUnavailable(
    'damaged',
    `The file ${path} ${what}. Stop the service, keep a copy of the folder, and put back a backup with "mim-setup restore".`,
  );
}
