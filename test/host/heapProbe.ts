import { setFlagsFromString, writeHeapSnapshot } from 'node:v8';

/**
 * Loaded into a process by `--import`, it writes on SIGUSR2 all that can be reached in the memory of the process to the file that
 * `MIM_SETUP_TEST_HEAP` names, after a collection of all that cannot; texts stand in it whole.
 */
setFlagsFromString('--heap-snapshot-string-limit=100000000');
process.on('SIGUSR2', () => {
  const path = process.env['MIM_SETUP_TEST_HEAP']!;
  writeHeapSnapshot(`${path}.heapsnapshot`);
  process.stdout.write('the heap is written\n');
});
