import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { shareCompiled } from './test/compiled.ts';

shareCompiled();

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/long/**', 'node_modules/**'],
    setupFiles: ['test/properties/setup.ts'],
    // Half of the suites' time went into loading the same code anew for each file. Nothing of ours is kept in a module, and
    // whatever a suite changes in its process it puts back.
    isolate: false,
    // Suites wait much: for a peer, a browser, a process.
    maxWorkers: availableParallelism() + 2,
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
