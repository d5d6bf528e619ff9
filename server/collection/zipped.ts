import { createReadStream, type ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive: its text, or the path that it is read from. */
export type Entry = { readonly name: string } & ({ readonly text: string } | { readonly path: string });

/**
 * The entries as a zip, packed while it is read, off the main thread: of a large file only a piece is in memory. A file that can't be
 * read any more ends the stream with its error. Whoever stops reading destroys the stream; no file stays open then.
 *
 * @param now the time that entries of text bear.
 */
export function zipped(entries: readonly Entry[], now: Date): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let open: ReadStream | undefined;
  zip.on('error', (error) => output.destroy(error as Error));
  output.once('close', () => open?.destroy());
  for (const entry of entries) {
    if ('text' in entry) zip.addBuffer(Buffer.from(entry.text), entry.name, { mtime: now, mode });
    else
      zip.addReadStreamLazy(entry.name, { mtime: now, mode }, (take) => {
        open = createReadStream(entry.path).once('error', (error) => output.destroy(error));
        take(null, open);
      });
  }
  zip.end();
  return output;
}

const mode = 0o100644;
