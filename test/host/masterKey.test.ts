import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { masterKeyOf } from '../../server/service/masterKey.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-key-'));
  file = join(folder, 'master.key');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const nothingSealed = { meta: async () => undefined };
const sealed = { meta: async (name: string) => (name === 'master key' ? '6b8ba53112215f26' : undefined) };

describe('The master key of a data folder', () => {
  it('is made at first use, for its owner alone, and is the same from then on', async () => {
    const key = await masterKeyOf({}, folder, nothingSealed);
    expect(key).toHaveLength(32);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await masterKeyOf({}, folder, sealed)).toEqual(key);
  });

  it('is whole where an earlier start was cut off in the middle of making it', async () => {
    writeFileSync(`${file}.new`, 'a1b2');
    const key = await masterKeyOf({}, folder, nothingSealed);
    expect(readFileSync(file, 'utf8')).toBe(`${key.toString('hex')}\n`);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it('is not made anew where its file is missing and secrets were sealed by it: what to do is said', async () => {
    await expect(masterKeyOf({}, folder, sealed)).rejects.toThrow(/master\.key is missing.*Restore the file.*MIM_SETUP_KEY_FILE/);
    expect(existsSync(file)).toBe(false);
  });

  it('need not be there where one is configured, and then none is made', async () => {
    expect(await masterKeyOf({ key: '0f'.repeat(32) }, folder, sealed)).toEqual(Buffer.alloc(32, 0x0f));
    expect(existsSync(file)).toBe(false);
  });
});
