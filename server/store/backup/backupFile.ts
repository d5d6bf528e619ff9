import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { bytesIn, type StoredRecord, tableNames } from '../records.ts';
import { NewerForm } from '../schema/newerForm.ts';
import { schemaVersion } from '../schema/schemaVersion.ts';

/** What a backup cannot be read for. */
export class BadBackup extends Error {
  constructor(path: string, what: string, options?: ErrorOptions) {
    super(`${path} ${what} Nothing was restored.`, options);
    this.name = 'BadBackup';
  }
}

const head = z.object({ format: z.literal('mim-setup backup'), form: z.number(), at: z.string() });
const tail = z.object({ records: z.number(), digest: z.string() });
const line = z.object({ table: z.enum(tableNames), row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) });

/**
 * Writes everything into one file (lines of JSON, compressed), for its owner alone. The file is there once it is whole and on disk; until
 * then it has another name.
 *
 * @returns how many records it holds.
 */
export async function writeBackup(records: AsyncIterable<StoredRecord>, path: string, at: Date): Promise<number> {
  const unfinished = `${path}.unfinished`;
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    const digest = createHash('sha256');
    const told = (value: unknown) => {
      const text = `${JSON.stringify(value)}\n`;
      digest.update(text);
      return text;
    };
    yield told({ format: 'mim-setup backup', form: schemaVersion, at: at.toISOString() });
    for await (const { table, row } of records) {
      count += 1;
      yield told({ table, row: toText(table, row) });
    }
    yield JSON.stringify({ records: count, digest: digest.digest('hex') });
  }
  try {
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, path);
    return count;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * What a backup holds. Whoever takes it over must do so only once all of it was read: only then is it known to be whole.
 *
 * @throws {BadBackup} where it is none, was cut off, or has been changed.
 * @throws {NewerForm}
 */
export async function* readBackup(path: string): AsyncGenerator<StoredRecord> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  const read = pipeline(file, unpacked).catch((error: unknown) => error);
  const digest = createHash('sha256');
  let count = -1;
  let ended = false;
  try {
    for await (const text of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
      const value: unknown = JSON.parse(text);
      if (count < 0) {
        const { form } = head.parse(value);
        if (form > schemaVersion) throw new NewerForm(form);
      } else if (typeof value === 'object' && value !== null && 'digest' in value) {
        const told = tail.parse(value);
        if (told.records !== count || told.digest !== digest.digest('hex')) throw new BadBackup(path, 'has been changed.');
        ended = true;
        continue;
      } else {
        const { table, row } = line.parse(value);
        yield { table, row: toBytes(table, row) };
      }
      digest.update(`${text}\n`);
      count += 1;
    }
  } catch (error) {
    if (error instanceof BadBackup || error instanceof NewerForm) throw error;
    throw new BadBackup(path, 'is no whole backup.', { cause: error });
  } finally {
    file.destroy();
    unpacked.destroy();
  }
  const trouble = await read;
  if (!ended) throw new BadBackup(path, 'is no whole backup: its end is missing.', { cause: trouble });
}

function toText(table: StoredRecord['table'], row: StoredRecord['row']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      bytesIn(table, column) && value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  );
}

function toBytes(table: StoredRecord['table'], row: Readonly<Record<string, string | number | null>>): StoredRecord['row'] {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, bytesIn(table, column) ? Buffer.from(String(value), 'base64') : value]),
  );
}
