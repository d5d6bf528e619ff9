import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCommandLine } from '../../services/installer/readCommandLine.ts';

/**
 * A program in the place of msiexec, where it is the job that is tested and not Windows: it reads its command line by Windows
 * Installer's rules, and writes the lines of the file `LINES` into the log, one each `PAUSE` milliseconds, waits until the file
 * `UNTIL` exists, and ends with `CODE`. It notes each run in the file `RUNS`, and ends with 1618 in the first `BUSY` runs. With
 * `STUBBORN` it does not stop when asked to.
 */
const { words, properties } = readCommandLine(['msiexec', ...process.argv.slice(2)].join(' '));
const log = words[words.indexOf('/lvxi*') + 1]!;
const { LINES, PAUSE = '0', UNTIL, CODE = '0', RUNS, BUSY = '0', STUBBORN } = properties;
/** How long it waits for the file, milliseconds, so that it outlives no test that was broken off by much. */
const patience = 900_000;

if (STUBBORN) process.on('SIGTERM', () => {});
if (RUNS) appendFileSync(RUNS, `${process.pid}\n`);
const busy = RUNS !== undefined && readFileSync(RUNS, 'utf8').trim().split('\n').length <= Number(BUSY);
writeFileSync(log, '\ufeff', 'utf16le');
if (busy) appendFileSync(log, '=== Another installation is running ===\r\n', 'utf16le');
else {
  for (const line of LINES ? readFileSync(LINES, 'utf8').split('\n') : []) {
    appendFileSync(log, `${line}\r\n`, 'utf16le');
    await sleep(Number(PAUSE));
  }
  for (const end = Date.now() + patience; UNTIL && !existsSync(UNTIL); await sleep(20))
    if (Date.now() > end) throw new Error(`${UNTIL} did not come.`);
}
process.exitCode = busy ? 1618 : Number(CODE);
