import { defineConfig } from 'vitest/config';

/** The thorough form of what the suite shows briefly. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    testTimeout: 1_800_000,
    // Machines are shared and noisy: what fails twice in a row fails.
    retry: 1,
    hookTimeout: 60_000,
  },
});
