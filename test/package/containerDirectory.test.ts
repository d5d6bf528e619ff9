import { describe, expect, test } from 'vitest';
import { checkDirectory } from '../../services/package/containerDirectory.ts';

const sector = 512;
const entry = 128;
const nothing = -1;
const end = -2;

describe('The directory of a container', () => {
  test('may be the last thing in the file', () => {
    expect(() => check(container())).not.toThrow();
  });

  test.each([1, entry, sector])('that lacks its last %i bytes is cut off', (missing) => {
    const file = container();
    expect(() => check(file.subarray(0, file.length - missing))).toThrow('its directory is cut off');
  });
});

function check(file: Buffer): void {
  checkDirectory(file, { sectorSize: sector, directory: 0, next: Int32Array.of(end), followed: Uint8Array.of(0) });
}

/** The head of a container and one sector of directory, in which the root stands alone. */
function container(): Buffer {
  const file = Buffer.alloc(2 * sector);
  for (let at = sector; at < file.length; at += entry) {
    for (const link of [0x44, 0x48, 0x4c]) file.writeInt32LE(nothing, at + link);
    file.writeInt32LE(end, at + 0x74);
  }
  return file;
}
