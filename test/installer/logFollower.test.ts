import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LineSplitter } from '../../services/installer/log/lineSplitter.ts';
import { type FollowedLog, LogFollower } from '../../services/installer/log/logFollower.ts';

let folder: string;
let files: FollowedLog;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follower-'));
  files = { original: join(folder, 'installer.log'), shown: join(folder, 'log.txt'), kept: join(folder, 'followed.json') };
});
afterEach(() => rm(folder, { recursive: true }));

describe('a log that grows', () => {
  it('is read on from where it was left, each line once, by one follower after another', async () => {
    const told: string[] = [];
    for (const [piece, ended] of [
      ['one\r\ntw', false],
      ['o\r\nth', false],
      ['ree', true],
    ] as const) {
      await appendFile(files.original, piece);
      await (await takeUp()).catchUp((lines) => told.push(...lines), { ended });
    }
    expect(told).toEqual(['one', 'two', 'three']);
    expect(await readFile(files.shown, 'utf8')).toBe('one\ntwo\nthree\n');
  });

  it('is shown without gaps or doubles, though the follower died before it had kept its place', async () => {
    await writeFile(files.original, 'one\ntwo\n');
    await (await takeUp()).catchUp(() => {});
    const kept = await readFile(files.kept);
    await appendFile(files.original, 'three\n');
    await (await takeUp()).catchUp(() => {});
    await writeFile(files.kept, kept);
    await appendFile(files.original, 'four\n');
    await (await takeUp()).catchUp(() => {});
    expect(await readFile(files.shown, 'utf8')).toBe('one\ntwo\nthree\nfour\n');
  });

  it('is read from the beginning where it was begun anew', async () => {
    const told: string[] = [];
    const follower = await takeUp();
    await writeFile(files.original, 'the first run\n'.repeat(3));
    await follower.catchUp((lines) => told.push(...lines));
    await writeFile(files.original, 'another\n');
    await follower.catchUp((lines) => told.push(...lines));
    follower.beginRun(2);
    await follower.catchUp((lines) => told.push(...lines));
    expect(told.slice(3)).toEqual(['another', 'another']);
  });

  it('is nothing as long as there is none', async () => {
    const told: unknown[] = [];
    await (await takeUp()).catchUp((lines) => told.push(lines), { ended: true });
    expect(told).toEqual([]);
  });

  it.each(['utf16le', 'utf8', 'latin1'] as const)('in %s gives the same lines, however it comes in', (encoding) => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'ü', 'ÿ', ' ', '\u010a', 'ਊ') })),
        fc.array(fc.nat(40)),
        (lines, cuts) => {
          // Bytes are read by what they look like as a language: in a Western one hardly two such letters stand side by side.
          const text = encoding === 'latin1' ? lines.map((line) => line.replace(/[^a ]/g, 'éa')) : lines;
          const mark = { utf16le: '\ufeff', utf8: '\ufeff', latin1: 'ÿ' }[encoding];
          const bytes = Buffer.from(`${mark}${['first', ...text, 'last'].join('\r\n')}`, encoding);
          const splitter = new LineSplitter();
          const found: string[] = [];
          let at = 0;
          for (const cut of cuts) {
            found.push(...splitter.push(bytes.subarray(at, at + cut)));
            at += cut;
          }
          found.push(...splitter.push(bytes.subarray(at)), ...splitter.end());
          expect(found).toEqual([encoding === 'latin1' ? 'ÿfirst' : 'first', ...text, 'last']);
          expect(splitter.place.position).toBe(bytes.length);
        },
      ),
    );
  });

  it('may have lines of any length: what is kept of one is bounded, and the next is whole', () => {
    const splitter = new LineSplitter();
    const piece = Buffer.from('x'.repeat(99_999), 'utf16le');
    splitter.push(Buffer.from('\ufeff', 'utf16le'));
    splitter.push(Buffer.from('  ', 'utf16le'));
    for (let pieces = 0; pieces < 50; pieces++) {
      splitter.push(piece.subarray(0, 77_777));
      splitter.push(piece.subarray(77_777));
    }
    const [long, next] = splitter.push(Buffer.from('\r\nnext\r\n', 'utf16le'));
    expect(long!.length).toBeLessThan(600_000);
    expect(next).toBe('next');
    expect(splitter.place.position).toBe(2 + 4 + 50 * piece.length + 16);
  });
});

async function takeUp(): Promise<LogFollower> {
  return await LogFollower.takeUp(files, { redact: (line) => line, actions: [] });
}
