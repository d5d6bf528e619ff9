import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zipped } from '../../server/collection/zipped.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-zipped-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2026-11-27T10:00:00Z');

describe('What is zipped', () => {
  it('comes out as it went in, and of a large file only a piece is held at a time', async () => {
    const path = join(folder, 'log.txt');
    const large = randomBytes(8 * 2 ** 20);
    writeFileSync(path, large);
    const zip = zipped(
      [
        { name: 'README.txt', text: 'Größe' },
        { name: 'logs/1.txt', path },
      ],
      now,
    );
    const pieces: Buffer[] = [];
    let held = 0;
    for await (const piece of zip) {
      pieces.push(piece as Buffer);
      held = Math.max(held, zip.readableLength);
    }
    const files = unzipSync(Buffer.concat(pieces));
    expect(Buffer.from(files['README.txt']!).toString()).toBe('Größe');
    expect(large.equals(files['logs/1.txt']!)).toBe(true);
    expect(held).toBeLessThan(2 ** 20);
  });

  it.skipIf(process.platform !== 'linux')('leaves no file open where its reader goes away', async () => {
    const path = join(folder, 'log.txt');
    writeFileSync(path, randomBytes(8 * 2 ** 20));
    const zip = zipped([{ name: 'log.txt', path }], now);
    await once(zip, 'readable');
    await expect.poll(() => isOpen(path)).toBe(true);
    zip.destroy();
    await expect.poll(() => isOpen(path)).toBe(false);
  });

  it('ends with the error of a file that cannot be read', async () => {
    const zip = zipped([{ name: 'log.txt', path: join(folder, 'none.txt') }], now);
    await expect(zip.toArray()).rejects.toThrow('ENOENT');
  });
});

function isOpen(path: string): boolean {
  return readdirSync('/proc/self/fd').some((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path;
    } catch {
      return false;
    }
  });
}
