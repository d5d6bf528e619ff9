import { defineConfig } from 'vitest/config';
import { shareCompiled } from './test/compiled.ts';

shareCompiled();

/** The thorough form of what the suite shows briefly. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    setupFiles: ['test/properties/setup.ts'],
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    // They wait for browsers, processes and peers more than they work.
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
