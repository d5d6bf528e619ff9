import { writeFileSync } from 'node:fs';

/**
 * Loaded into a process by `--import`, it measures how much of the processor's time each turn of the event loop takes on the main
 * thread: how long whoever waits is kept waiting by this process, however busy the machine is. On SIGUSR2 it writes what it has seen
 * since the last time, in milliseconds, to the file that `MIM_SETUP_TEST_TURNS` names.
 */
let last = process.threadCpuUsage();
let turns: number[] = [];
setInterval(() => {
  const now = process.threadCpuUsage();
  const spent = (now.user + now.system - last.user - last.system) / 1000;
  if (spent > 5) turns.push(spent);
  last = now;
}, 1).unref();

process.on('SIGUSR2', () => {
  writeFileSync(process.env['MIM_SETUP_TEST_TURNS']!, `${JSON.stringify(turns.toSorted((a, b) => b - a).slice(0, 1000))}\n`);
  turns = [];
});
