import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const megabytes = 200;
let folder: string;
let follower: ChildProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'growing-log-'));
});
afterEach(() => void follower.kill('SIGKILL'));
afterAll(() => rm(folder, { recursive: true, maxRetries: 5 }));

describe('a log of 200 MB that grows', () => {
  it('is followed with a flat memory, though its follower is killed in between, and no secret gets through', {
    timeout: 900_000,
  }, async () => {
    const log = join(folder, 'installer.log');
    const follow = () =>
      spawn(process.execPath, ['--max-old-space-size=48', followerProgram, folder], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
    follower = follow();
    const writer = await open(log, 'w');
    await writer.write(Buffer.from('\ufeff', 'utf16le'));
    const piece = Buffer.from([...lines()].join(''), 'utf16le');
    for (let written = 0; written < megabytes * 2 ** 20; written += piece.length) {
      await writer.write(piece);
      if (written < piece.length * 40 && written >= piece.length * 39) {
        follower.kill('SIGKILL');
        await once(follower, 'exit');
        follower = follow();
      }
    }
    await writer.write(Buffer.from(`${engine('MainEngineThread is returning 0')}\r\n`, 'utf16le'));
    await writer.close();
    const told = once(follower, 'message');
    await (await open(join(folder, 'ended'), 'w')).close();
    const [{ engineCode, components, maxRSS }] = (await told) as [{ engineCode: number; components: number; maxRSS: number }];
    expect(engineCode).toBe(0);
    expect(maxRSS / 1024, 'MiB').toBeLessThan(250);

    const pieces = Math.ceil((megabytes * 2 ** 20) / piece.length);
    expect(components).toBe(pieces * repeats);
    const shown = join(folder, 'log.txt');
    expect((await stat(shown)).size).toBeGreaterThan(megabytes * 2 ** 18);
    const tail = (await readFile(shown)).subarray(-200_000).toString();
    expect(tail).toContain('Password=**********');
    expect(tail).not.toContain('Sesame');
  });
});

const followerProgram = fileURLToPath(new URL('../installer/followerProcess.ts', import.meta.url));
const repeats = 4000;
const engine = (text: string) => `MSI (s) (64:F0) [10:00:00:000]: ${text}`;

function* lines(): Generator<string> {
  yield `${engine('Executing op: Header(Signature=1397708873,Version=500,ScriptType=1,)')}\r\n`;
  for (let n = 0; n < repeats; n++) {
    yield `${engine(`Executing op: ComponentRegister(ComponentId={9D8832D2-CBB7-5934-89FA-2F4C3832A87F},KeyPath=C:\\file${n},State=3)`)}\r\n`;
    yield `ConfigureDatabase:  User=svc;Password=Open-Sesame-${n % 7};Database=FIMService\r\n`;
  }
}
