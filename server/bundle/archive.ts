import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TarArchive, ZipArchive } from 'archiver';
import type { Platform } from './nodeBinary.ts';

/** Packs a folder, as the platform's users expect it: zip for Windows, tar.gz for Linux. Tells the archive's path. */
export async function writeArchive(platform: Platform, folder: string): Promise<string> {
  const windows = platform === 'win-x64';
  const path = `${folder}.${windows ? 'zip' : 'tar.gz'}`;
  const archive = windows ? new ZipArchive({ zlib: { level: 9 } }) : new TarArchive({ gzip: true, gzipOptions: { level: 9 } });
  archive.directory(folder, basename(folder));
  await Promise.all([pipeline(archive, createWriteStream(path)), archive.finalize()]);
  return path;
}
