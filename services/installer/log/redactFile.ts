import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { replace } from '../jsonFile.ts';
import { LineSplitter } from './lineSplitter.ts';
import type { Redact } from './redactor.ts';
import { slices } from './slices.ts';

/**
 * Takes the secrets out of a log where it lies. It keeps its encoding, but for a code page, which becomes UTF-8. False where the
 * host does not let us (another program holds the file open, or its folder may not be written to): then it is as it was.
 */
export async function redactFile(path: string, redact: Redact): Promise<boolean> {
  const draft = `${path}.redacted`;
  try {
    await writeRedacted(path, draft, redact);
    await replace(draft, path);
    return true;
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
    return false;
  }
}

async function writeRedacted(from: string, to: string, redact: Redact): Promise<void> {
  const splitter = new LineSplitter();
  const target = createWriteStream(to, { mode: 0o600 });
  const failed = once(target, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => undefined);
  let marked = false;
  const write = async (lines: readonly string[]) => {
    const { encoding } = splitter.place;
    const wide = encoding !== 'bytes';
    for await (const slice of slices(lines)) {
      const mark = wide && !marked ? '\ufeff' : '';
      marked = true;
      const text = `${mark}${slice.map(redact).join('\r\n')}\r\n`;
      const bytes = Buffer.from(text, wide ? 'utf16le' : 'utf8');
      if (!target.write(encoding === 'utf-16be' ? bytes.swap16() : bytes)) await Promise.race([once(target, 'drain'), failed]);
    }
  };
  for await (const piece of createReadStream(from)) await write(splitter.push(piece as Buffer));
  await write(splitter.end());
  target.end();
  await Promise.race([once(target, 'close'), failed]);
}
