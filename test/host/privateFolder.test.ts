import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logOf } from '../../server/service/log.ts';
import { makePrivateFolder } from '../../server/store/privateFolder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-private-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe.skipIf(process.platform === 'win32')('The data folder', () => {
  it('is made for its owner alone', () => {
    expect(makePrivateFolder(join(folder, 'data'))).toBe(true);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });

  it('is made on Windows, where its mode says nothing, so that its owner, administrators and the system alone may look into it', () => {
    pretendIcacls(0);
    const path = join(folder, 'my data');
    expect(makePrivateFolder(path, 'win32')).toBe(true);
    expect(readFileSync(join(folder, 'called'), 'utf8').trim().split('\n')).toEqual([
      path,
      '/inheritance:r',
      '/grant:r',
      '*S-1-3-4:(OI)(CI)F',
      '*S-1-5-32-544:(OI)(CI)F',
      '*S-1-5-18:(OI)(CI)F',
    ]);
  });

  it('is made for its owner alone where the log is the first that lies in it', () => {
    logOf({ logLevel: 'info', logFile: join(folder, 'data', 'service.log') }).info('begun');
    expect(readFileSync(join(folder, 'data', 'service.log'), 'utf8')).toContain('begun');
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });

  it('that is there already stays as its owner has made it', () => {
    pretendIcacls(0);
    mkdirSync(join(folder, 'data'));
    expect(makePrivateFolder(join(folder, 'data'), 'win32')).toBe(true);
    expect(existsSync(join(folder, 'called'))).toBe(false);
  });

  it('is told to be open where Windows does not let us close it', () => {
    pretendIcacls(5);
    expect(makePrivateFolder(join(folder, 'data'), 'win32')).toBe(false);
    expect(existsSync(join(folder, 'data'))).toBe(true);
  });
});

/** A program that notes what it was told. */
function pretendIcacls(code: number): void {
  const path = join(folder, 'icacls');
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(folder, 'called')}'\nexit ${code}\n`);
  chmodSync(path, 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
}
