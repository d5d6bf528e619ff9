import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as next } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CodePageGuess } from '../../services/installer/log/codePage.ts';
import { LogFollower } from '../../services/installer/log/logFollower.ts';
import { redactFile } from '../../services/installer/log/redactFile.ts';
import { redactor } from '../../services/installer/log/redactor.ts';
import { slices } from '../../services/installer/log/slices.ts';
import { outcomeOfReport } from '../../services/installer/outcomeOfReport.ts';
import { answersFor } from '../answers.ts';
import { serve } from '../http/service.ts';

const mib = 2 ** 20;
/** Logs of a MiB, each of which is much work in another way. */
const logs: readonly (readonly [string, string])[] = [
  ['hardly anything in a line', 'a\n'.repeat(mib / 8)],
  ['assignments', `${'X_PASSWORD=secret '.repeat(100)}\n`.repeat(mib / 1801)],
  ['lines of 32 KiB', `${'a='.repeat(mib / 64)}\n`.repeat(32)],
];

describe('While a log is read, everybody else has a turn after a few milliseconds of work', () => {
  it.each(logs)('when it is reported: %s', async (_, log) => {
    // It has come in whole: nobody waits for the network.
    const turns = await turnsWhile(() => outcomeOfReport({ exitCode: 1603, log: pieces(log) }));
    expect(turns).toBeGreaterThan(16);
  });

  it.each(logs)('when it is followed, or redacted where it lies: %s', async (_, log) => {
    const folder = mkdtempSync(join(tmpdir(), 'slices-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [original, shown, kept] = ['log.txt', 'shown.txt', 'kept.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(original, log);
    const follower = await LogFollower.takeUp({ original, shown, kept }, { redact: redactor({ secrets: [] }), actions: [] });
    expect(await turnsWhile(() => follower.catchUp(() => {}, { ended: true }))).toBeGreaterThan(16);
    expect(follower.story.lines).toBe(log.split('\n').length - 1);
    expect(await redactFile(original, redactor({ secrets: [] }))).toBe(true);
    expect(readFileSync(original, 'utf8').replaceAll('\r', '')).toBe(readFileSync(shown, 'utf8'));
  });

  it('each line once and in order, whatever they are like', async () => {
    const lines = Array.from({ length: 3000 }, (_, n) => `${n}`.repeat(n % 97));
    const parted: (readonly string[])[] = [];
    for await (const slice of slices([...lines, 'x'.repeat(mib), ''])) parted.push(slice);
    expect(parted.flat()).toEqual([...lines, 'x'.repeat(mib), '']);
    expect(parted.every(({ length }) => length > 0 && length < 1000)).toBe(true);
    for await (const _ of slices([])) expect.unreachable();
  });

  it('the code page of a log is guessed a few times, not for each line', () => {
    const decoding = new CodePageGuess();
    let looks = 0;
    const bytes = Buffer.from('Arr\xeat de l\x92action \xe0 10:10 : InstallFiles.', 'latin1');
    const looked = Object.assign(Buffer.from(bytes), {
      subarray: (...range: [number?, number?]) => {
        looks++;
        return bytes.subarray(...range);
      },
    });
    for (let line = 0; line < 1000; line++) expect(decoding.decode(looked)).toContain('Arrêt');
    expect(looks).toBeLessThan(8192 / bytes.length + 2);
  });

  it('requests are answered while a report is read', async () => {
    await using served = await serve();
    const { client, url } = served;
    const { view } = await client.walk(await client.begin(), answersFor('E', ['service', 'portal']));
    let done = false;
    const path = `${url}/api/v1/installations/${view.id}/report?exitCode=1603`;
    const report = fetch(path, { method: 'POST', body: 'a\n'.repeat(mib / 8) }).finally(() => {
      done = true;
    });
    let answered = 0;
    while (!done) {
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      answered++;
    }
    expect((await report).status).toBe(200);
    expect(answered).toBeGreaterThan(4);
  });
});

/** How often others had their turn until something was done. */
async function turnsWhile(act: () => Promise<unknown>): Promise<number> {
  let done = false;
  const acting = act().finally(() => {
    done = true;
  });
  let turns = 0;
  while (!done) {
    await next();
    turns++;
  }
  await acting;
  return turns;
}

/** As a socket hands a body on that is all there. */
async function* pieces(log: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(log);
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
